"""The dates that a page shows its readers: marked as dates, labelled as dates, or standing alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from firsthand.lexicon.date_labels import DateLabel, find_label_after, find_label_before
from firsthand.lexicon.dates import DateForm, find_date_forms
from firsthand.reading.stamps import day_of, parse_shown
from firsthand.reading.standing import DateClaim, Standing

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["element_text", "find_labelled_dates", "find_loose_dates", "find_marked_dates"]

_MAX_MARKED = 60  # dates taken from one page
_MAX_LOOKED_AT = 3_000  # elements named for dates; pages of real sites have at most some hundreds
_MAX_TEXTS = 20_000  # of one page
_MAX_LOOSE = 6
_MAX_LABELLED = 6
_MAX_OTHER_LETTERS = 45  # letters beside the date in a line that is a date line
_MAX_LINK_LETTERS = 12  # and in a link: what has more is the title of another page
_LONGEST_DATE_TEXT = 160  # characters of an element that may hold a date
_LONGEST_LABELLED = 400  # and of a text that says in words when the article was published
_LABEL_ALONE = 40  # characters of an element that holds only the label of the next
_MAX_CHILDREN = 12
_MAX_DEPTH = 40
_HEADLINE_WORDS = 3
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Before the last day of something: "until 20 January 2031", "- 20 January 2031".
_END = re.compile(
    r"(?:[-–—]|\b(?:until|till|through|to|bis|jusqu\w*|hasta|até|fino|tot|do|до)(?:\s\w{1,4})?)\s*$", re.IGNORECASE
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.IGNORECASE)

# Names of elements (class, id, itemprop) that hold dates.
_DATE_NAMES = re.compile(
    r"(?:^|[^a-z])(?:date|time|datum|pub(?:lish|date|time|$|[^a-z])|posted|stamp|timestamp|dateline|fecha|data(?:$|[^a-z])"
    r"|meta|byline|info(?:$|[^a-z])|updated)|(?:date|time|datum|postmeta|postmetadata|entrymeta)(?:$|[^a-z])",
    re.IGNORECASE,
)
# Names of elements round other articles, comments, embedded posts, the outlet's own lines and its writers.
_ASIDE = re.compile(
    r"comment|related|sidebar|recommend|most-?read|popular|trending|(?<!elementor-)widget(?! blog\b)|teaser|promo"
    r"|newsletter|archive-list|latest|copyright|userinfo|user-info|signature|instagram-media|twitter-tweet|fb-post"
    r"|tiktok-embed",
    re.IGNORECASE,
)
_FOOT = re.compile(r"footer", re.IGNORECASE)
# Names of the part of an article that says who wrote it and when, whatever element it is in.
_ARTICLE_META = re.compile(r"entry|post|article|asset|meta|author|byline|intro", re.IGNORECASE)
_PICTURE = re.compile(r"caption|image|picture|photo|gallery", re.IGNORECASE)
# The bare class "updated" is not among them: the hAtom format wants it on every date of publication.
_CHANGED_NAME = re.compile(
    r"date-?(?:updated|modified)|entry-?updated|last-?(?:update|modif|edit)|updated?-?(?:date|time|on|at)|modif|revis"
    r"|aktualis",
    re.IGNORECASE,
)
_PUBLISHED_NAME = re.compile(r"publish|posted|created|entry-date|post-date|posted-on", re.IGNORECASE)
# Names of the site's own head: the date shown there is that of the visit.
_SITE_HEAD = re.compile(
    r"site-?head|site-?nav|masthead|top-?bar|nav-?top|nav-?bar|main-?nav|global-?head|current-?(?:date|time)|todays?-?date"
    r"|date-?today|weather|(?:^|[^a-z])(?:clock|ticker)(?:$|[^a-z])",
    re.IGNORECASE,
)
_SHOWING_TAGS = (
    "time",
    *"abbr span div p li em small h2 h3 h4 h5 h6 dd td b i strong font cite address footer a".split(),
)
# Headlines of blogs, whose h1 is the name of the blog.
_TITLED = "//*[self::h2 or self::h3][contains(@class, 'entry-title') or contains(@class, 'post-title')]"
# The title of the window is written for tabs and search pages; the rest is shown to nobody, or to choose from.
_UNSHOWN_TAGS = frozenset({"script", "style", "option", "title", "noscript", "textarea"})


def element_text(element: HtmlElement) -> str:
    """All text of an element, white space folded."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())


