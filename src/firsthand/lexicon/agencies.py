"""The world's news agencies: names, forms of their names, home cities, and how they stand in a page's address.

Written for this project from general knowledge. An agency sells text to other publishers; an outlet that is only read
by its own public is none, however large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

__all__ = ["AGENCIES", "UNNAMED_AGENCIES", "Agency", "AgencyHit", "agency_in_path", "agency_named", "find_agencies"]

# What "(Agencies)" and "with agencies" credit: an agency, but which one is not said.
UNNAMED_AGENCIES = "Agencies"
_UNNAMED_FORMS = (
    "Agencies agencies AGENCIES Agenturen Agences agences Agencias agencias агентства وكالات ajanslar Ajanslar".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One news agency."""

    name: str  # the full name under which the records list it
    forms: tuple[str, ...]  # other forms of the name, as written; capitals count
    home: str  # city of its head office
    languages: tuple[str, ...]  # ISO 639-1, main languages of its service
    paths: tuple[str, ...] = ()  # segments of a page's address under which subscribers file its text


class AgencyHit(NamedTuple):
    """An agency's name in a text."""

    start: int
    end: int
    name: str


def _agency(name: str, forms: str, home: str, languages: str, paths: str = "") -> Agency:
    return Agency(
        name=name,
        forms=tuple(form.strip() for form in forms.split("|") if form.strip()),
        home=home,
        languages=tuple(languages.split()),
        paths=tuple(paths.split()),
    )


