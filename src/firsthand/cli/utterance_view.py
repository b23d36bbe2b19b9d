"""Who said what, with variants: the utterances of one story, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from firsthand.cli.results import write_text
from firsthand.cli.terminal import one_line, shorten
from firsthand.lexicon.quotation_marks import OPENING_MARKS
from firsthand.model import Dossier, Utterance, UtteranceInstance

__all__ = ["print_utterances"]

_SHOWN_UTTERANCES = 20  # of a story, those that most origins tell; the export has all
_SHOWN_CHARACTERS = 240
_NAMED_ARTICLES = 4  # of those that print the same words; the others are counted
_NO_SPEAKER = "speaker unknown"
_MARKS = frozenset(OPENING_MARKS)
_SAID = {
    "verbatim": "the same words",
    "truncated": "shorter",
    "spliced": "put together from two",
    "reworded": "other words",
    "translated": "translated otherwise",
    "made_indirect": "as reported speech",
    "hedge_removed": "without its reserve",
    "other_speaker": "given to another speaker",
}


def print_utterances(dossier: Dossier, names: Mapping[str, str], archive: Path) -> None:
    """Write what was said, as several articles of a story tell it, to standard output; nothing where they tell nothing.

    Args:
        dossier: The story. An utterance may have instances in other stories of its storyline: those are counted.
        names: What to call its articles, by id.
        archive: Where it is from, for the command that shows the rest.
    """
    texts = {row.article: row.text for row in dossier.articles}
    told = [(each, [said for said in each.instances if said.article in texts]) for each in dossier.utterances]
    told = sorted(
        ((each, said) for each, said in told if said),
        key=lambda pair: (-len(pair[0].origins), -len(pair[1]), pair[1][0].article, pair[1][0].span),
    )
    if not told:
        return
    write_text("\nWho said what, with variants")
    for utterance, said in told[:_SHOWN_UTTERANCES]:
        _print_utterance(utterance, said, texts, names)
    left = len(told) - _SHOWN_UTTERANCES
    if left > 0:
        write_text(f"\n  Not shown: {left} told by fewer. firsthand export {archive} utterances has all.")


def _print_utterance(
    utterance: Utterance, said: Sequence[UtteranceInstance], texts: Mapping[str, str], names: Mapping[str, str]
) -> None:
    origins = len(utterance.origins)
    elsewhere = len(utterance.instances) - len(said)
    counted = f"at most {origins} origin{'' if origins == 1 else 's'}" if origins else "origins unknown"
    counted += f", {elsewhere} more in other stories" if elsewhere else ""
    write_text(f"\n  {one_line(utterance.speaker_name or _NO_SPEAKER)} ({counted})")
    for alteration, words, same in _group_instances(said, texts):
        changed = _changed(same[0], texts)
        how = "" if same[0] is said[0] else f"{_SAID.get(alteration, alteration)}: "
        whom = same[0].speaker_as_written if alteration == "other_speaker" else None
        write_text(
            f"    {how}{words}"
            + (f" [changed: {changed}]" if changed else "")
            + (f" [{one_line(whom)}]" if whom else "")
            + f" - {_few([names.get(each.article, each.article) for each in same])}"
        )


def _group_instances(
    said: Sequence[UtteranceInstance], texts: Mapping[str, str]
) -> list[tuple[str, str, list[UtteranceInstance]]]:
    """The instances in the same words together: how they stand to the leading one, the words, and who prints them."""
    groups: dict[tuple[str, str], tuple[str, list[UtteranceInstance]]] = {}
    for each in said:
        words = _words(each, texts)
        key = each.alteration, "".join(filter(str.isalnum, words)).casefold()
        groups.setdefault(key, (words, []))[1].append(each)
    return [(alteration, words, same) for (alteration, _), (words, same) in groups.items()]


def _words(instance: UtteranceInstance, texts: Mapping[str, str]) -> str:
    """The words of an instance; within marks only where the article has them so, its own voice is no quotation."""
    text, (start, end) = texts[instance.article], instance.span
    is_marked = instance.kind == "direct" or (instance.kind == "mixed" and text[start - 1 : start] in _MARKS)
    told = shorten(text[start:end], _SHOWN_CHARACTERS)
    return f"“{told}”" if is_marked else told


def _changed(instance: UtteranceInstance, texts: Mapping[str, str]) -> str:
    return "; ".join(shorten(texts[instance.article][slice(*span)], _SHOWN_CHARACTERS) for span in instance.changed)


def _few(names: Sequence[str]) -> str:
    named = [one_line(name) for name in dict.fromkeys(names)]
    more = len(named) - _NAMED_ARTICLES
    return ", ".join(named[:_NAMED_ARTICLES]) + (f" and {more} more" if more > 0 else "")
