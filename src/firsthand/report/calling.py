"""What a story's persons and groups are called, by outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.model import Label
from firsthand.report.account_views import CalledView, CallView
from firsthand.report.context import StoryContext
from firsthand.report.visible import shorten

__all__ = ["MOST_CALLED", "view_called"]

MOST_CALLED = 40  # persons and groups on one page; the archive has all
_MOST_CALLS = 60  # words of outlets, of one person or group
_MOST_SOURCES = 3
_MOST_IN_LINE = 8
_LONGEST_NAME = 120


def view_called(context: StoryContext) -> tuple[tuple[CalledView, ...], int]:
    """Persons before groups, those first whom most outlets name; and how many are left out.

    Only those of whom a word stands in an article of this story: what another story of the affair calls them is on
    that story's page.
    """
    found: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in context.dossier.labels:
        if any(article in context.articles for article, _ in label.places):
            found[label.kind, label.subject].append(label)
    ordered = sorted(
        found, key=lambda each: (each[0] != "person", -len({label.outlet for label in found[each]}), each[1])
    )
    views = tuple(_view_subject(found[each], context) for each in ordered[:MOST_CALLED])
    return views, max(0, len(ordered) - MOST_CALLED)


def _view_subject(labels: Sequence[Label], context: StoryContext) -> CalledView:
    first = labels[0]
    ordered = sorted(labels, key=lambda label: (_outlet(label, context), -label.own_words, -label.quoted, label.words))
    calls = tuple(_view_call(label, context) for label in ordered[:_MOST_CALLS])
    words_of: dict[str, list[str]] = defaultdict(list)
    for call in calls:
        words_of[call.outlet].append(call.words)
    words = context.words
    line = words.say("called.between").join(
        words.say("called.outlet", outlet=outlet, words=", ".join(said))
        for outlet, said in list(words_of.items())[:_MOST_IN_LINE]
    )
    return CalledView(
        name=_name(first, context),
        line=line + (" …" if len(words_of) > _MOST_IN_LINE else ""),
        calls=calls,
        calls_left_out=max(0, len(ordered) - _MOST_CALLS),
    )


def _name(label: Label, context: StoryContext) -> str:
    """A person's name; of a group what it is, in the words of the page."""
    key = f"called.group.{label.subject.replace(' ', '_')}"
    return context.words.say(key) if context.words.has(key) else shorten(label.subject, _LONGEST_NAME)


def _outlet(label: Label, context: StoryContext) -> str:
    """The outlet's name; an article of no known outlet is named as everywhere on the page."""
    return context.name(label.outlet) if label.outlet in context.articles else shorten(label.outlet, _LONGEST_NAME)


def _view_call(label: Label, context: StoryContext) -> CallView:
    here = [(article, span) for article, span in label.places if article in context.articles]
    sources = (context.source(article, span) for article, span in here[:_MOST_SOURCES])
    times = [context.words.count("called.own", label.own_words)] if label.own_words else []
    if label.quoted:
        times.append(context.words.count("called.quoted", label.quoted))
    return CallView(
        outlet=_outlet(label, context),
        words=context.words.say("called.words", words=label.words),
        times=", ".join(times),
        origins=context.marks_of(context.origin_of.get(article, "") for article, _ in here),
        sources=tuple(source for source in sources if source is not None),
        sources_left_out=max(0, len(label.places) - min(len(here), _MOST_SOURCES)),
    )