# name | other forms | home | languages | segments of addresses
AGENCIES: tuple[Agency, ...] = (
    _agency(
        "Associated Press",
        "The Associated Press|AP|A.P.|AP News|ASSOCIATED PRESS|Assoc. Press|Ap",
        "New York",
        "en es",
        "ap aponline apwire ap-online",
    ),
    _agency(
        "Press Association",
        "PA Media|PA|PA News|Press Association|PRESS ASSOCIATION",
        "London",
        "en",
        "pa pressassociation",
    ),
    _agency(
        "AFP",
        (
            "Agence France-Presse|Agence France Presse|Agence Francepresse|AGENCE FRANCE-PRESSE|Afp|АФП|法新社"
            "|أ ف ب|وكالة فرانس برس|فرانس برس"
        ),
        "Paris",
        "fr en es ar de pt",
        "afp",
    ),
    _agency(
        "Reuters",
        "Thomson Reuters|REUTERS|Reuters News Agency|Рейтер|Рейтерс|路透社|路透|رويترز|ロイター",
        "London",
        "en",
        "reuters",
    ),
    _agency("TASS", "ITAR-TASS|Itar-Tass|Tass|ТАСС|ИТАР-ТАСС|塔斯社|تاس", "Moscow", "ru en", "tass"),
    _agency("RIA Novosti", "RIA|RIA Novosti|РИА Новости|Sputnik News Agency|РИА", "Moscow", "ru"),
    _agency("Interfax", "INTERFAX|INTERFAX.RU|Интерфакс|ИНТЕРФАКС", "Moscow", "ru en"),
    _agency(
        "Xinhua", "Xinhua News Agency|XINHUA|新华社|新華社|Синьхуа|شينخوا|Chine nouvelle", "Beijing", "zh en", "xinhua"
    ),
    _agency("China News Service", "CNS|中新社|中国新闻社|中新网", "Beijing", "zh"),
    _agency("Central News Agency", "中央社|Focus Taiwan", "Taipei", "zh en"),
    _agency("dpa", "DPA|Deutsche Presse-Agentur|dpa-AFX|Dpa|ДПА", "Hamburg", "de en", "dpa"),
    _agency("dts", "dts Nachrichtenagentur", "Halle", "de"),
    _agency("epd", "Evangelischer Pressedienst", "Frankfurt", "de"),
    _agency("KNA", "Katholische Nachrichten-Agentur", "Bonn", "de"),
    _agency("SID", "Sport-Informations-Dienst", "Cologne", "de"),
    _agency("Austria Press Agency", "APA|Austria Presse Agentur", "Vienna", "de"),
    _agency("Keystone-SDA", "Keystone-ATS|SDA|ATS", "Bern", "de fr it"),
    _agency("EFE", "Agencia EFE|Efe|ЭФЕ", "Madrid", "es", "efe"),
    _agency("Europa Press", "EUROPA PRESS", "Madrid", "es"),
    _agency("ANSA", "Ansa|АНСА", "Rome", "it en"),
    _agency("Adnkronos", "AdnKronos", "Rome", "it"),
    _agency("Lusa", "Agência Lusa|LUSA", "Lisbon", "pt"),
    _agency("Belga", "Agence Belga|BELGA", "Brussels", "nl fr"),
    _agency("ANP", "Algemeen Nederlands Persbureau", "The Hague", "nl"),
    _agency("NTB", "Norsk Telegrambyrå", "Oslo", "no"),
    _agency("TT", "TT News Agency|Tidningarnas Telegrambyrå", "Stockholm", "sv"),
    _agency("Ritzau", "RITZAU", "Copenhagen", "da"),
    _agency("STT", "STT-Lehtikuva|Lehtikuva", "Helsinki", "fi"),
    _agency("BNS", "Baltic News Service", "Tallinn", "et lv lt"),
    _agency("PAP", "Polska Agencja Prasowa|Polish Press Agency", "Warsaw", "pl"),
    _agency("Czech News Agency", "CTK|ČTK|ČTK Czech News Agency", "Prague", "cs"),
    _agency("TASR", "", "Bratislava", "sk"),
    _agency("MTI", "Magyar Távirati Iroda", "Budapest", "hu"),
    _agency("Agerpres", "AGERPRES", "Bucharest", "ro"),
    _agency("BTA", "Bulgarian News Agency", "Sofia", "bg"),
    _agency("Tanjug", "TANJUG|Танјуг", "Belgrade", "sr"),
    _agency("Beta", "BETA|Beta news agency", "Belgrade", "sr"),
    _agency("HINA", "Hina", "Zagreb", "hr"),
    _agency("FENA", "Fena", "Sarajevo", "bs"),
    _agency("Slovenian Press Agency", "STA", "Ljubljana", "sl"),
    _agency("ANA-MPA", "Athens News Agency|AMNA", "Athens", "el"),
    _agency("Ukrinform", "УКРІНФОРМ|Укрінформ|Укринформ", "Kyiv", "uk en"),
    _agency("UNIAN", "УНІАН|УНИАН", "Kyiv", "uk ru"),
    _agency("BelTA", "БЕЛТА|BELTA", "Minsk", "be ru"),
    _agency("Kazinform", "Казинформ", "Astana", "kk ru"),
    _agency("AZERTAC", "Azertac|АЗЕРТАДЖ", "Baku", "az"),
    _agency("Trend", "Trend News Agency", "Baku", "az ru en"),
    _agency("Armenpress", "ARMENPRESS|Арменпресс", "Yerevan", "hy"),
    _agency("Anadolu Agency", "AA|Anadolu|Anadolu Ajansı|Анадолу|الأناضول", "Ankara", "tr en ar"),
    _agency("DHA", "Demirören Haber Ajansı|Doğan Haber Ajansı", "Istanbul", "tr"),
    _agency("IHA", "İHA|İhlas Haber Ajansı", "Istanbul", "tr"),
    _agency("IRNA", "Islamic Republic News Agency|ИРНА|ایرنا|إرنا", "Tehran", "fa en"),
    _agency("Fars News Agency", "Fars|FNA|FARS|Фарс|فارس", "Tehran", "fa"),
    _agency("Mehr News Agency", "MNA|Mehr News", "Tehran", "fa"),
    _agency("Tasnim", "Tasnim News Agency|تسنیم", "Tehran", "fa"),
    _agency("ISNA", "ایسنا", "Tehran", "fa"),
    _agency("SANA", "Syrian Arab News Agency|سانا", "Damascus", "ar"),
    _agency("WAFA", "Wafa|وفا", "Ramallah", "ar"),
    _agency("MENA", "Middle East News Agency|أ ش أ", "Cairo", "ar"),
    _agency("Saudi Press Agency", "SPA|واس", "Riyadh", "ar"),
    _agency("WAM", "Emirates News Agency|وام", "Abu Dhabi", "ar"),
    _agency("Qatar News Agency", "QNA|قنا", "Doha", "ar"),
    _agency("KUNA", "Kuwait News Agency|كونا", "Kuwait City", "ar"),
    _agency("Petra", "Jordan News Agency|بترا", "Amman", "ar"),
    _agency("National News Agency", "NNA|الوكالة الوطنية للإعلام", "Beirut", "ar"),
    _agency("Algeria Press Service", "APS", "Algiers", "ar fr"),
    _agency("MAP", "Maghreb Arabe Presse", "Rabat", "ar fr"),
    _agency("TAP", "Tunis Afrique Presse", "Tunis", "ar fr"),
    _agency("News Agency of Nigeria", "NAN", "Abuja", "en"),
    _agency("Ghana News Agency", "GNA", "Accra", "en"),
    _agency("Ethiopian News Agency", "ENA", "Addis Ababa", "am en"),
    _agency("African News Agency", "ANA", "Johannesburg", "en"),
    _agency("Kyodo News", "Kyodo|KYODO|共同通信|共同社", "Tokyo", "ja en"),
    _agency("Jiji Press", "Jiji|JIJI|時事通信|时事社", "Tokyo", "ja"),
    _agency("Yonhap", "Yonhap News Agency|YONHAP|연합뉴스|韩联社", "Seoul", "ko en", "yonhap"),
    _agency("KCNA", "Korean Central News Agency|朝中社|ЦТАК", "Pyongyang", "ko"),
    _agency("Press Trust of India", "PTI", "New Delhi", "en hi", "pti"),
    _agency("ANI", "Asian News International", "New Delhi", "en hi"),
    _agency("IANS", "Indo-Asian News Service", "New Delhi", "en hi", "ians"),
    _agency("Associated Press of Pakistan", "APP", "Islamabad", "en ur"),
    _agency("BSS", "Bangladesh Sangbad Sangstha", "Dhaka", "bn en"),
    _agency("Bernama", "BERNAMA", "Kuala Lumpur", "ms en"),
    _agency("Antara", "ANTARA", "Jakarta", "id"),
    _agency("Vietnam News Agency", "VNA|TTXVN", "Hanoi", "vi"),
    _agency("Philippine News Agency", "PNA", "Manila", "en"),
    _agency("Australian Associated Press", "AAP", "Sydney", "en", "aap"),
    _agency("Canadian Press", "The Canadian Press|THE CANADIAN PRESS|La Presse canadienne", "Toronto", "en fr"),
    _agency("UPI", "United Press International|U.P.I.", "Washington", "en", "upi"),
    _agency("Bloomberg", "Bloomberg News|BLOOMBERG|Блумберг|彭博社", "New York", "en"),
    _agency("Dow Jones Newswires", "Dow Jones", "New York", "en"),
    _agency("Tribune News Service", "TNS|Tribune Content Agency", "Chicago", "en"),
    _agency(
        "CNN Newsource",
        "CNN NewSource|CNN Wire|CNN WIRE|The-CNN-Wire|CNN Newswire",
        "Atlanta",
        "en",
        "cnn-wire cnnwire",
    ),
    _agency("Notimex", "NOTIMEX", "Mexico City", "es"),
    _agency("Prensa Latina", "PL", "Havana", "es"),
    _agency("Agência Brasil", "Agencia Brasil", "Brasília", "pt"),
    _agency("Télam", "Telam|TELAM", "Buenos Aires", "es"),
)

