from __future__ import annotations

import pytest

from firsthand.lexicon.date_labels import DateLabel, find_label_after, find_label_before, has_update_word


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Published: ", DateLabel.PUBLISHED),
        ("By Ann Ode | Posted on ", DateLabel.PUBLISHED),
        ("Veröffentlicht am ", DateLabel.PUBLISHED),
        ("发布时间：", DateLabel.PUBLISHED),
        ("Last updated: ", DateLabel.UPDATED),
        ("Обновлено: ", DateLabel.UPDATED),
        ("Zuletzt geändert am ", DateLabel.UPDATED),
        ("Joined: ", DateLabel.MEMBER),
        ("Mitglied seit ", DateLabel.MEMBER),
        ("Letzter Beitrag: ", DateLabel.MEMBER),
    ],
)
def test_labels_before_a_date(before, label):
    assert find_label_before(before)[0] is label


@pytest.mark.parametrize(
    "before", ["", "The pier was closed on ", "unpublished", "update the pier by ", "Datumsgrenze "]
)
def test_other_words_are_no_labels(before):
    assert find_label_before(before) is None


def test_what_stands_before_the_label_is_handed_back():
    assert find_label_before("a study published ")[1:] == ("a study", " ")
    assert find_label_before("Published: ")[1:] == ("", ":")


def test_labels_after_a_date():
    assert find_label_after(" um 20 Uhr veröffentlicht") is DateLabel.PUBLISHED
    assert find_label_after(" güncellendi") is DateLabel.UPDATED
    assert find_label_after(" at 2 PM - Updated 6 March") is None
    assert find_label_after(". Published elsewhere") is None


def test_words_for_a_change():
    assert has_update_word("Aktualisiert von der Redaktion, ")
    assert not has_update_word("By Ann Ode, ")
