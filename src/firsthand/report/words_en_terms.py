"""The English words for terms, languages and times. How they are written: see `firsthand.report.words`."""

# ruff: noqa: E501 - one phrase a line, so that two catalogues can be compared line by line

from __future__ import annotations

__all__ = ["GLOSSARY_TERMS", "TERMS"]

GLOSSARY_TERMS = (
    "article",
    "outlet",
    "story",
    "storyline",
    "origin",
    "mixed",
    "passage",
    "version",
    "lineage",
    "direction",
    "quotation",
    "utterance",
    "figure",
    "statement",
    "timeline",
    "published",
)

_TIMES = {
    "time.minute": "{day} {month} {year}, {hour}:{minute}",
    "time.day": "{day} {month} {year}",
    "time.month": "{month} {year}",
    "time.year": "{year}",
    "time.offset": "{time} (UTC{offset})",
    "time.utc": "{time} (UTC)",
    "time.no_offset": "{time} (time zone not given)",
    "time.unknown": "not known",
    "time.unknown_why": "not known: {reason}",
    "time.not_before": "not before {day}",
    "time.precision.day": "known to the day",
    "time.precision.month": "known to the month",
    "time.precision.year": "known to the year",
    "time.short_minute": "{day} {month}, {hour}:{minute}",
    "time.short_day": "{day} {month} {year}",
} | {
    f"month.{number}": name
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), start=1
    )
}

_GLOSSARY = {
    "term.article": "Article",
    "term.article.text": "One published text, exactly as it was given to Firsthand.",
    "term.outlet": "Outlet",
    "term.outlet.text": "Who published an article: a newspaper, a site, a station, an agency.",
    "term.story": "Story",
    "term.story.text": "All articles on one affair on one occasion.",
    "term.storyline": "Storyline",
    "term.storyline.text": "Stories that continue one another: the accident, the inquiry, the verdict.",
    "term.origin": "Origin",
    "term.origin.text": "The articles that are one account. Ten outlets that print one agency report are one origin. An article belongs to an origin when it credits its whole text to it, or when more than half of it stands there.",
    "term.mixed": "Mixed",
    "term.mixed.text": "An account of its own that also has text from elsewhere: half of it or less is copied.",
    "term.passage": "Passage",
    "term.passage.text": "A stretch of text that stands in two articles, word for word or edited. Speech that both quote is not counted as copying.",
    "term.version": "State",
    "term.version.text": "An article as it stood at one time. Outlets change articles after publication; states of one article are one account, never two.",
    "term.lineage": "Lineage",
    "term.lineage.text": "Which article has text from which other one, or that both have it from a third.",
    "term.direction": "Direction",
    "term.direction.text": "Who had the text first. Known where one article credits the other, or where times of publication and credits leave no other way.",
    "term.quotation": "Quotation",
    "term.quotation.text": "Words that an article gives as somebody’s own, between quotation marks, with who said them where the text tells.",
    "term.utterance": "Saying",
    "term.utterance.text": "One thing that one person said at one time, in all the wordings in which articles give it.",
    "term.figure": "Number",
    "term.figure.text": "A quantity or a day, as several articles give it for the same thing. “Cannot both hold” means that no reading of the two texts makes them agree, not which of them is right.",
    "term.statement": "Statement",
    "term.statement.text": "Sentences of several articles that say the same thing, or dispute it. What an outlet does not mention, it may not have known.",
    "term.timeline": "Dated list",
    "term.timeline.text": "Sentences that name a day, in the order of these days. “Planned” means that the sentence speaks of it as still to come.",
    "term.published": "Published",
    "term.published.text": "When the article came out, as the page or the text claims, with the time zone that the source gave. Where claims differ, all are listed with the reason for the choice.",
}

_LANGUAGES = {
    "language.ar": "Arabic",
    "language.bg": "Bulgarian",
    "language.cs": "Czech",
    "language.da": "Danish",
    "language.de": "German",
    "language.el": "Greek",
    "language.en": "English",
    "language.es": "Spanish",
    "language.fa": "Persian",
    "language.fi": "Finnish",
    "language.fr": "French",
    "language.he": "Hebrew",
    "language.hi": "Hindi",
    "language.hu": "Hungarian",
    "language.id": "Indonesian",
    "language.it": "Italian",
    "language.ja": "Japanese",
    "language.ko": "Korean",
    "language.nl": "Dutch",
    "language.no": "Norwegian",
    "language.pl": "Polish",
    "language.pt": "Portuguese",
    "language.ro": "Romanian",
    "language.ru": "Russian",
    "language.sv": "Swedish",
    "language.tr": "Turkish",
    "language.uk": "Ukrainian",
    "language.ur": "Urdu",
    "language.vi": "Vietnamese",
    "language.zh": "Chinese",
}

TERMS: dict[str, str] = _GLOSSARY | _LANGUAGES | _TIMES
