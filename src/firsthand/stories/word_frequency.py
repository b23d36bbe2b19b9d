"""How common a word is in news before any archive is seen.

A tiny archive says little about which words are rare: in five articles on one affair the names of that affair are
the commonest words. These tables give every word a share of articles in which it would be expected, and the counts
of the archive take over as it grows. Written by hand from general knowledge of each language; nothing is counted
from any corpus.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["STOP_WORDS", "expected_share", "stem_word"]

# Words that say nothing about the affair: grammar, numerals in words, the furniture of reporting.
_STOP_ENGLISH = """
a about above across after again against ago all almost alone along already also although always am amid among an and
another any anyone anything are aren't around as at away back be became because become been before began behind being
below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down
during each either else enough even ever every everyone everything far few for from further gave get gets getting give
given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
himself his how however i i'd i'll i'm i've if in including indeed instead into is isn't it it's its itself just keep
kept knew know known last later least less let let's like likely made make makes making many may maybe me meanwhile
might mine more most much must my myself near nearly need neither never next no nobody none nor not nothing now of off
often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather really said
same saw say saying says see seem seemed seems seen several shall she she'd she'll she's should shouldn't since so
some someone something soon still such take taken takes taking tell than that that's the their theirs them themselves
then there there's therefore these they they'd they'll they're they've thing things think this those though thought
through throughout thus to today together told too took toward towards two under until up upon us use used using
very via want wanted wants was wasn't way we we'd we'll we're we've well went were weren't what what's when where
whether which while who who's whom whose why will with within without won't would wouldn't yes yet you you'd you'll
you're you've your yours yourself mr mrs ms dr according added reported reportedly
monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow tonight
first second three four five six seven eight nine ten
's n't 're 've 'll 'd s t re ve ll d
"""

_STOP_OTHERS = """
aber alle allem allen aller als also am an auch auf aus bei beim bereits bis da damit dann das dass dem den denn der des
die dies diese diesem diesen dieser doch dort durch ein eine einem einen einer eines er es etwa fur gegen gibt habe
haben hat hatte hatten ich ihr ihre ihrem ihren im in ist jedoch kann kein keine konnen man mehr mit nach nicht noch nun
nur oder ohne sagte sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sowie teilte uber um und
uns unter vom von vor war waren was wegen weil wenn werden wie wieder wir wird worden wurde wurden zu zum zur zwischen
montag dienstag mittwoch donnerstag freitag samstag sonntag
au aux avec ce ces cette comme dans de des du elle elles en est et etait ete etre fait il ils je la le les leur leurs
lui mais meme ne nous on ont ou par pas plus pour qu que qui sa sans se selon ses son sont sur un une vers vous lundi
mardi mercredi jeudi vendredi samedi dimanche deja apres avant ainsi aussi
al como con cual cuando del desde donde dos el ella ellos entre era es esta este esto fue ha habia han hasta hay lo los
las mas muy ni no nos o para pero por porque que quien se segun ser si sido sin sobre son su sus tambien tras tuvo una
unos y ya lunes martes miercoles jueves viernes sabado domingo
da di che per con una un il lo la gli del della dei delle nel nella sul sulla sono stato anche piu come ma
da do dos das em no na nos nas para por com uma um ao aos foi ser sao mais mas como
bir bu ve ile icin da de ki mi olan olarak gibi kadar daha cok sonra once ancak dedi diye etti oldu olan her ise ya hem
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о
из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего
ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто
этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда
можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя
впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между также который
которые которая которого сообщил сообщила заявил заявила сказал сказала отметил понедельник вторник среду четверг
пятницу субботу воскресенье
في من على إلى عن أن ان إن هذا هذه التي الذي ما لا مع كان كانت قد بعد قبل بين كما أو و هو هي قال وقال الى كل غير
"""

# Words that a good share of all news articles holds, whatever they are about.
_COMMON_ENGLISH = """
able according action agency agreed american announced area asked authorities based believe big board body book
bring business call called case cause caused center central centre chance change chief child children city claim close
come comment community company concern condition control cost could country court current daily data day days deal
death decision department despite development director due early east effort end ended event evidence expected face
fact family father feel fell figure final find following force foreign form former forward found free friend full
future general good government great group grow half hand happen happened head health held help high history hit hold
home hope hospital hour hours house human idea important incident increase independent industry inside interest
international interview investigation issue job join killed kind known large late law lead leader leading leave left
legal letter level life line little live lives living local long look lost lot low main major man march market matter
mean media meet meeting member men million minister minute minutes moment money month months morning mother move moved
national need new news night north note number offer office officer official officials old open order part party pass
past pay people percent period person place plan planned play point police policy political position possible post
power president press previous price problem process program project protect public question raise reach reached read
ready real reason receive recent recently record release released remain remains report reporter reporters response
rest result return right rise role rule run safe safety same school security senior sent serious service set share show
shown side sign similar single situation small social source south special speak spokesman spokesperson spokeswoman
staff stand start started state statement states stay step stop story street strong support sure system talk team
term test thousands time times took top total town treat trial true try trying turn united version view visit wait
war warned watch water week weekend weeks west white wife win woman women word work worked worker workers working
world worth write written wrong wrote year years york young
added allow allowed appear appeared arrive arrived became began begin beginning billion black border bill britain
british charge charged charges china claimed conference confirm confirmed congress continue continued council crime
crisis day dead decided democratic died election email emergency european europe facebook fear federal fight film fire
game global hundred image january february april june july august september october november december judge justice
lawyer london majority mayor members military model morning navy nation nations online operation opposition owner
parents parliament photo picture plane president prime prison product race region republican research residents
russia russian season secretary senate site space spent student students suspect tax technology television thursday
trade travel twitter tweet union university video violence virus vote voters washington website welcome wounded
"""

_COMMON_SHARE = 0.08
_OTHER_SHARE = 0.002
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=262144)
def stem_word(word: str) -> str:
    """`word` without its commonest English endings, so that "talks" meets "talk". Words of other scripts stay."""
    word = word.removesuffix("'s")
    if len(word) <= 3 or not (word.isascii() and word.isalpha()):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


STOP_WORDS: frozenset[str] = frozenset((_STOP_ENGLISH + _STOP_OTHERS).split())
_COMMON_STEMS: frozenset[str] = frozenset(stem_word(word) for word in _COMMON_ENGLISH.split())


def expected_share(stem: str) -> float:
    """Share of news articles in which a word of this stem would be expected, in (0, 1)."""
    return _COMMON_SHARE if stem in _COMMON_STEMS else _OTHER_SHARE
