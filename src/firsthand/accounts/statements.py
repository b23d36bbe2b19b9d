"""Sentences of several articles that say, or dispute, the same thing; and what one alone tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from firsthand.accounts.affair import Affair
from firsthand.accounts.disputes import compare_texts, find_nested_places, join_disputes
from firsthand.accounts.lenders import find_left_out
from firsthand.accounts.sentence_groups import Text, group_sentences
from firsthand.accounts.sentence_origins import count_for_origins
from firsthand.accounts.sentences import Sentence, WordKind, find_sentences
from firsthand.accounts.settings import AccountsSettings
from firsthand.model import Span, Statement, StatementSentence, record_id

__all__ = ["align_statements"]

_TELLING_KINDS = frozenset({WordKind.NAME, WordKind.NUMBER, WordKind.DATE})
_FEWEST_COMPARED = 2
_Place = tuple[str, Span]


def align_statements(affair: Affair, settings: AccountsSettings) -> list[Statement]:
    """The statements of an affair: what several articles say or dispute, and the weightiest of what one alone tells.

    A sentence stands in one statement at most. A sentence that no other article tells is a statement where it holds a
    name, a number, a date or a source, and is one of the `own_statements` of its article that weigh most; or where
    an article with its text left it out.

    Args:
        affair: The stories; articles that were not annotated give nothing.
        settings: Of this stage.

    Returns:
        At most `most_statements`: those that most origins tell first, then those of most articles, then by the first
        report. The same whatever the order of input.
    """
    nested = find_nested_places(affair)
    groups = join_disputes(
        group_sentences(find_sentences(affair, settings), affair.passages, settings), nested, settings
    )
    chosen = _choose(groups, affair, settings)[: settings.most_statements]
    origin_at = count_for_origins([_sentences(group) for group in chosen], affair)
    readable = {name for name, annotation in affair.annotations.items() if annotation.skipped is None}
    statements = [_state(affair, group, nested, origin_at, readable) for group in chosen]
    return sorted(statements, key=_rank)


def _rank(statement: Statement) -> tuple[int, int, str, Span]:
    lead = statement.sentences[0]
    articles = {sentence.article for sentence in statement.sentences}
    return -len(statement.origins), -len(articles), lead.article, lead.span


def _sentences(texts: Sequence[Text]) -> list[Sentence]:
    return [sentence for text in texts for sentence in text.sentences]


def _choose(groups: Sequence[Sequence[Text]], affair: Affair, settings: AccountsSettings) -> list[Sequence[Text]]:
    """The groups that are statements: all of several articles, then of the others what says most.

    Those of most articles first; of one article first what is missing where its text stands.
    """
    shared: list[Sequence[Text]] = []
    alone: dict[str, list[Sequence[Text]]] = defaultdict(list)
    for group in groups:
        articles = {sentence.article for sentence in _sentences(group)}
        if len(articles) > 1:
            shared.append(group)
        else:
            alone[next(iter(articles))].append(group)
    shared.sort(key=lambda group: (-len({each.article for each in _sentences(group)}), *_weight(group)))
    left_out = find_left_out(affair, {name: _spans(told) for name, told in alone.items()})
    missing, own = [], []
    for name in sorted(alone):
        told = sorted(alone[name], key=_weight)
        missing += [group for group in told if (name, group[0].lead.span) in left_out]
        own += [group for group in told if _says_something(group[0].lead)][: settings.own_statements]
    rest = {group[0].place: group for group in (*sorted(missing, key=_weight), *sorted(own, key=_weight))}
    return [*shared, *rest.values()]


def _weight(group: Sequence[Text]) -> tuple[float, tuple[str, str, Span]]:
    return -round(group[0].total, 6), group[0].lead.order


def _spans(groups: Sequence[Sequence[Text]]) -> list[Span]:
    return [sentence.span for group in groups for sentence in _sentences(group)]


def _says_something(sentence: Sentence) -> bool:
    return sentence.credited_to is not None or any(word.kind in _TELLING_KINDS for word in sentence.words)


def _state(
    affair: Affair,
    texts: Sequence[Text],
    nested: Collection[tuple[str, str]],
    origin_at: Mapping[_Place, str | None],
    readable: Collection[str],
) -> Statement:
    sentences = _sentences(texts)
    rest = sorted(sentences[1:], key=lambda each: (each.article, each.span))
    first = min(sentences, key=lambda each: each.order)
    articles = sorted({each.article for each in sentences})
    stories = affair.stories_of(articles)
    differences = compare_texts(texts, nested)
    origins = {origin for each in sentences if (origin := origin_at[each.article, each.span]) is not None}
    return Statement(
        statement=record_id("statement", first.article, str(first.span.start), str(first.span.end)),
        stories=stories,
        relation="differs" if differences else "same",
        sentences=tuple(
            StatementSentence(
                article=each.article,
                origin=origin_at[each.article, each.span],
                span=each.span,
                credited_to=each.credited_to,
            )
            for each in (sentences[0], *rest)
        ),
        origins=tuple(sorted(origins)),
        outlets=tuple(sorted({outlet for name in articles if (outlet := affair.articles[name].outlet)})),
        told_by=_count_tellers(affair, origins, stories, readable),
        rests_on=_find_one_source(sentences),
        differs_in=tuple(sorted({difference.kind for difference in differences})),
        differences=differences,
    )


def _count_tellers(
    affair: Affair, origins: Collection[str], stories: Collection[str], readable: Collection[str]
) -> str:
    """How many of the origins whose articles were read tell it: all, several or one."""
    members = {name for story in affair.stories if story.story in stories for name in story.articles}
    there = {affair.origin_of[name] for name in members & set(readable) if name in affair.origin_of}
    if len(origins) < _FEWEST_COMPARED:
        return "one"
    return "all" if there <= set(origins) else "several"


def _find_one_source(sentences: Sequence[Sentence]) -> str | None:
    """The named source that every sentence is credited to; None where one is credited to nobody, or to another."""
    named = [each for each in sentences if each.is_credited_by_name]
    if len(named) < len(sentences):
        return None
    known = {each.credited_id or (each.credited_to or "").casefold() for each in named}
    return min(each.credited_to or "" for each in named) if len(known) == 1 else None
