"""What can be set about the accounts of a story, and the version of this stage."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["VERSION", "AccountsSettings"]

VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsSettings:
    """How wordings are compared and happenings are put together. Each of these changes what comes out.

    Attributes:
        shortest_typo_word: A one-character edit counts as a typing error only in words of at least so many letters;
            in shorter ones it is more often another word.
        longest_repetition: Words in the longest stretch that is set aside where it is printed twice in a row.
        bridge_words: Two changes with at most so many function words between them are shown as one.
        words_at_once: Words of a passage that are aligned in one go. Bounds memory on long input.
        years: Whether dates that are known to the year only stand on the timeline too.
        longest_sentence: A sentence with more characters than this gives no line: it is a list or a broken page.
        same_share: Share of the shorter sentence's weight that two sentences of one date must have in common to tell
            the same happening. A name or number weighs 1.5, another word of content 1, less with its distance from
            the date and with the number of dates that the story tells it of.
        same_share_planned: The same where both sentences tell of a plan: little is planned for one day of one story.
        same_weight: Weight that they must have in common in any case.
        copied_share: Sentences with this share of both in common, and long enough, are one copied text and count for
            one origin.
        copied_words: Content words in the shortest sentence that can be called copied.
    """

    shortest_typo_word: int = 5
    longest_repetition: int = 20
    bridge_words: int = 2
    words_at_once: int = 2_000
    years: bool = False
    longest_sentence: int = 2_000
    same_share: float = 0.4
    same_share_planned: float = 0.2
    same_weight: float = 1.2
    copied_share: float = 0.8
    copied_words: int = 6