# Letters that are also a common word, a country's or a state's code, or a usual short form of something else. They
# name an agency only where nothing else can stand: in a tag or a credit line, never in running text.
_AMBIGUOUS = frozenset(
    "AA PA PL TT ATS APA STA SPA MAP TAP ANA ANI APP APS MENA PAP BETA Beta Trend SID SDA RIA РИА"
    " NAN NNA Fars FARS Ap"
    " CNS TNS PNA QNA MNA GNA ENA Petra dts Mehr Antara فارس وفا وام واس تاس Jiji".split()
) | {"Dow Jones"}
# Under one of these an address files the text of several agencies, each under its own segment.
_WIRE_SHELVES = frozenset("wires wire agencies agency agence agences newswire newswires".split())


@cache
def _by_form() -> dict[str, str]:
    forms = {form: agency.name for agency in AGENCIES for form in (agency.name, *agency.forms)}
    forms.update(dict.fromkeys(_UNNAMED_FORMS, UNNAMED_AGENCIES))
    return forms


@cache
def _pattern(with_ambiguous: bool) -> re.Pattern[str]:
    forms = sorted(_by_form(), key=lambda form: (-len(form), form))
    kept = [form for form in forms if with_ambiguous or (form not in _AMBIGUOUS and form not in _UNNAMED_FORMS)]
    # Chinese and Japanese write no spaces: their forms stand between any letters, all others between word ends.
    spaced = "|".join(re.escape(form) for form in kept if form[0] < "\u3040")
    unspaced = "|".join(re.escape(form) for form in kept if form[0] >= "\u3040")
    before = r"(?<![\w@#.])" if with_ambiguous else r"(?<![\w@#/.])"
    return re.compile(rf"{before}(?:{spaced})(?!\w)|{unspaced}")


def agency_named(form: str) -> str | None:
    """Full name of the agency that `form` stands for, white space and a leading "the" put aside; else None."""
    words = " ".join(form.split())
    return _by_form().get(words) or _by_form().get(re.sub(r"^[Tt]he ", "", words))


def find_agencies(
    text: str, start: int = 0, end: int | None = None, *, with_ambiguous: bool = False
) -> Iterator[AgencyHit]:
    """The agencies named in `text[start:end]`, in order, longest form first, without overlap.

    Args:
        text: Any text.
        start: First character looked at.
        end: End of the range; None for the end of the text.
        with_ambiguous: Whether forms count that are also words or codes ("PA", "AA"): right in a tag or a credit
            line, wrong in running text.

    Yields:
        One hit for each place.
    """
    by_form = _by_form()
    for match in _pattern(with_ambiguous).finditer(text, start, len(text) if end is None else end):
        yield AgencyHit(match.start(), match.end(), by_form[match.group()])


def agency_in_path(url: str) -> str | None:
    """Full name of the agency under whose segment the address files the page; None where it names none.

    A long segment of the table is enough ("/reuters/2017/", "/aponline/"); one of two or three letters counts only
    below a shelf for wires ("/wires/pa/"), and a segment that is the site's own first one counts as any other.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url.lower()).split("?", 1)[0].split("#", 1)[0]
    segments = path.split("/")[1:-1]
    for before, segment in zip(["", *segments], segments, strict=False):
        for agency in AGENCIES:
            if segment in agency.paths and (len(segment) > 3 or before in _WIRE_SHELVES):
                return agency.name
    return None
