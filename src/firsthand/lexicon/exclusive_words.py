"""Words of one class of which a thing is only one: an injury is minor or serious, a wind blows from the north or south.

Where two accounts of one thing have different words of a class, they do not say the same. English. Written by hand from
general knowledge: closed or nearly closed classes, in which one word shuts out the others; words that only sharpen or
soften one another ("big", "huge") are no class. Folded as `firsthand.text.tokens.fold_word` folds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["EXCLUSIVE_WORDS", "ExclusiveWord"]


class ExclusiveWord(NamedTuple):
    """What a word is one of, and which."""

    kind: str  # in what accounts differ that have another word of the class: act degree order where when who
    name: str  # of the class
    group: str  # words of one group say the same


# kind, class: groups, a comma between words that say the same.
_LINES = re.split(
    r"\n(?=\S)",
    """
act violence: punch,punched,punches,punching slap,slapped,slaps,slapping kick,kicked,kicks,kicking bite,bit,bitten
    spit,spat,spitting
act weapon-use: stab,stabbed,stabbing shoot,shot,shooting strangle,strangled,strangling
act compulsion: force,forced,forces,forcing,compelled,dragged,evicted ask,asked,asking,requested,invited,urged
    volunteered,voluntarily
act verdict: acquitted,cleared convicted
act answer: accepted,accepts,approved,approves rejected,rejects,refused,refuses
act trend: rose,risen,rises,rising,increased,increases,increasing
    fell,fallen,declined,declines,decreased,decreases,decreasing,dropped
act homicide: murder,murdered manslaughter suicide
act plea: guilty innocent
act stance: supports,supported,backs,backed opposes,opposed
degree intent: accident,accidental,accidentally deliberate,deliberately,intentional,intentionally
degree harm: unhurt,unharmed,uninjured injured,hurt,wounded
degree severity: serious,seriously,severe,severely,grave,gravely,critical,critically,life-threatening
    minor,slight,slightly,light,lightly,superficial,non-life-threatening,non-threatening,non-life
degree weather: calm,ideal,perfect,clear,sunny strong,stormy,heavy,severe,rough,bad
degree life: alive,survived,survives dead,died,killed,dies
degree colour: black,blacks white,whites hispanic,latino asian
order debut: maiden,inaugural,debut,first-ever second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth
who sex: man,men,boy,boys,male woman,women,girl,girls,female
who parent: father,dad mother,mom,mum
who sibling: brother,brothers sister,sisters
who child: son,sons daughter,daughters
who spouse: husband wife
who role: driver passenger pedestrian cyclist
who rank: officer,constable sergeant,sgt lieutenant,lt captain,capt major,maj colonel,col general,gen detective,det
who office: director president chairman,chairwoman,chairperson ceo,chief-executive mayor governor
    spokesman,spokeswoman,spokesperson
where compass: north,northern south,southern east,eastern west,western northeast,northeastern,north-east,north-eastern
    northwest,northwestern,north-west,north-western southeast,southeastern,south-east,south-eastern
    southwest,southwestern,south-west,south-western
where side: left,left-hand right,right-hand
when part: morning afternoon evening,night,overnight
who vehicle: car truck,lorry van bus motorcycle,motorbike bicycle,bike train tram helicopter
    plane,aircraft,airplane,jet ship,boat,ferry,vessel
who weapon: knife,machete gun,pistol,handgun,revolver rifle shotgun hammer axe bomb grenade
""".strip(),
)

# The folded word: what it is one of, in each class that it stands in.
EXCLUSIVE_WORDS: dict[str, tuple[ExclusiveWord, ...]] = {}
for _line in _LINES:
    _head, _groups = _line.split(": ")
    _kind, _name = _head.split()
    for _group in _groups.split():
        for _word in _group.split(","):
            EXCLUSIVE_WORDS[_word] = (
                *EXCLUSIVE_WORDS.get(_word, ()),
                ExclusiveWord(_kind, _name, _group.split(",")[0]),
            )
