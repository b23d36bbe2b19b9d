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
    plane,airplane,jet ship,boat,vessel
act departure: resigned,resigns,resignation,quit,quits fired,sacked,dismissed,ousted retired,retires,retirement
act custody: surrendered,surrenders arrested,caught,captured,apprehended
act fall: fell,fallen jumped,jumps,leapt pushed,shoved,thrown
act delay: cancelled,canceled,scrapped postponed,delayed,rescheduled
act trade: bought,purchased rented,leased,hired stole,stolen,robbed
act gate: opened,reopened closed,shut
act trip: arrived,arrives departed,departs,left
act collision: collided,collision overturned,rolled derailed capsized
act end: exploded,explosion,blast,blew sank,sunk collapsed,collapse
degree extent: destroyed,gutted,levelled,demolished damaged
degree whole: partially,partly completely,totally,entirely,fully
degree condition: critical stable
degree outcome: successful,successfully,succeeded failed,unsuccessful,unsuccessfully
degree vote: unanimous,unanimously narrowly,divided
degree law: legal,legally,lawful illegal,illegally,unlawful
degree term: temporary,temporarily permanent,permanently
degree duty: voluntary,voluntarily mandatory,compulsory,obligatory
degree sky: sunny,clear cloudy,overcast foggy,fog rainy,rain snowy,snow
degree rule: public private
degree size: largest,biggest smallest second-largest,second-biggest
order rank-first: oldest youngest
order place: first last
where inside: inside,indoors outside,outdoors
where room: bedroom kitchen bathroom,toilet basement,cellar garage attic corridor,hallway balcony
where building: church mosque synagogue temple school hospital hotel restaurant nightclub supermarket bank
where home: apartment,flat house dormitory,dorm trailer
where water: river lake sea,ocean canal pond pool
where bound: northbound southbound eastbound westbound
where road: highway,motorway,freeway bridge tunnel
when half: dawn,daybreak dusk,nightfall noon,midday midnight
cause ground: arson electrical accidental lightning
cause illness: cancer pneumonia stroke overdose tuberculosis
cause failing: mechanical,technical human pilot weather sabotage
who drug: heroin cocaine cannabis,marijuana methamphetamine,meth fentanyl ecstasy
who beast: dog cat lion tiger leopard bear wolf shark crocodile alligator
who stranger: stranger acquaintance friend
who crime: robbery burglary theft,larceny fraud assault rape kidnapping
who faith: muslim christian jewish hindu buddhist sikh
who paint: red blue green yellow silver grey,gray
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
