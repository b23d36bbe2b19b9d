"""What can be set about the accounts of a story, and the version of this stage."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["VERSION", "AccountsSettings"]

VERSION = "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsSettings:
    """How wordings are compared and happenings are put together. Each of these changes what comes out.

    Attributes:
        shortest_typo_word: A one-character edit counts as a typing error only in words of at least so many letters;
            in shorter ones it is more often another word.
        longest_repetition: Words in the longest stretch that is set aside where it is printed twice in a row.
        bridge_words: Two changes with at most so many function words between them are shown as one.
        words_at_once: Words of a passage that are aligned in one go. Bounds memory on long input.
        years: Whether every date that is known to the year only stands on the timeline; else only a year in which
            something is said to have been ("in 2009", "since 2009, when").
        longest_sentence: A sentence with more characters than this gives no line: it is a list or a broken page.
        same_share: Share of the shorter sentence's weight that two sentences of one date must have in common to tell
            the same happening. A name or number weighs 1.5, another word of content 1, less with its distance from
            the date and with the number of dates that the story tells it of.
        same_share_planned: The same where both sentences tell of a plan: little is planned for one day of one story.
        same_weight: Weight that they must have in common in any case.
        copied_share: Sentences with this share of both in common, and long enough, are one copied text and count for
            one origin.
        copied_words: Content words in the shortest sentence that can be called copied.
        fewest_statement_words: A sentence with fewer different words of content says too little to be laid beside
            others.
        same_statement: Two sentences say the same where the words that they share weigh at least this share of what
            they weigh on average. Names, numbers and rare words weigh more.
        copied_statement: The same for two sentences that stand in one passage of copied text.
        longest_stretch: Characters in the longest stretch of speech that is compared. Bounds time.
        whole_words: A stretch of at most so many words is one saying where only some of its sentences stand elsewhere.
        near_saying: Share of the lighter one's weight that two quoted sentences must share to be looked at; of one
            speaker they are one saying where nothing nearer is found for either.
        least_saying: Weight that they must share in any case; a word that one wording alone has weighs 1.
        sure_saying: Weight that leaves no doubt. With less, a short fragment goes to the one saying that is closest.
        verbatim_saying: Share of the shorter one's words that stand in the other, in order, where it is the same words.
        same_saying: Share of the lighter one's weight that two sentences of one speaker share where one rewords the
            other.
        open_saying: The same where one article, or both, do not name the speaker.
        copied_window: Share of the words beside two values, seven on either side, that must be the same for both to be
            one copied text.
        same_date: How alike the words about two equal dates must be for both to be of one happening, in [0, 1]. Set by
            reading, as the next three.
        same_count: The same for two equal counts up to three of things that are called by other nouns; half of it for
            counts up to twelve, a quarter below a hundred, a tenth above.
        same_measure: The same for ages and what is told with a unit: few are told of two things.
        same_clock: The same for two equal times of day.
        precise_value: How alike the words about two values that can both hold must be for both to be of one thing.
        precise_date: The same for two dates of which one holds the other.
        differing_value: The same for two values that cannot both hold.
        differing_date: The same for two dates that cannot both hold.
        figure_values: Quantities and dates of one article that are compared, the first ones. Bounds time on tables.
        figure_texts: Tellings of one value that are compared pair by pair; more are compared in order. Bounds time.
        voted_statement: The same where the cosine of their sentence vectors is at least `voted_meaning`. Vectors never
            decide alone: two earthquakes are as near as two reports of one.
        voted_meaning: That cosine.
        vectors_at_most: Sentences of one affair whose vectors are made. Bounds time: two milliseconds each.
        disputed_statement: The same for two sentences that say of one thing what shuts one another out ("asked to
            leave", "forced off").
        own_statements: Sentences of one article that no other tells are statements too: at most so many an article,
            those that weigh most; beside them, all that an article with its text left out.
        most_statements: Of one affair. Those that most origins tell stay. Bounds the table of coverage.
        habit_articles: Articles in which an outlet must have made one change for it to be a habit.
        core_saying: Share of the lighter one's weight that each telling of a saying has in common with the fullest.
        same_meaning: Cosine of the sentence vectors from which on two sentences of direct speech, which share a word of
            weight, are one saying put into words twice.
        most_meanings: At most so many sentences of direct speech are compared by vectors, those that share most words.
            Bounds time.
        articles_at_once: A storyline with more articles is put side by side story by story. Bounds time and memory.
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
    fewest_statement_words: int = 4
    same_statement: float = 0.45
    copied_statement: float = 0.3
    longest_stretch: int = 6_000
    whole_words: int = 30
    near_saying: float = 0.4
    least_saying: float = 1.2
    sure_saying: float = 2.0
    verbatim_saying: float = 0.8
    same_saying: float = 0.5
    open_saying: float = 0.65
    copied_window: float = 0.7
    same_date: float = 0.1
    same_count: float = 0.2
    same_measure: float = 0.04
    same_clock: float = 0.02
    precise_value: float = 0.1
    precise_date: float = 0.15
    differing_value: float = 0.25
    differing_date: float = 0.45
    figure_values: int = 300
    figure_texts: int = 150
    voted_statement: float = 0.33
    voted_meaning: float = 0.7
    vectors_at_most: int = 3_000
    disputed_statement: float = 0.2
    own_statements: int = 8
    most_statements: int = 400
    habit_articles: int = 2
    core_saying: float = 0.25
    same_meaning: float = 0.75
    most_meanings: int = 500
    articles_at_once: int = 2_000