def _short_text(element: HtmlElement) -> str:
    """The text of an element as `element_text`, or nothing where it is too long for a date."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(parts[-1].strip())
        if length > _LONGEST_DATE_TEXT:
            return ""
    return " ".join(" ".join(parts).split())


def _name_of(element: HtmlElement) -> str:
    names = element.attrib
    if not names:
        return ""
    return f"{names.get('class') or ''} {names.get('id') or ''} {names.get('itemprop') or ''}"


@lru_cache(maxsize=4_096)  # the elements of a page, and the pages of a site, share their names
def _is_date_name(name: str) -> bool:
    return bool(_DATE_NAMES.search(name)) and not _ASIDE.search(name) and not _PICTURE.search(name)


def find_marked_dates(tree: HtmlElement) -> list[DateClaim]:
    """Dates in `time` elements, and in short elements whose class or id speaks of a date, in the order of the page.

    A date that an element inside marks as that of a change is one also for the elements round it.
    """
    found: list[tuple[HtmlElement, DateClaim]] = []
    wrappers = _wrappers(tree)
    looked_at = 0
    for element in tree.iter(*_SHOWING_TAGS):
        if len(found) >= _MAX_MARKED or looked_at >= _MAX_LOOKED_AT:
            break
        name = _name_of(element)
        if element.tag != "time" and not _is_date_name(name):
            continue
        looked_at += 1
        if len(element) > _MAX_CHILDREN or _is_aside(element, wrappers):
            continue
        found.extend((element, claim) for claim in _marked_claims(element, name, wrappers))
    return _with_changes(found)


def _marked_claims(element: HtmlElement, name: str, wrappers: Container[HtmlElement]) -> Iterator[DateClaim]:
    """The stamp that an element carries, and the date that it shows."""
    has_title = element.tag in {"abbr", "span", "time"}
    stamp = element.get("datetime") or (element.get("title") if has_title else None)
    is_changed = bool(_CHANGED_NAME.search(name)) and not _PUBLISHED_NAME.search(name)
    standing = (
        Standing.SITE_HEAD if _is_site_head(element, wrappers) else Standing.CHANGED if is_changed else Standing.CLAIMED
    )
    if stamp and any(character.isdigit() for character in stamp):
        yield DateClaim("metadata", stamp.strip()[:_LONGEST_DATE_TEXT], f"{element.tag} datetime", standing)
    text = _short_text(element)
    # A stamp written for programs is no date that readers see.
    if len(text) < 4 or _STAMP.match(text) or not any(character.isdigit() for character in text):
        return
    forms = find_date_forms(text)
    if not forms:
        return
    if element.tag == "a" and _other_letters(text, forms[0]) > _MAX_LINK_LETTERS:
        return
    yield DateClaim("date_line", text, f"{element.tag} {name.strip()}"[:120].strip(), standing)


def _with_changes(found: list[tuple[HtmlElement, DateClaim]]) -> list[DateClaim]:
    changed: set[tuple[HtmlElement, object]] = set()
    for element, claim in found:
        if claim.standing is Standing.CHANGED:
            day = day_of(parse_shown(claim.raw)[0])
            changed.update((above, day) for above in element.iterancestors())
    return [
        claim._replace(standing=Standing.CHANGED)
        if (element, day_of(parse_shown(claim.raw)[0])) in changed and claim.standing is Standing.CLAIMED
        else claim
        for element, claim in found
    ]


def _wrappers(tree: HtmlElement) -> set[HtmlElement]:
    """The elements round the page's headline: whatever their names say, the article is in them."""
    for headings in (tree.iter("h1"), tree.xpath(_TITLED)):
        headline = next((one for one in headings if len(element_text(one).split()) >= _HEADLINE_WORDS), None)
        if headline is not None:
            return {headline, *headline.iterancestors()}
    return set()


def _is_aside(element: HtmlElement, wrappers: Container[HtmlElement]) -> bool:
    """Whether the element stands in a list of other articles, in comments, in a picture, in the foot of the page."""
    for depth, above in enumerate(element.iterancestors()):
        if above in wrappers:
            return False
        name = f"{above.get('class') or ''} {above.get('id') or ''}"
        if depth > _MAX_DEPTH or above.tag in {"nav", "figure", "figcaption"}:
            return True
        if above.tag == "aside" or above.tag == "footer" or _FOOT.search(name):
            is_foot = not _ARTICLE_META.search(name) and (above.tag == "aside" or not _is_in_article(above))
            if is_foot:
                return True
        if above.tag not in {"body", "html"} and _ASIDE.search(name):
            return True
    return False


