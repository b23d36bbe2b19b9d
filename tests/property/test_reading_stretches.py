"""Whatever the text: stretches in another language lie in the body, in order and apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.reading.stretches import find_stretches

_LINES = st.sampled_from(
    [
        "The new bridge over the Ell was opened on Monday, and the mayor said that they had waited long enough for it.",
        "Die neue Brücke über die Ell ist am Montag eröffnet worden, elf Jahre nachdem die alte weggerissen wurde.",
        "She said: “Wir haben lange genug auf diese Brücke gewartet, und das soll uns jetzt keiner mehr nehmen.”",
        "Новый мост через реку открыли в понедельник (“the bridge that they had been waiting for since the flood”).",
        "河上的新桥周一通车，距离旧桥被洪水冲走已经过去十一年。 Новый мост через реку открыли в понедельник.",
        "강 위의 새 다리가 월요일에 개통되었다.",
        "Ann Lowell, Sam Birt, Juan de la Torre, Hans von der Heide",
        "",
    ]
)
_TEXTS = st.lists(st.one_of(_LINES, st.text(max_size=80)), min_size=1, max_size=8).map("\n".join)


@given(_TEXTS, st.sampled_from(["en", "de", "ru", "zh", "ko", "sw", "sr", None]), st.data())
@settings(max_examples=60, deadline=None)
def test_stretches_stand_in_the_body(text: str, language: str | None, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    body = [Span(start, end) for start, end in pairwise([0, *cuts, len(text)]) if end > start][::2]
    found = find_stretches(text, body, language)
    assert all(one.language != language for one in found)
    assert all(any(span.start <= one.span.start < one.span.end <= span.end for span in body) for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(text[slice(*one.span)].strip() == text[slice(*one.span)] for one in found)
    assert found == find_stretches(text, body, language)
