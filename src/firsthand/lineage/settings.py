"""What can be set in the lineage stage, and its version."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["VERSION", "LineageSettings"]

VERSION = "4"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageSettings:
    """How text is compared. Lengths are in words; a character of an unspaced script counts as half a word.

    Attributes:
        shingle_words: Words in the runs by which candidates are found.
        winnow_window: Of so many neighbouring runs one is kept. A shared run of `shingle_words + winnow_window - 1`
            words is certain to be seen.
        rare_articles: A run that stands in more articles than this pairs each of them with the fullest few only.
        hub_articles: How many those fullest few are.
        fewest_runs: Shared runs (kept ones) that make a pair worth aligning.
        small_archive: Up to so many articles one shared run is enough.
        stock_articles: Text of one outlet that stands in so many of its articles, and nowhere else, is stock text.
        stock_share: The same as a share of that outlet's articles; the larger of the two limits holds.
        stock_everywhere_share: Text that stands in this share of all articles, and in 200 or more that are otherwise
            different, is stock text.
        block_words: Words in the shortest exact run that the alignment starts from.
        longest_words: Words of one article that are compared; the rest is left out. Bounds time on hostile input.
        strength_alone: Evidence (see `SentencePair.strength`) at which a pair of sentences is copied by itself.
        coverage_alone: Share of the longer sentence that must be common for that. First sentences of independent
            reports, which all sum up the same, share half of their words.
        strength_together: Evidence that each of several pairs needs which are copied only together.
        strength_proven: Evidence that those must reach in sum.
        strength_near: Evidence that a pair needs next to one that is copied.
        same_coverage: Share of the longer sentence that makes a pair next to a copied one the same sentence.
        run_alone: Words in an exact run outside quotation marks that is copied whatever surrounds it.
        run_in_common: The same for a pair that reaches `coverage_alone`.
        fewest_passage_words: Words outside quotation marks that a passage must share.
        cue_words: Shared words outside quotation marks that still count as the cue of a shared quotation.
        proven_words: Shared words outside quotation marks, over all passages of a pair, that make a quotation with
            its cue part of the copied text.
        fewest_common: Share of the words of the longer side of a passage that both must hold, in whatever order; two
            stretches with less in common tell of one thing in two texts.
        core_share: Share of the naming words of a short stretch that must stand elsewhere in one of the two articles,
            where both are of one outlet or the stretch is outside the body; else it is a note of the outlet.
        longest_note_words: A longer stretch is never such a note.
        copied_share: More than this share of a body in another text makes it part of that origin.
        cut_share: So much of a body in a longer text is a cut of it, whoever was first.
        caption_words: Words in the shortest line outside the body that is compared as a caption.
        version_share: So much in common, both ways, makes two texts of one address versions for certain.
    """

    shingle_words: int = 4
    winnow_window: int = 4
    rare_articles: int = 60
    hub_articles: int = 8
    fewest_runs: int = 2
    small_archive: int = 1000
    stock_articles: int = 4
    stock_share: float = 0.2
    stock_everywhere_share: float = 0.02
    block_words: int = 4
    longest_words: int = 50_000
    strength_alone: float = 4.5
    coverage_alone: float = 0.6
    strength_together: float = 3.4
    strength_proven: float = 9.0
    strength_near: float = 2.0
    same_coverage: float = 0.75
    run_alone: float = 15.0
    run_in_common: float = 10.0
    fewest_passage_words: float = 7.0
    cue_words: float = 10.0
    proven_words: float = 100.0
    fewest_common: float = 0.45
    core_share: float = 0.2
    longest_note_words: int = 90
    copied_share: float = 0.5
    cut_share: float = 0.9
    caption_words: float = 12.0
