from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.sources.decoding import decode_bytes, decode_page, mend_text
from firsthand.sources.sniffing import InputKind, sniff_kind


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_utf8_is_kept_exactly(text):
    assert decode_bytes(text.encode()) == text


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_can_fail_or_leave_what_cannot_be_stored(raw):
    for decoded in (decode_bytes(raw), decode_page(raw)):
        assert "\x00" not in decoded
        decoded.encode("utf-8")
    assert sniff_kind(raw, "x") in InputKind


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=[]), max_size=80))
def test_mending_keeps_length_but_for_the_mark(text):
    mended = mend_text(text)
    assert len(mended) == len(text) - text.startswith("\ufeff")
    mended.encode("utf-8")