def _is_in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None


def _is_site_head(element: HtmlElement, wrappers: Container[HtmlElement]) -> bool:
    """Whether the element stands in the head of the site, and not in that of the article."""
    for depth, above in enumerate((element, *element.iterancestors())):
        if above.tag in {"article", "main", "body"} or depth > _MAX_DEPTH or above in wrappers:
            return False
        if _SITE_HEAD.search(_name_of(above)):
            return True
    return False


def _texts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The first 20,000 texts of the page that readers see, with the element in which each stands, in order."""
    for text in tree.xpath("//text()[normalize-space()]")[:_MAX_TEXTS]:
        holder = text.getparent()
        if text.is_tail:
            holder = holder.getparent()
        if holder is not None and holder.tag not in _UNSHOWN_TAGS:
            yield holder, str(text)


def find_labelled_dates(tree: HtmlElement) -> list[DateClaim]:
    """Dates behind or before a word for publication: "Published: 3 March 2031", in one element or in two."""
    found: list[DateClaim] = []
    wrappers = _wrappers(tree)
    label = ""
    for element, text in _texts(tree):
        shown = " ".join(text.split())
        if not shown:
            continue
        if len(shown) <= _LONGEST_LABELLED and any(character.isdigit() for character in shown):
            raw = f"{label} {shown}".strip()
            if _is_labelled(raw) and not _is_aside(element, wrappers):
                found.append(DateClaim("date_line", raw, "label"))
                if len(found) >= _MAX_LABELLED:
                    break
        label = shown if len(shown) <= _LABEL_ALONE else ""
    return found


def _is_labelled(raw: str) -> bool:
    """Whether a text says of a whole day that the article was published on it."""
    for form in _whole_forms(raw):
        label = find_label_before(raw[: form.span.start])
        # In prose ("a study published 1 November 2030") a label has neither a colon nor the start of the line.
        if label and label[0] is DateLabel.PUBLISHED and (":" in label[2] or "：" in label[2] or not label[1].strip()):
            return True
        if label is None and find_label_after(raw[form.span.end :]) is DateLabel.PUBLISHED:
            return True
    return False


def _whole_forms(raw: str) -> list[DateForm]:
    return [form for form in find_date_forms(raw) if form.day is not None and form.year is not None]


def find_loose_dates(tree: HtmlElement) -> list[DateClaim]:
    """Short texts with a whole date in the page's main part, those after the headline first, links last."""
    heading = next((one for one in tree.iter("h1") if element_text(one)), None)
    is_after = heading is None
    before: list[DateClaim] = []
    after: list[DateClaim] = []
    linked: list[DateClaim] = []
    wrappers = _wrappers(tree)
    label = ""
    for element, text in _texts(tree):
        is_after = is_after or element is heading or element.getparent() is heading
        claim = _loose_claim(text)
        if claim and not _is_aside(element, wrappers):
            place = linked if element.tag == "a" else after if is_after else before
            place.append(claim._replace(standing=_loose_standing(element, label, wrappers)))
        label = text.strip()[-_LABEL_ALONE:]
        if len(after) >= _MAX_LOOSE:
            break
    return [*after, *before[::-1], *linked][:_MAX_LOOSE]


def _loose_claim(text: str) -> DateClaim | None:
    if not 6 <= len(text.strip()) <= _LONGEST_DATE_TEXT or not _YEAR.search(text) or _RIGHTS.search(text):
        return None
    raw = " ".join(text.split())
    forms = _whole_forms(raw)
    if len(forms) != 1 or _other_letters(raw, forms[0]) > _MAX_OTHER_LETTERS or _END.search(raw[: forms[0].span.start]):
        return None
    return DateClaim("date_line", raw, "text of the page")


def _loose_standing(element: HtmlElement, before: str, wrappers: Container[HtmlElement]) -> Standing:
    found = find_label_before(f"{before} ")
    if found and found[0] is not DateLabel.PUBLISHED:
        return Standing.MEMBER if found[0] is DateLabel.MEMBER else Standing.CHANGED
    return Standing.SITE_HEAD if _is_site_head(element, wrappers) else Standing.CLAIMED


def _other_letters(raw: str, form: DateForm) -> int:
    return sum(character.isalpha() for character in raw[: form.span.start] + raw[form.span.end :])
