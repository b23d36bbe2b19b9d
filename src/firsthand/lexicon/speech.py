"""Verbs and nouns that report what someone said, thought or planned; words for speakers; titles before names. English.

Written for this project from general knowledge of news English. A verb stands in one table only: under the first act
that it usually tells.
"""

from __future__ import annotations

__all__ = [
    "ACTING_VERBS",
    "HONORIFICS",
    "LEADER_ROLES",
    "NAMING_VERBS",
    "PERSON_NOUNS",
    "PLANNING_VERBS",
    "REPORTING_NOUNS",
    "ROLE_NOUNS",
    "SAME_ROLES",
    "SAYING_VERBS",
    "THINKING_VERBS",
    "UNNAMED_SOURCES",
    "act_of_verb",
]

# Verbs that by themselves make what is in quotation marks beside them somebody's words, or a clause that hangs from
# them somebody's statement. Lemmas.
SAYING_VERBS = frozenset(
    """
    contradict accuse acknowledge add address admit advise affirm agree allege announce answer appeal applaud argue
    ask assert assure attest aver beg bemoan blame blast boast brag call caution challenge charge chide cite claim
    clarify comment chant complain concede conclude condemn confess confide confirm congratulate contend continue
    counter counsel criticise criticize cry declare decry defend demand denounce deny describe detail dictate
    disclose dismiss dispute downplay echo elaborate emphasise emphasize exclaim explain express find forecast gush
    hail highlight hint imply indicate inform inquire insist instruct interject invite issue joke jest judge lament
    laugh lecture maintain mention mock mumble murmur muse mutter note notify object observe offer opine order
    outline pledge plead point portray post praise preach predict proclaim promise pronounce protest question quip
    quote rail read reaffirm reason reassure rebuke recall recite recommend recount refute reiterate relate remark
    remind repeat reply report request respond restate retort reveal ridicule say scold scream shout show signal
    slam specify speculate spell state stress suggest summarise summarize sum surmise swear tell term testify thank
    threaten tout tweet underline underscore urge utter venture voice vow wail warn weigh whisper wonder write yell
    """.split()
)
# "hop" is what the model's lemma of "hoping" is.
THINKING_VERBS = frozenset(
    """
    accept appreciate assume believe calculate care conceive consider decide deem determine discover doubt dream
    estimate expect fear feel figure forget gather guess hate hear hop hope imagine infer interpret know learn like
    love notice prefer presume realise realize recognise recognize regret remember resent sense suppose suspect
    think understand view want welcome wish worry
    """.split()
)
# "called it a mistake": what somebody is called is somebody's word.
NAMING_VERBS = frozenset(
    """
    call label describe brand dub term deem characterise characterize portray denounce decry attack blast slam
    ridicule liken compare thank credit hail cast refer
    """.split()
)
# What somebody does about something and by that says: to decline to answer, to endorse a candidate.
ACTING_VERBS = frozenset("decline disavow endorse oppose push ratify refuse renounce seek veto vote".split())
PLANNING_VERBS = frozenset("aim intend mean plan prepare propose".split())
# Nouns with a clause of their own: "a report that ...", "his claim that ...".
REPORTING_NOUNS = frozenset(
    """
    accusation admission advice allegation announcement argument assertion assumption assurance belief charge claim
    comment complaint concern conclusion confidence confirmation contention conviction declaration demand denial
    doubt expectation explanation fear finding forecast guarantee hint hope idea indication insistence notion
    opinion perception pledge position prediction promise proposal question reminder report request revelation rumor
    rumour sense sign speculation statement suggestion suspicion testimony theory threat view vow warning
    """.split()
)

