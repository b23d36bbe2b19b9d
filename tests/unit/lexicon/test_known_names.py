from __future__ import annotations

import pytest

from firsthand.lexicon.known_names import KNOWN_BODIES, people_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("nepalis", "nepali"), ("turks", "turkish"), ("finns", "finnish"), ("americans", "american"), ("jews", "jewish")],
)
def test_members_of_a_people_have_its_key(one: str, other: str) -> None:
    assert people_key((one,)) == people_key((other,))
    assert people_key(("north", one)) == people_key(("north", other))


def test_other_peoples_have_other_keys() -> None:
    assert len({people_key((word,)) for word in ("swiss", "swedish", "swazi", "dutch", "danish")}) == 5


def test_every_name_of_a_body_leads_to_one_full_name() -> None:
    assert KNOWN_BODIES["un"] == KNOWN_BODIES["united nations"] == "united nations"
    assert set(KNOWN_BODIES.values()) <= set(KNOWN_BODIES)
