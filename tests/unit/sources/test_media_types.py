from __future__ import annotations

import pytest

from firsthand.sources.media_types import charset_of, media_name, read_parameter


@pytest.mark.parametrize(
    ("value", "charset"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html;CHARSET = "windows-1251" ; x=y', "windows-1251"),
        ("text/html;x=1;charset=koi8-r", "koi8-r"),
        ("text/html; charset=", None),
        ("text/html", None),
        ("", None),
        (None, None),
    ],
)
def test_charset(value, charset):
    assert charset_of(value) == charset


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (" Text/HTML ; charset=x", "text/html"),
        ("application/rss+xml", "application/rss+xml"),
        ("html", ""),
        ("a b/c", ""),
        (None, ""),
    ],
)
def test_name(value, name):
    assert media_name(value) == name


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('attachment; filename="a \\"b\\".txt"', 'a "b".txt'),
        ("attachment; filename*=utf-8'de'Gr%C3%B6%C3%9Fe.txt", "Größe.txt"),
        ("attachment; filename*1*=%9Fe.txt; filename*0*=utf-8''Gr%C3%B6%C3", "Größe.txt"),
        ('attachment; filename*0="one "; filename*1="two"', "one two"),
        ("attachment; filename*=a'b'c; filename*0=b; filename*x=1", "c"),
        ("attachment; filename*=idna''%ff", "\ufffd"),
        ('attachment; filename="open', ""),
        ("attachment" + "; filename*0=x" * 9_000, "x"),
        ("attachment; " + "filename" * 9_000, ""),
    ],
)
def test_parameters_packed_numbered_and_broken(value, found):
    assert read_parameter(value, "filename") == found
