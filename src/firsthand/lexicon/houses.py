"""Houses: one outlet or agency under all the names and addresses that stand for it.

A credit writes "AP", the address says apnews.com, the page calls itself "AP News": one house. No list of the world's
outlets: mastheads come from the table of publishers, and kept here is only what no name and no domain tells.
"""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.lexicon.agencies import AGENCIES, agency_named
from firsthand.lexicon.outlets import LETTER_OUTLETS, is_domain, is_same_outlet, registered_domain, split_address
from firsthand.lexicon.publishers import is_masthead, masthead_named, masthead_of

__all__ = ["agency_of", "house_forms", "is_agency", "is_same_house"]

# The agencies' own sites whose domain is not the name: domain, agency.
_AGENCY_DOMAINS = dict(
    line.strip().split(" ", 1)
    for line in """
    apnews.com Associated Press
    ap.org Associated Press
    pa.media Press Association
    pressassociation.com Press Association
    thomsonreuters.com Reuters
    ria.ru RIA Novosti
    xinhuanet.com Xinhua
    news.cn Xinhua
    chinanews.com China News Service
    chinanews.com.cn China News Service
    focustaiwan.tw Central News Agency
    cna.com.tw Central News Agency
    yna.co.kr Yonhap
    kyodonews.net Kyodo News
    jiji.com Jiji Press
    ptinews.com Press Trust of India
    aninews.in ANI
    ians.in IANS
    app.com.pk Associated Press of Pakistan
    bssnews.net BSS
    agenciaefe.es EFE
    efe.com EFE
    europapress.es Europa Press
    dpa-international.com dpa
    dts-nachrichtenagentur.de dts
    apa.at Austria Press Agency
    keystone-sda.ch Keystone-SDA
    thecanadianpress.com Canadian Press
    aapnews.com.au Australian Associated Press
    aap.com.au Australian Associated Press
    irna.ir IRNA
    mehrnews.com Mehr News Agency
    farsnews.ir Fars News Agency
    tasnimnews.com Tasnim
    isna.ir ISNA
    sana.sy SANA
    wafa.ps WAFA
    spa.gov.sa Saudi Press Agency
    wam.ae WAM
    qna.org.qa Qatar News Agency
    kuna.net.kw KUNA
    petra.gov.jo Petra
    nna-leb.gov.lb National News Agency
    aps.dz Algeria Press Service
    mapnews.ma MAP
    nannews.ng News Agency of Nigeria
    antaranews.com Antara
    vnanet.vn Vietnam News Agency
    pna.gov.ph Philippine News Agency
    ctk.cz Czech News Agency
    ceskenoviny.cz Czech News Agency
    pap.pl PAP
    belta.by BelTA
    trend.az Trend
    aa.com.tr Anadolu Agency
    plenglish.com Prensa Latina
    prensa-latina.cu Prensa Latina
    agenciabrasil.ebc.com.br Agência Brasil
    """.strip().splitlines()
)
# Other names of one house: the services that sell an outlet's own text, its site, its letters.
_OTHER_NAMES = tuple(
    (line.strip().split(" = ")[0], line.strip().split(" = ")[1])
    for line in """
    CNN Newsource = CNN
    CNN Wire = CNN
    New York Times News Service = The New York Times
    Washington Post News Service = The Washington Post
    Guardian News Service = The Guardian
    Los Angeles Times News Service = Los Angeles Times
    LA Times = Los Angeles Times
    MailOnline = Daily Mail
    Mail Online = Daily Mail
    NYT = The New York Times
    WSJ = The Wall Street Journal
    SCMP = South China Morning Post
    rferl.org = RFE/RL
    Radio Free Europe/Radio Liberty = RFE/RL
    Radio Free Europe = RFE/RL
    """.strip().splitlines()
)
_ALIASES = {form.casefold(): name for form, name in _OTHER_NAMES}
# What a broadcaster's desk or edition adds to its letters.
_EDITIONS = re.compile(r" (?:News|TV|International|Online|Digital|World|English|World News|News Online|Radio)$")
_AGENCY_NAMES = frozenset(agency.name for agency in AGENCIES)
_FORMS = {agency.name: (agency.name, *agency.forms) for agency in AGENCIES}
_SHORTEST_FORM = 3  # characters: "PA" and "RT" are looked for nowhere but in credits


