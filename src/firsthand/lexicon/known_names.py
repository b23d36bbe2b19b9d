"""Bodies that news names by their initials alone, regions that are no country, and words that tell what a name names.

English, folded: lower case, no accents, no points. Written for this project from general knowledge.
"""

from __future__ import annotations

__all__ = [
    "BODY_ENDINGS",
    "COMPANY_FORMS",
    "FAMILY_NAMES_FIRST",
    "INVERTED_HEADS",
    "KNOWN_BODIES",
    "PLACE_ENDINGS",
    "PLACE_OPENINGS",
    "REGIONS",
    "people_key",
]

# Full name: other names. Each is a body whatever a model calls it, and nobody writes both in one text. A name that also
# stands for something else in the news is left out ("WHO" is written "who", "ABC" has two owners).
_BODIES = """
african union: au
amnesty international:
arab league: league of arab states
associated press: ap
british broadcasting corporation: bbc
cable news network: cnn
central intelligence agency: cia
european central bank: ecb
european commission:
european parliament:
european union: eu
facebook:
federal bureau of investigation: fbi
federal reserve: fed
federal security service: fsb
google:
hamas:
hezbollah: hizbollah|hizbullah|hezbullah
human rights watch: hrw
instagram:
international atomic energy agency: iaea
international committee of the red cross: icrc
international criminal court: icc
international monetary fund: imf
islamic state: isis|isil|daesh|islamic state in iraq and syria|islamic state of iraq and the levant
kremlin:
linkedin:
microsoft:
national aeronautics and space administration: nasa
national security agency: nsa
north atlantic treaty organization: nato|north atlantic treaty organisation
organization for security and cooperation in europe: osce|organisation for security and cooperation in europe
organization of the petroleum exporting countries: opec|organisation of the petroleum exporting countries
pentagon:
press association:
reddit:
reuters:
snapchat:
taliban: taleban
telegram:
tiktok:
twitter:
un security council: united nations security council|u n security council
united nations: un|u n
united nations high commissioner for refugees: unhcr
united nations childrens fund: unicef
wechat:
weibo: sina weibo
whatsapp:
white house:
wikileaks:
world bank:
world health organization: world health organisation
world trade organization: wto|world trade organisation
youtube:
""".strip().splitlines()

# Every name of a known body, folded and without points: the one that stands for it.
KNOWN_BODIES: dict[str, str] = {}
for _line in _BODIES:
    _body, _, _others = _line.partition(":")
    for _name in (_body, *_others.strip().split("|")):
        if _name:
            KNOWN_BODIES[_name] = _body

REGIONS = frozenset(
    """
    africa|americas|antarctica|arctic|asia|asia pacific|balkans|baltics|bosphorus|caribbean|catalonia|caucasus
    |central america|central asia|chechnya|crimea|dagestan|darfur|donbas|donbass|east africa|east asia|east jerusalem
    |eastern europe|europe|euphrates|far east|gaza strip|golan heights|gulf|horn of africa|idlib|kashmir|kurdistan
    |latin america|levant|mediterranean|mesopotamia|middle east|north africa|north america|persian gulf|sahel|siberia
    |sinai|south america|south asia|south china sea|south ossetia|southeast asia|sub saharan africa|tibet|transnistria
    |west africa|west bank|western europe|western sahara|xinjiang
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)

# Last words of names that are bodies, and of names that are places, where no given name opens them ("Eve Banks").
BODY_ENDINGS = frozenset(
    """
    agency air airlines airways alliance army assembly association authority bank board broadcasting bureau cathedral
    chamber chemicals church club coalition college commission committee company congress cooperative corporation
    council court department federation force foundation fund gazette government group guard herald hospital hotel
    industries institute insurance laboratory league line lines ministry movement museum navy network news observatory
    office organisation organization parliament party petroleum police post press railway railways school senate
    service services society studios syndicate telegraph television theatre theater times tribune trust union
    university zoo
    """.split()
)
PLACE_ENDINGS = frozenset(
    """
    airport avenue base basin bay beach boulevard bridge canal cape city coast county creek crossing dam desert district
    falls harbor harbour heights highway hills island islands isle lake mountain mountains ocean pass peninsula plain
    province quay railway region reservoir ridge river road sea springs square station strait street valley village
    """.split()
)
PLACE_OPENINGS = frozenset("cape fort isle lake loch mount port upper lower nether".split())
# What stands at the end of a company's name, and is left out where the name is used again.
COMPANY_FORMS = frozenset(
    "inc corp corporation co company ltd limited plc llc gmbh ag sa nv oao ojsc pjsc pao ao spa group holdings".split()
)
# "The Department of Justice" is the Justice Department; a University of Ardesh need not be the Ardesh University.
INVERTED_HEADS = frozenset("agency board bureau commission committee council department ministry office".split())

# Family names of languages in which they stand first ("Kim Jong Un" is "Kim").
FAMILY_NAMES_FIRST = frozenset(
    """
    ban bui cai chang chen cheng chin cho choe choi chun chung deng ding dong duong fan fang feng gao guo han he hoang
    hong hu huang hwang hun im jang jeon jeong ji jia jiang jin jo jung kang kim ko kwon lai lam lee lei li liang liao
    lim lin liu lu luo ma mao meng min moon ngo nguyen oh pak pan park peng pham phan qian qin ri rim roh ryu seo shen
    shi shin sim sin so sohn son song suh sun tan tang tran truong tsai vo wang wei wen woo wu xi xia xiao xie xu yan
    yang yao ye yi yin yoo yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu zhuang
    """.split()
)

# Words for members of a people or party that no ending joins: all stand for the first.
_PEOPLES = """
british briton brit
democratic democrat dem
danish dane
dutch dutchman dutchmen dutchwoman
english englishman englishmen
finnish finn
french frenchman frenchmen frenchwoman
irish irishman irishmen
jewish jew
kurdish kurd
polish pole
scottish scot scotsman
serbian serb
spanish spaniard
swedish swede
turkish turk
welsh welshman welshmen
croatian croat
kazakh kazakhstani
nepali nepalese
argentine argentinian
afghan afghani
tajik tadjik
uzbek uzbekistani
filipino philippine
""".strip().splitlines()
_PEOPLE_OF = {word: line.split()[0] for line in _PEOPLES for word in line.split()}
_SHORTEST_PLURAL = 4


def people_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a people's or party's name, alike for its adjective, its members and one of them."""
    last = words[-1]
    if len(last) >= _SHORTEST_PLURAL and last not in _PEOPLE_OF and last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return (*words[:-1], _PEOPLE_OF.get(last, last))
