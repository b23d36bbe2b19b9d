"""The words of a page that are not its article: menus, share bars, prompts, advertisement, rights, picture credits.

English first, then the usual words of German, French, Spanish, Russian, Arabic, Turkish and Chinese. Each table and
each shape stands for a class of line; none for a site. A line is judged here by its own words alone; what its
neighbours say is for the reading stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.lexicon.line_shapes import (
    BIOGRAPHY,
    BIOGRAPHY_CONTACT,
    LEADING_JUNK,
    LINK_BLOCK,
    PROMPT_STARTS,
    PROMPT_WORDS,
    SHORT_SHAPES,
    TRAILING_JUNK,
)
from firsthand.lexicon.long_shapes import LONG_SHAPES
from firsthand.lexicon.set_phrases import phrase_label, relation_label
from firsthand.model import SegmentLabel

__all__ = [
    "LEADING_JUNK",
    "MENU_WORDS",
    "SHARE_WORDS",
    "TRAILING_JUNK",
    "find_gates",
    "is_date_line",
    "is_relation_lead",
    "label_line",
    "strip_ends",
]

_LONGEST_WORD_LINE = 300  # a line made of menu words alone may be as long as this, in characters
_LONGEST_SHORT = 120  # and lines that are one phrase as long as this
_LONGEST_ASKING = 160  # and a demand as long as this needs but one word of its kind
_SHORTEST_PHRASE = 6
_LONGEST_PROMPT = 900  # a pasted sign-up form with its messages reaches this
_LONGEST_LINE = 2500  # no furniture is longer

MENU_WORDS = frozenset(
    # sections and navigation
    "home homepage news world politics political business sport sports opinion opinions editorial editorials tech"
    " technology science health entertainment showbiz culture arts travel lifestyle life style weather video videos"
    " photo photos picture pictures gallery galleries live latest breaking top stories more menu search login logout"
    " log sign in out register account my contact about us uk europe asia africa middle east americas international"
    " national local regional markets economy finance education environment features blogs blog podcasts podcast"
    " columnists columns magazine topics trending close skip content navigation image images caption enlarge toggle"
    " hide show expand collapse play pause replay slideshow comments comment back main page next previous prev go"
    " index archive archives sections section edition editions en exclusive exclusives recommended popular hot shop"
    " jobs dating puzzles crosswords obituaries letters analysis explainer audio radio tv multimedia infographics"
    " website site map rss feed feeds mobile app apps elections other others tags tag scroll down up below for"
    # the names of languages, in a row of links to other editions
    " english deutsch français español italiano português русский українська türkçe العربية فارسی 中文 日本語 한국어"
    # German, French, Spanish
    " startseite nachrichten politik wirtschaft panorama wissenschaft kultur meinung ausland inland suche anmelden"
    " menü mehr accueil actualités actualité monde politique économie société culture recherche inicio noticias mundo"
    " política economía deportes sociedad opinión buscar portada"
    # Russian, Turkish
    " главная новости политика экономика общество мир спорт культура происшествия поиск меню ещё еще видео фото"
    " anasayfa haberler gündem dünya ekonomi spor siyaset yaşam video galeri ara"
    # Arabic
    " الرئيسية أخبار الأخبار سياسة اقتصاد رياضة العالم ثقافة فيديو صور بحث المزيد".split()
)
SHARE_WORDS = frozenset(
    "share shares shared tweet tweets retweet email e-mail print facebook twitter whatsapp pinterest linkedin reddit"
    " messenger telegram flipboard tumblr instagram snapchat youtube vk viber line wechat weibo"
    " copied link save bookmark"
    " fbshare gshare sms pocket text size teilen drucken merken partager imprimer envoyer compartir imprimir enviar"
    " поделиться поделись распечатать печать скопировать ссылку paylaş yazdır مشاركة شارك طباعة تويتر فيسبوك".split()
)
_SHARE_GLUE = frozenset(
    "on via this story article by the to it with copy like follow plus version google mail a auf sur en в на".split()
)
_MENU_GLUE = frozenset("and the to of und et y и & with your a or".split())
_AD_WORDS = frozenset(
    "advertisement advertisements advert adverts ad ads advertising sponsored promoted anzeige"
    " werbung publicité annonce"
    " publicidad anuncio реклама إعلان اعلان إعلانات reklam ilan".split()
)
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed"
    " thu thur thurs fri"
    " sat sun today yesterday am pm a.m p.m est edt et pst pdt pt cst cdt ct mst mdt gmt utc bst ist"
    " cet cest msk eet noon"
    " midnight ago hour hours hr hrs minute minutes min mins day days week weeks month months year"
    " years updated update"
    " published publish posted post created modified first last originally date time on at of the read th st nd rd"
    " issued issue edited added release released as"
    " januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag"
    " samstag sonntag uhr"
    " stand veröffentlicht aktualisiert am um vor minuten stunden lesedauer lesezeit reading janvier"
    " février mars avril juin juillet août septembre"
    " octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche publié mis à jour le à"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles"
    " jueves viernes sábado domingo publicado actualizado el de del a las"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда"
    " четверг пятница суббота воскресенье опубликовано обновлено сегодня вчера в г мск"
    " ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı"
    " çarşamba perşembe cuma"
    " cumartesi pazar güncelleme yayınlanma saat"
    " يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الأحد الاثنين"
    " الثلاثاء الأربعاء الخميس"
    " الجمعة السبت نشر تحديث آخر بتاريخ".split()
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}(?![\w.])")
_BAR = re.compile(r"[|•·]|\s[–—-]\s")
_ARTICLES = frozenset("the die der das le la el".split())
_WORD = re.compile(r"[^\W_]+(?:[.'’+-][^\W_]+)*|&")
_CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯÀ-Þ])(?=[A-ZА-ЯÀ-Þ])")
_HAS_CLOCK_OR_DAY = re.compile(
    (
        r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\b\d{1,2}:\d{2}\b"
        r"|\b\d{1,2}\.\d{2} uhr|\d{4}年\d{1,2}月"
    ),
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|am|pm|h)?|utc[+-]\d+|gmt[+-]\d+|t\d+|\d+t\d+z?")
_BREADCRUMB = re.compile(r"\s*(?:[/|>»›•·→]|::)\s*|\s{2,}")
_DATA_LINE = re.compile(r"""(?:\[\s*["'{\[\d]|\{\s*["']).{0,2000}[\]}][;,]?""")
# A program or a style sheet that was taken for text.
_CODE = re.compile(
    r"(?:window|document|googletag|_\w+|\w+\.\w+)(?:\.\w+)*\s?(?:=|\(|\.push\()|\(function\s?\(|function\s?\w*\("
    r"|var \w+\s?="
    r"|(?:let|const) \w+\s?=|if\s?\((?:typeof|window|document)|\$\(|@media\b|[.#][\w-]+(?:[ ,>.:#]+[\w-]+)*\s?\{"
)
_LONG_GATES = tuple(sorted({gate for _, gates, _ in LONG_SHAPES for gate in gates}))
_OTHER_SCRIPT = re.compile(r"[\u0400-\u06ff\u4e00-\u9fff]")
_LATIN_GATES = tuple(gate for gate in _LONG_GATES if _OTHER_SCRIPT.search(gate) is None)
_BAR_WORDS = MENU_WORDS | SHARE_WORDS | _SHARE_GLUE | _MENU_GLUE | _AD_WORDS
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3}[.!?…][\"”’']?\s+(?=[\"“‘']?[^\W\d_a-z])")  # a link's title is one sentence
_ADDRESSED = re.compile(r"\b(?:you|your|our|us|we|here|now|ihre?n?|vous|votre|su)\b")  # in small letters
_CONTACT_WORDS = ("@", "follow", "reach", "contact", "column", "write to", "mail", "tweets", "blogs", "press office")
_AUTHOR_WORDS = (
    *"correspondent columnist writer contribut editor fellow professor lecturer author journalist reporter".split(),
    *"bureau covers reported reports writes view opinion".split(),
    "reader in",
)
_SPEECH = re.compile(r"[\"“”«»„]")


def _words(line: str) -> Iterator[str]:
    """The words of the line in small letters; a run of capitalised words without spaces counts as several."""
    for word in _WORD.findall(line):
        lower = word.lower()
        if word[1:] == lower[1:]:  # no capital inside it
            yield lower
        else:
            yield from (part.lower() for part in _CAMEL.split(word))


def _is_number(word: str) -> bool:
    return (word[0].isdigit() or word[-1].isdigit()) and _NUMBER.fullmatch(word) is not None


def strip_ends(line: str) -> str:
    """`line` without the arrows, points and bars that frame the labels of links and buttons."""
    return line.strip(" \t\xa0\u200b:.…!»›>→|•·-–—_*#[]()↓▼▾▸►✕×+,")


def is_date_line(line: str) -> bool:
    """Whether the line says when the text was published or changed, and nothing else.

    Words for days, months, clocks and "updated", figures, and at most three words of a section or an outlet in
    front ("Regions 05/03/2021, 08:15am").
    """
    if len(line) > _LONGEST_SHORT or "@" in line or "©" in line or _DIGIT.search(line) is None:
        return False
    words = list(_words(line))
    if len(words) > 1 and words[0] in _ARTICLES and _BAR.search(line):  # "The Harbour Gazette | 3 May 2021"
        del words[0]
    kinds = [word in _DATE_WORDS or _is_number(word) for word in words]
    lead = kinds.index(True) if True in kinds else len(kinds)
    if lead == len(kinds) or not all(kinds[lead:]) or lead > 3:
        return False
    named = [word for word in words[lead:] if word in _DATE_WORDS]
    sure = bool(_HAS_CLOCK_OR_DAY.search(line)) or (bool(named) and bool(_YEAR.search(line)))
    if lead == 0:
        return sure or (bool(named) and len(words) > 1)
    return sure and (
        all(word in MENU_WORDS for word in words[:lead]) or not line[0].islower() or _DOMAIN.match(line) is not None
    )


def _label_by_words(line: str) -> SegmentLabel | None:
    """Label of a line that is made of the words of one bar or menu and holds no other word."""
    first = _WORD.search(line)
    if first is None:
        return None
    head = _CAMEL.split(first.group())[0].lower()
    if head not in _BAR_WORDS and not _is_number(head):
        return None
    real: list[str] = []
    for word in _words(line):
        if word in _BAR_WORDS:
            real.append(word)
        elif not _is_number(word):
            return None
    if not real:
        return None
    if all(word in _AD_WORDS for word in real):
        return SegmentLabel.ADVERTISEMENT
    if any(word in SHARE_WORDS for word in real) and all(word in SHARE_WORDS or word in _SHARE_GLUE for word in real):
        return SegmentLabel.SHARE
    if any(word in MENU_WORDS for word in real) and all(
        word in MENU_WORDS or word in _MENU_GLUE or word in SHARE_WORDS for word in real
    ):
        return SegmentLabel.MENU
    return None


def _is_breadcrumb(line: str) -> bool:
    """Whether the line is a row of short items with signs between them, one of them a section's name."""
    items = [item for item in _BREADCRUMB.split(line) if item]
    if not 2 <= len(items) <= 12 or len(line) > _LONGEST_SHORT:
        return False
    item_words = [list(_words(item)) for item in items]
    short = sum(len(words) <= 3 for words in item_words)
    sections = sum(bool(words) and all(word in MENU_WORDS for word in words) for words in item_words)
    return sections > 0 and (short == len(items) or (len(items) > 3 and sections > 1))


def is_relation_lead(line: str) -> bool:
    """Whether the line is a heading over links to other texts: "Read more:", "Related stories"."""
    return len(line) <= 60 and label_line(line) in {SegmentLabel.READ_MORE, SegmentLabel.RELATED}


def _is_prompt(line: str) -> bool:
    """Whether the line asks the reader for something: an address, a subscription, a story, a comment."""
    asks = PROMPT_STARTS.match(line) is not None
    if len(line) > _LONGEST_PROMPT or not (asks or len(line) <= 2 * _LONGEST_SHORT):
        return False
    speech = _SPEECH.search(line) is not None
    folded = line.lower()
    if not asks and (speech or not _ADDRESSED.search(folded)):
        return False
    hits = len(set(PROMPT_WORDS.findall(folded)))
    if speech:
        return hits >= 4
    if asks:
        return hits >= (1 if len(line) <= _LONGEST_ASKING else 2 if len(line) <= _LONGEST_WORD_LINE else 3)
    return hits >= 3 or (hits >= 2 and len(line) <= _LONGEST_SHORT)


def find_gates(text: str) -> tuple[str, ...]:
    """The words, held by `text`, of which one must stand in a line before its long shapes are tried.

    A text holds few of them, so that looking them up once for all its lines is cheaper than line by line.
    """
    folded = text.lower()
    foreign = not text.isascii() and _OTHER_SCRIPT.search(text) is not None
    return tuple(gate for gate in (_LONG_GATES if foreign else _LATIN_GATES) if gate in folded)


def _label_long(line: str, bare: str, gates: tuple[str, ...]) -> SegmentLabel | None:
    """Label of a line of any length by a phrase that it holds."""
    if len(bare) < _SHORTEST_PHRASE:
        return None
    if gates:
        folded = bare.lower()
        held = {gate for gate in gates if gate in folded}
        for label, words, shape in LONG_SHAPES if held else ():
            if not held.isdisjoint(words) and shape.fullmatch(bare):
                return label
    relation = relation_label(line) if len(line) <= _LONGEST_WORD_LINE else None
    if relation is not None:
        label, sure = relation
        breaks = _SENTENCE_BREAK.findall(line)
        if not breaks or (sure and len(breaks) == 1 and len(line) <= _LONGEST_ASKING):
            return label
    if LINK_BLOCK.fullmatch(line):
        return SegmentLabel.RELATED
    return SegmentLabel.SUBSCRIBE if _is_prompt(line) else None


@lru_cache(maxsize=1 << 13)  # the furniture of a site stands on each of its pages
def _label_once(line: str) -> SegmentLabel | None:
    """`_label_short` for short lines, looked up where the same line was seen before."""
    return _label_short(line, strip_ends(line))


def _label_short(line: str, bare: str) -> SegmentLabel | None:
    """Label of a line that is a date, a bar, a menu or one phrase and holds nothing else."""
    if len(bare) <= _LONGEST_WORD_LINE and (label := _label_by_words(bare)):
        return label
    if is_date_line(bare) or (line[-1] in "]});," and (_DATA_LINE.fullmatch(line) or _CODE.match(line))):
        return SegmentLabel.METADATA
    if len(bare) > _LONGEST_SHORT:
        return None
    if _is_breadcrumb(line):
        return SegmentLabel.MENU
    label = phrase_label(bare)
    if label is not None:
        return label
    match = SHORT_SHAPES.fullmatch(bare)
    return SegmentLabel[match.lastgroup] if match is not None and match.lastgroup is not None else None


def _is_biography(line: str, *, near_end: bool) -> bool:
    """Whether the line says who the author is or how to reach them."""
    if len(line) > 2 * _LONGEST_WORD_LINE or _SPEECH.search(line):
        return False
    folded = line.lower()
    if any(word in folded for word in _CONTACT_WORDS) and BIOGRAPHY_CONTACT.search(line):
        return True
    return near_end and any(word in folded for word in _AUTHOR_WORDS) and BIOGRAPHY.search(line) is not None


def label_line(
    line: str, *, may_be_biography: bool = False, gates: tuple[str, ...] | None = None
) -> SegmentLabel | None:
    """What kind of page furniture the line is by its own words; None where it may be part of the article.

    Args:
        line: One line without white space at its ends.
        may_be_biography: Whether a line that says what somebody does counts as one about the author: true near the
            end of a text, where such lines stand; a person in the news can be "a reporter for" somebody too.
        gates: What `find_gates` gives for the whole text that the line is from; looked up in the line where missing.

    Returns:
        A label that never stands in the body, or None.
    """
    bare = strip_ends(line[: _LONGEST_LINE + 1])
    if not any(character.isalnum() for character in bare):
        return SegmentLabel.METADATA
    if len(line) > _LONGEST_LINE:
        return None
    label = _label_once(line) if len(line) <= _LONGEST_SHORT else _label_short(line, bare)
    label = label or _label_long(line, bare, find_gates(bare) if gates is None else gates)
    if label is None and _is_biography(line, near_end=may_be_biography):
        return SegmentLabel.BIOGRAPHY
    return label