# Titles that stand before a name and do not belong to it, in lower case without points.
HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count madam madame monsieur herr frau
    senor president vice-president vice chairman chairwoman chair premier prime minister foreign defence defense
    finance interior secretary senator sen representative rep congressman congresswoman governor gov mayor judge
    justice chancellor ambassador envoy king queen prince princess emperor sultan sheikh shaykh emir ayatollah imam
    mullah pope cardinal archbishop bishop rabbi reverend rev father sister brother saint st general gen colonel col
    major maj captain capt cdr comdr pvt pfc spc brig ens msgr supt insp inspector det atty asst ald alderman amb
    pres mme mlle hon lieutenant lt sergeant sgt corporal cpl private admiral adm commander cmdr marshal brigadier
    chief officer detective sheriff deputy attorney director coach spokesman spokeswoman spokesperson leader first
    hajj haji former late acting then ex grand
    """.split()
)

# Words for the holder of an office or part, in lower case. What several of them can mean is told by LEADER_ROLES.
ROLE_NOUNS = frozenset(
    """
    activist actor actress comedian comedienne comic adviser advisor agent aide ambassador analyst archbishop
    architect artist attorney author banker billionaire bishop boss businessman businesswoman campaigner candidate
    captain cardinal chairman chairwoman chairperson chair chancellor chief cleric coach colonel columnist commander
    commissioner congressman congresswoman coordinator correspondent counsel counterpart critic dean defendant
    delegate democrat deputy designer detective diplomat director doctor economist editor emir envoy executive
    expert farmer filmmaker founder general governor head historian host inspector investigator journalist judge
    justice king lawmaker lawyer leader legislator magnate manager mayor mediator minister monarch mogul nominee
    negotiator nurse officer official operator opponent organiser organizer owner parliamentarian partner pastor
    pilot player politician pollster pope premier president priest prince princess principal producer professor
    prosecutor queen reporter representative republican researcher resident scholar scientist secretary senator
    sergeant sheriff singer sociologist soldier speaker spokesman spokesperson spokeswoman star statesman strategist
    strongman student superintendent surgeon survivor teacher trainer treasurer trustee tycoon veteran victim
    witness worker writer
    """.split()
)
# Words for a person that are no office.
PERSON_NOUNS = frozenset(
    """
    man woman boy girl child kid teenager teen youth person mother mom mum father dad parent grandmother grandfather
    sister brother son daughter wife husband widow widower cousin uncle aunt neighbour neighbor friend colleague
    passer-by bystander onlooker passenger driver motorist customer shopper guest visitor tourist villager fan
    supporter protester protestor demonstrator marcher heckler voter pensioner retiree immigrant migrant refugee
    employee postman fisherman policeman policewoman fireman firefighter waiter waitress chef baker carpenter
    electrician plumber mechanic engineer nun monk priest prisoner inmate attendee participant speaker caller user
    reader viewer
    """.split()
)
# Other words by which an article may have called whoever is described so.
SAME_ROLES = {
    role: frozenset(words.split())
    for roles, words in (
        ("lawmaker legislator parliamentarian", "senator sen representative rep congressman congresswoman deputy mp"),
        ("spokesperson", "spokesman spokeswoman"),
        ("spokesman spokeswoman", "spokesperson"),
        ("nominee candidate contender", "nominee candidate contender hopeful"),
        ("premier", "premier prime"),
        ("diplomat", "ambassador envoy diplomat"),
        ("envoy", "ambassador envoy"),
        ("strongman ruler", "president leader dictator strongman ruler"),
        ("monarch", "king queen emperor emir sultan"),
        ("lawyer attorney", "lawyer attorney barrister solicitor counsel"),
        ("tycoon mogul magnate", "tycoon mogul magnate billionaire businessman"),
        ("comedian comedienne comic", "comedian comedienne comic"),
        ("actor actress", "actor actress star"),
        ("doctor", "dr doctor physician surgeon"),
        ("academic scholar", "professor academic scholar lecturer"),
        ("officer", "detective sergeant inspector constable lieutenant captain"),
    )
    for role in roles.split()
}
# A "leader" may be any of these, and each of them may be called a leader.
LEADER_ROLES = frozenset(
    """
    leader president premier minister chancellor king queen monarch emir sultan strongman ayatollah pope chairman
    chairwoman prince
    """.split()
)
# Sources that nobody can name: a group, or one of many.
UNNAMED_SOURCES = frozenset(
    """
    activists analysts aides allies authorities campaigners citizens critics crowd diplomats doctors economists
    eyewitness eyewitnesses executives experts friends insiders investigators journalists lawyers lawmakers leaders
    locals many media most neighbours neighbors observers officials official one opponents others people police
    politicians prosecutors protesters relatives reporters reports rescuers researchers residents resident
    scientists several some someone source sources spokesman spokeswoman statement students supporters survivors
    traders they victims villagers voters witness witnesses workers
    """.split()
)


def act_of_verb(lemma: str) -> str | None:
    """What kind of act a verb reports: "said", "thought", "planned" or "did"; None for a verb that reports none."""
    if lemma in SAYING_VERBS:
        return "said"
    if lemma in THINKING_VERBS:
        return "thought"
    if lemma in ACTING_VERBS:
        return "did"
    return "planned" if lemma in PLANNING_VERBS else None
