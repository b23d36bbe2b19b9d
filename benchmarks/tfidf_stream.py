"""The usual way to cluster a stream of news, for comparison: tf-idf, centroids, a window of time.

Each article joins the story of the last days whose centroid is closest, where it is close enough, else it founds one.
Nothing is ever judged anew. The loop of Miranda et al. 2018, Multilingual clustering of streaming news, without their
trained weights.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict, deque

__all__ = ["TfidfStream"]

_WORD = re.compile(r"\w+")
_STRONGEST_TERMS = 80  # of an article
_WINDOW_DAYS = 8
_COMMON_SHARE = 0.1  # terms in more of the articles so far are left out


class TfidfStream:
    """Stories of articles that come one by one."""

    def __init__(self, threshold: float) -> None:
        """Begin with no story.

        Args:
            threshold: Least cosine of an article with the centroid of the story that it joins.
        """
        self.threshold = threshold
        self.stories = 0
        self._articles = 0
        self._holders: Counter[str] = Counter()
        self._centroids: dict[int, dict[str, float]] = {}
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._lengths: dict[int, float] = {}
        self._last_day: dict[int, int] = {}
        self._by_day: deque[tuple[int, int]] = deque()

    def add(self, text: str, day: int) -> int:
        """The story that the article joins, as a number.

        Args:
            text: Title and body.
            day: Of publication; never earlier than that of the article before.
        """
        self._forget(day)
        counts = Counter(_WORD.findall(text.lower()))
        self._articles += 1
        self._holders.update(counts.keys())
        vector = self._weigh(counts)
        sums: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for story, held in self._postings[term].items():
                sums[story] += weight * held
        best, cosine = -1, 0.0
        for story, total in sums.items():
            value = total / self._lengths[story]
            if value > cosine:
                best, cosine = story, value
        if cosine < self.threshold:
            best = self.stories
            self.stories += 1
            self._centroids[best] = {}
        self._join(best, vector, day)
        return best

    def _weigh(self, counts: Counter[str]) -> dict[str, float]:
        most = max(10.0, _COMMON_SHARE * self._articles)
        weights = {
            term: (1 + math.log(count)) * math.log((1 + self._articles) / self._holders[term])
            for term, count in counts.items()
            if self._holders[term] <= most
        }
        kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_STRONGEST_TERMS]
        length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        return {term: weight / length for term, weight in kept}

    def _join(self, story: int, vector: dict[str, float], day: int) -> None:
        centroid = self._centroids[story]
        for term, weight in vector.items():
            centroid[term] = centroid.get(term, 0.0) + weight
            self._postings[term][story] = centroid[term]
        self._lengths[story] = math.sqrt(sum(held * held for held in centroid.values())) or 1.0
        self._last_day[story] = day
        self._by_day.append((day, story))

    def _forget(self, day: int) -> None:
        """Let go of stories to which nothing came for a window."""
        while self._by_day and self._by_day[0][0] < day - _WINDOW_DAYS:
            _, story = self._by_day.popleft()
            if story in self._centroids and self._last_day[story] < day - _WINDOW_DAYS:
                for term in self._centroids.pop(story):
                    del self._postings[term][story]
