"""Common given names by the pronoun that news uses for their bearers.

Only for choosing between persons named in one text; a name that is missing, or common for both, says nothing. Written
for this project from general knowledge. Folded: lower case, no accents.
"""

from __future__ import annotations

__all__ = ["pronoun_of_name"]

_HE = frozenset(
    """
    aaron abdul abdullah adam adel ahmad ahmed akira alan albert aleksandr alexander alexei ali allan amir anders
    andre andreas andrei andrew angus anthony anton antonio arthur ashraf barry bashar ben benjamin bernard bernie
    bill binyamin bob boris brad brandon brian bruce carl carlos charles chester chris christian christopher chuck
    clarence clive craig daniel dave david dean dennis derek diego dieter dimitri dmitri dmitry don donald doug
    douglas ed eduardo edward elias emmanuel enrique eric erik ernest esteban eugene evgeny fabio farid felipe felix
    fernando francesco francis francisco franco frank franz fred frederick gabriel gareth gary gavin geoffrey george
    gerald gerard gerhard gianni giovanni giuseppe glen gonzalo gordon graham greg gregory guillermo gunther hamid
    hans harold harry hassan hector heinrich helmut henrik henry herbert hiroshi howard hugh hugo hussein ian
    ibrahim igor ilham ismail ivan jack jacob jacques jaime jake jakob james jan jared jason javier jay jean-claude
    jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy jin joe joel johan johannes john johnny jon jonathan
    jorge jose joseph joshua josh juan julian julio jurgen justin kamal karim karl keith ken kenneth kevin khaled
    kofi konstantin kumar kurt kyle lance larry lars laszlo laurent lawrence lee leo leon leonard leonid lewis louis
    luca lucas luigi luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark markus martin marvin mateo
    matteo matthew matt maurice max mehdi mehmet michael michel miguel mikhail mike milan mitch mohamed mohammad
    mohammed morgan moses muhammad murray mustafa nathan neil nelson nicholas nick nicolas nigel nikolai norman oleg
    oliver omar oscar osman otto owen pablo paolo patrick paul pavel pedro pete peter petr phil philip philippe
    pierre piotr rafael ralph ramon randy raul ravi ray raymond reza ricardo richard rick rob robert roberto rodrigo
    roger roland roman ronald ron roy rudolf russell ryan salman sam samir samuel scott sean sebastian serge sergei
    sergey sergio simon stanley stefan stephen steve steven stewart stuart sven takeshi tariq ted terry theodore
    thomas tim timothy tobias todd tom tommy tony trevor umar vicente victor viktor vincent vitaly vladimir
    volodymyr walid walter warren wayne werner wilhelm william wolfgang xavier yasser yuri yusuf zhang
    """.split()
)
_SHE = frozenset(
    """
    abigail agnes aisha alexandra alice alicia alison amanda amelia amina amy ana andrea angela angelina anita ann
    anna anne annette annie antonia astrid audrey aurora barbara beatrice becky bella beth betty beverly bridget
    brigitte camila carmen carol caroline carolyn catherine cecilia celia charlotte chelsea cheryl chloe christina
    christine claire clara claudia cristina cynthia dana danielle daphne deborah denise diana diane dolores donna
    dora doris dorothy edith elaine eleanor elena elisa elisabeth elizabeth ella ellen emily emma erica erin esther
    eva evelyn farah fatima fatma fiona florence frances gabriela gail georgina gina gisela glenda gloria grace
    greta gretchen hannah harriet heather heidi helen helena hilary hillary ida ines ingrid irene irina isabel
    isabella ivana jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna jodi
    johanna josephine joyce juanita judith judy julia julie juliet karen karin karla kate katherine kathleen kathryn
    kathy katie kayla kelly kimberly kirsten kristen kristin kristina laura lauren layla leah leila lena lesley lily
    linda lisa liz lois lorraine louise lucia lucy lydia lynn maggie maia marcela margaret margarita maria mariam
    mariana marie marilyn marina marion marissa marjorie marta martha mary maryam matilda maureen megan melanie
    melinda melissa mercedes meryl mia michelle mildred miriam molly monica monika nadia nancy naomi natalia natalie
    natasha nicola nicole nina nora norma olga olivia paige pamela patricia patty paula pauline petra phyllis rachel
    rania rebecca regina renata renee rita roberta rosa rosalind rose rosemary ruth sabrina sally samantha sandra
    sara sarah sharon sheila shirley silvia simone sofia sonia sonja sophia sophie stella stephanie susan susana
    suzanne svetlana sylvia tamara tanya tatiana teresa theresa tina tracy ursula valentina valerie vanessa vera
    veronica victoria viola violet virginia vivian wanda wendy yasmin yolanda yulia yvonne zainab zoe
    """.split()
)


def pronoun_of_name(folded: str) -> str | None:
    """As in "he" or "she" for a folded given name; None where it tells nothing."""
    if folded in _HE:
        return "he"
    return "she" if folded in _SHE else None
