"""Piles of articles whose origins are known, because they were planted: wires, cuts, round-ups, releases, versions.

A report is a run of sentences that stand nowhere else, and an article is a list of them, so that what two articles
share is known exactly. Nothing here is language: the sentences are numbers, twenty characters long.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from firsthand.lineage import LineageSettings, judge_lineage
from firsthand.model import Article, Credit, CreditRole, Direction, Lineage, Passage, PassageKind, Source, Span, Story

SETTINGS = LineageSettings()
_WIDTH = 20
_SOURCES = ("AFP", "Reuters", "TASS", "DPA", "Kyodo")
_TOWNS = "Orlan Belm Tarn Northaven Tolm Kessin Varo Drell Hask Umber".split()
_TITLES = ("Post", "Courier", "Herald", "Echo", "Star")


@dataclass
class Pile:
    """Articles, what links them, and which belong together."""

    chance: random.Random
    articles: dict[str, Article] = field(default_factory=dict)
    sentences: dict[str, list[int]] = field(default_factory=dict)
    truth: dict[str, str] = field(default_factory=dict)  # article to origin
    stories: list[Story] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    used: int = 0
    takers: dict[str, str] = field(default_factory=dict)  # by article: whom the evidence says it took from

    def fresh(self, count: int) -> list[int]:
        """So many sentences that stand nowhere else."""
        self.used += count
        return list(range(self.used - count, self.used))

    def print_article(self, sentences: Sequence[int], origin: str, **fields: object) -> str:
        """Add an article of these sentences that belongs to `origin`; its id says nothing about it."""
        name = f"{self.chance.randrange(16**8):08x}{len(self.articles)}"
        article = Article(
            article=name,
            text="x" * (_WIDTH * len(sentences)),
            body=(Span(0, _WIDTH * len(sentences)),),
            outlet=f"{_TOWNS[len(self.articles) % 10]} {_TITLES[len(self.articles) // 10 % 5]}",
            source=Source(sha256="", bytes_kept=0),
        )
        self.articles[name] = replace(article, **fields)  # type: ignore[arg-type]
        self.sentences[name] = list(sentences)
        self.truth[name] = origin
        return name

    def link(self) -> None:
        """Find what all pairs share, and judge them."""
        names = sorted(self.articles)
        places = {name: {each: n for n, each in enumerate(self.sentences[name])} for name in names}
        for number, a in enumerate(names):
            for b in names[number + 1 :]:
                found = [
                    Passage(a=a, b=b, a_span=one, b_span=other, kind=PassageKind.VERBATIM, similarity=1.0)
                    for one, other in _shared_runs(self.sentences[a], places[b])
                ]
                lineage = judge_lineage(self.articles[a], self.articles[b], found, SETTINGS)
                if lineage is not None:
                    for taker, giver, direction in ((b, a, Direction.A_TO_B), (a, b, Direction.B_TO_A)):
                        if self.takers.get(taker) == giver:
                            lineage = replace(lineage, direction=direction, via=None)
                    self.lineages.append(lineage)
                    self.passages += found


def _shared_runs(sentences: Sequence[int], places: dict[int, int]) -> list[tuple[Span, Span]]:
    runs: list[tuple[int, int, int]] = []
    for here, sentence in enumerate(sentences):
        there = places.get(sentence)
        if there is None:
            continue
        if runs and (here, there) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((here, there, 1))
    return [(Span(a * _WIDTH, (a + length) * _WIDTH), Span(b * _WIDTH, (b + length) * _WIDTH)) for a, b, length in runs]


def credited(*sources: str) -> tuple[Credit, ...]:
    return tuple(Credit(name=source, span=Span(0, 1), role=CreditRole.FULL) for source in sources)


# --- what is planted --------------------------------------------------------------------------------------------


def plant_wire(pile: Pile, origin: str, source: str | None) -> list[int]:
    """A report in several outlets: whole, cut from below, or within own lines; credited to `source` where given."""
    chance = pile.chance
    report = pile.fresh(chance.randint(12, 40))
    fields: dict[str, object] = {"credits": credited(source)} if source else {}
    pile.print_article(report, origin, **fields)
    for _ in range(chance.randint(1, 4)):
        kept = report[: max(4, int(len(report) * chance.uniform(0.4, 1.0)))]
        if chance.random() < 0.3:  # an editor who cuts here and there
            kept = [sentence for sentence in kept if chance.random() < 0.8] or kept
        own = pile.fresh(chance.randint(0, len(kept) // 12))
        is_credited = source is not None and chance.random() < 0.6
        pile.print_article(own + kept, origin, **(fields if is_credited else {}))
    return report


def plant_own(pile: Pile, origin: str) -> list[int]:
    """An account that nobody copies."""
    report = pile.fresh(pile.chance.randint(6, 30))
    pile.print_article(report, origin)
    return report


def plant_quoting(pile: Pile, origin: str, reports: Sequence[Sequence[int]]) -> None:
    """An account with a paragraph from each of `reports`: much is copied, from none more than a third."""
    own = pile.fresh(10)
    taken = [report[start : start + 4] for report in reports[:8] for start in [pile.chance.randrange(len(report))]]
    if len(taken) == 1:
        own += pile.fresh(4)
    body = own[:5] + [sentence for part in taken for sentence in part] + own[5:]
    pile.print_article(body, origin)


def plant_round_up(pile: Pile, origin: str) -> None:
    """Accounts of several outlets, whole, one after the other in another, which a second outlet may print as well."""
    briefs = [pile.fresh(pile.chance.randint(5, 12)) for _ in range(pile.chance.randint(3, 6))]
    for number, brief in enumerate(briefs):
        pile.print_article(brief, f"{origin} brief {number}")
    together = pile.fresh(2) + [sentence for brief in briefs for sentence in brief]
    for _ in range(pile.chance.randint(1, 2)):
        pile.print_article(together, origin)


def plant_merge(pile: Pile, origin: str) -> None:
    """Two reports in full, put together by a third outlet; it belongs to the longer where that is more than half."""
    first, second = pile.fresh(pile.chance.randint(8, 20)), pile.fresh(pile.chance.randint(8, 20))
    pile.print_article(first, f"{origin} first")
    pile.print_article(second, f"{origin} second")
    of = "first" if len(first) > len(second) else "second" if len(second) > len(first) else "merged"
    pile.print_article(first + second, f"{origin} {of}")


def plant_merged_wires(pile: Pile, origin: str) -> None:
    """Two credited reports, and one put together from both that credits both."""
    reports = [pile.fresh(pile.chance.randint(10, 20)) for _ in range(2)]
    names = (f"EFE {origin}", f"ANSA {origin}")
    for source, report in zip(names, reports, strict=True):
        for _ in range(pile.chance.randint(1, 3)):
            pile.print_article(report, f"{origin} {source}", credits=credited(source))
    both = reports[0][:8] + pile.fresh(3) + reports[1][:5]
    pile.print_article(both, f"{origin} {names[0]}", credits=credited(*names))
    pile.print_article(reports[0][:5] + pile.fresh(3) + reports[1][-5:], f"{origin} mixed")


def plant_halves(pile: Pile, origin: str) -> None:
    """A report without credit that two papers cut to different halves, under its headline."""
    report = pile.fresh(20)
    headline = f"Orlan votes on its harbour {origin}"
    for part in (report, report[:9], report[11:]):
        pile.print_article(part, origin, headline=headline)


def plant_renamed_wire(pile: Pile, origin: str) -> None:
    """A report that a second agency sends out shortened under its own name."""
    report = pile.fresh(20)
    pile.print_article(report, origin, credits=credited(f"Yonhap {origin}"))
    pile.print_article(report[:15], origin, credits=credited(f"Yonhap {origin}"))
    pile.print_article([*report[:7], *pile.fresh(3)], origin, credits=credited(f"Belga {origin}"))


def plant_brief(pile: Pile, origin: str) -> None:
    """A brief that several take over whole into longer accounts of their own, or that an agency takes and names."""
    brief = pile.fresh(8)
    first = pile.print_article(brief, origin)
    if pile.chance.random() < 0.5:
        for number in range(pile.chance.randint(2, 4)):
            own = pile.fresh(9 + number)
            pile.print_article(own[:5] + brief + own[5:], f"{origin} taker {number}")
    else:
        agency = f"Dagbladet {origin}"
        for _ in range(2):
            taker = pile.print_article(brief + pile.fresh(12), f"{origin} agency", credits=credited(agency))
            pile.takers[taker] = first


def plant_release(pile: Pile, origin: str) -> None:
    """A release that some print whole and some take a few sentences from."""
    chance = pile.chance
    release = pile.fresh(chance.randint(6, 16))
    pile.print_article(release, origin, kind="release", outlet="Orlan Water Company")
    for _ in range(chance.randint(0, 3)):
        pile.print_article(pile.fresh(chance.randint(0, 1)) + release, origin)
    for number in range(chance.randint(0, 3)):
        # All of the release may be in it: what counts is how much of the article is from there.
        own = pile.fresh(len(release) + chance.randint(0, 8))
        start = chance.randint(0, len(release) - 3)
        taken = release if chance.random() < 0.5 else release[start : start + chance.randint(2, 6)]
        pile.print_article(own + taken, f"{origin} taker {number}")


def plant_versions(pile: Pile, origin: str) -> None:
    """Two states of one article, the second with new sentences and without some of the old."""
    report = pile.fresh(18)
    url = f"https://paper.example/news/2031/{pile.used}-the-day.html"
    changed = report[: pile.chance.randint(6, 18)] + pile.fresh(pile.chance.randint(0, 12))
    for state in (report, changed):
        pile.print_article(state, origin, url=url, outlet="Paper")


_KINDS = (
    plant_round_up,
    plant_merge,
    plant_merged_wires,
    plant_halves,
    plant_renamed_wire,
    plant_brief,
    plant_release,
    plant_versions,
)


def make_pile(seed: int) -> Pile:
    """A pile of some ten to sixty articles in one to three stories, some outside of any."""
    pile = Pile(random.Random(seed))
    chance = pile.chance
    reports = [plant_wire(pile, f"wire-{source}", source) for source in _SOURCES[: chance.randint(0, 4)]]
    reports += [plant_wire(pile, f"unnamed-{number}", None) for number in range(chance.randint(0, 2))]
    reports += [plant_own(pile, f"own-{number}") for number in range(chance.randint(1, 4))]
    for number in range(chance.randint(0, 3)):
        plant_quoting(pile, f"quoting-{number}", chance.sample(reports, min(len(reports), chance.randint(1, 6))))
    for number in range(chance.randint(0, 3)):
        chance.choice(_KINDS)(pile, f"kind{number}")
    pile.link()
    names = sorted(pile.articles)
    if chance.random() < 0.7:
        pile.stories.append(_tell("s0", names))
    else:
        kinds = sorted({origin.split()[0] for origin in pile.truth.values()})
        chance.shuffle(kinds)
        cuts = {kind: number % 3 for number, kind in enumerate(kinds)}
        for number in range(2):  # what falls to the third is in no story
            members = [name for name in names if cuts[pile.truth[name].split()[0]] == number]
            if members:
                pile.stories.append(_tell(f"s{number}", members))
    return pile


def _tell(story: str, members: Sequence[str]) -> Story:
    return Story(story=story, title="", title_article=members[0], articles=tuple(members), members=())