def is_agency(name: str | None) -> bool:
    """Whether `name` is the full name of an agency of the table."""
    return name in _AGENCY_NAMES


def _host(address: str | None) -> str | None:
    parts = split_address(address)
    return parts.hostname if parts else None


def agency_of(outlet: str | None, address: str | None = None) -> str | None:
    """The agency whose own publication stands under this outlet and address; None where it is no agency's.

    The outlet's name goes before the address: a portal shows what agencies publish, and an agency's site is its own.
    """
    for name in (outlet, _host(address)):
        if not name:
            continue
        if is_domain(name):
            domain = registered_domain(name)
            agency = _AGENCY_DOMAINS.get(domain or "") or _AGENCY_DOMAINS.get(name.lower())
            agency = agency or next((each for each in sorted(_AGENCY_NAMES) if _is_domain_of(each, domain)), None)
        else:
            agency = agency_named(name) or agency_named(_EDITIONS.sub("", name))
        if agency in _AGENCY_NAMES and (
            name == outlet or not outlet or is_domain(outlet) or is_masthead(outlet, agency)
        ):
            return agency
    return None


@lru_cache(maxsize=1 << 14)
def _is_domain_of(agency: str, domain: str | None) -> bool:
    """Whether the domain is the agency's name, or its capital letters, and nothing else."""
    if domain is None or domain in _AGENCY_DOMAINS:
        return False
    label = domain.split(".")[0].replace("-", "")
    forms = {re.sub(r"\W", "", form.lower()) for form in _FORMS[agency] if len(form) > _SHORTEST_FORM - 1}
    return label in forms and len(label) >= _SHORTEST_FORM


@lru_cache(maxsize=1 << 14)
def is_same_house(name: str, outlet: str | None, address: str | None = None) -> bool:
    """Whether `name`, as a credit or a text writes it, is the house that published under `outlet` and `address`.

    "The Associated Press" fits "AP News" and apnews.com, "ABC" fits "ABC News", "Example Times" fits etimes.com.
    """
    name, outlet = _alias(name), _alias(outlet) if outlet else outlet
    agency = agency_named(name)
    if agency in _AGENCY_NAMES:
        return agency_of(outlet, address) == agency
    host = _host(address)
    if any(is_same_outlet(name, known) for known in (outlet, host)):
        return True
    if outlet and _is_edition(name, outlet):
        return True
    masthead = masthead_of(host) or masthead_of(outlet)
    if masthead is None:
        return False
    return masthead_named(name) == masthead or is_masthead(name, masthead) or _is_edition(name, masthead)


def _alias(name: str) -> str:
    written = " ".join(name[:200].split())
    return _ALIASES.get(written.casefold().removeprefix("the "), written)


def _is_edition(name: str, outlet: str) -> bool:
    """Whether the two are one broadcaster's letters, the one with a desk's word behind them."""
    short, other = _EDITIONS.sub("", name), _EDITIONS.sub("", outlet)
    return short == other and short in LETTER_OUTLETS


@lru_cache(maxsize=1 << 14)
def house_forms(outlet: str | None, address: str | None = None) -> tuple[str, ...]:
    """The forms under which running text names the house, longest first; without its article.

    Forms shorter than three letters are left out: they are also other things.
    """
    forms: set[str] = set()
    agency = agency_of(outlet, address)
    if agency:
        forms.update(_FORMS[agency])
    host = _host(address) or (outlet if outlet and is_domain(outlet) else None)
    if host and outlet and not is_same_house(outlet, host):  # a portal that shows what another house publishes
        host = None
    masthead = masthead_of(host)
    for name in (outlet if outlet and not is_domain(outlet) else None, masthead):
        if name:
            forms.update((name, _EDITIONS.sub("", name) if _EDITIONS.sub("", name) in LETTER_OUTLETS else name))
    forms.update(form for form, of in _OTHER_NAMES if outlet and is_same_house(of, outlet))
    if host:
        domain = registered_domain(host) or host
        forms.add(domain)
        label = domain.split(".")[0].upper()
        if label in LETTER_OUTLETS:
            forms.add(label)
    bare = {re.sub(r"^the\s+", "", form.strip(), flags=re.IGNORECASE) for form in forms}
    return tuple(sorted((form for form in bare if len(form) >= _SHORTEST_FORM), key=lambda form: (-len(form), form)))
