from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import ConfigError
from firsthand.pipeline.settings import digest_settings, load_settings


def test_defaults_are_described() -> None:
    _, rows = load_settings(None)
    assert {row.source for row in rows} == {"default"}
    undescribed = [row.key for row in rows if not row.description]
    assert undescribed == []


def test_the_file_beside_the_archive_and_then_what_is_set(tmp_path: Path) -> None:
    (tmp_path / "firsthand.toml").write_text("[run]\nworkers = 3\nannotate_up_to = 5\n")
    settings, rows = load_settings(tmp_path / "a.firsthand", {"run.workers": "4"})
    assert (settings.run.workers, settings.run.annotate_up_to) == (4, 5)
    sources = {row.key: row.source for row in rows}
    assert sources["run.workers"] == "--set"
    assert sources["run.annotate_up_to"].endswith("firsthand.toml")
    assert sources["run.wait_s"] == "default"


def test_an_unknown_key_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"run\.worker in --set: there is no such setting. Did you mean run\.workers"):
        load_settings(None, {"run.worker": "4"})
    (tmp_path / "firsthand.toml").write_text("nonsense = 1\n")
    with pytest.raises(ConfigError, match="nonsense"):
        load_settings(tmp_path / "a.firsthand")


@pytest.mark.parametrize("value", ["many", "1.5", "[1]", ""])
def test_a_value_of_the_wrong_kind_is_an_error(value: str) -> None:
    with pytest.raises(ConfigError, match=r"run\.workers"):
        load_settings(None, {"run.workers": value})


@pytest.mark.parametrize("content", [b"a = [", b"\xff\xfe", b"x" * ((1 << 20) + 1)])
def test_a_file_that_is_no_settings_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "firsthand.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"firsthand\.toml"):
        load_settings(tmp_path / "a.firsthand")


@pytest.mark.parametrize("content", ["a = " + "[" * 5_000, "[run]\nworkers = " + "9" * 5_000])
def test_a_file_that_exhausts_its_reader_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "firsthand.toml").write_text(content)
    with pytest.raises(ConfigError, match="not TOML"):
        load_settings(tmp_path / "a.firsthand")


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "firsthand.toml").mkdir()
    with pytest.raises(ConfigError, match="not a file"):
        load_settings(tmp_path / "a.firsthand")


@pytest.mark.parametrize(
    ("key", "value"),
    [("run.workers", "-1"), ("run.wait_s", "nan"), ("run.wait_s", "inf"), ("lineage.cut_share", "1.01")],
)
def test_a_number_out_of_range_is_an_error(key: str, value: str) -> None:
    with pytest.raises(ConfigError, match="out of range"):
        load_settings(None, {key: value})


def test_a_value_that_exhausts_its_reader_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"run\.workers"):
        load_settings(None, {"run.workers": "[" * 5_000})


def test_families_of_publishers_are_a_table(tmp_path: Path) -> None:
    archive = tmp_path / "a.firsthand"
    (tmp_path / "firsthand.toml").write_text('[reading.publishers]\n"Shore Group" = ["Harbour Gazette", "shore.org"]\n')
    settings, _ = load_settings(archive)
    assert settings.reading.publishers == {"Shore Group": ("Harbour Gazette", "shore.org")}
    settings, rows = load_settings(archive, {"reading.publishers.A.B": '["a.b"]', "reading.publishers.C": ["c"]})
    assert settings.reading.publishers == {
        "Shore Group": ("Harbour Gazette", "shore.org"),
        "A.B": ("a.b",),
        "C": ("c",),
    }
    assert {row.key: row.source for row in rows}["reading.publishers"] == "--set"
    settings, _ = load_settings(archive, {"reading.publishers": '{"C" = ["c"]}'})
    assert settings.reading.publishers == {"C": ("c",)}


def test_the_order_of_a_table_does_not_change_the_digest() -> None:
    first, second = {"a": '["x"]', "b": '["y"]'}, {"b": '["y"]', "a": '["x"]'}
    digests = {
        digest_settings(load_settings(None, {f"reading.publishers.{key}": value for key, value in each.items()})[0])
        for each in (first, second)
    }
    assert len(digests) == 1
    assert digest_settings(load_settings(None)[0]) not in digests


@pytest.mark.parametrize(
    "content",
    [
        '[reading.publishers]\nA = "a"',
        "[reading.publishers]\nA = [1]",
        '[reading.publishers]\nA.b = ["a"]',
        '[reading]\npublishers = ["a"]',
        '[reading]\npublishers = "a"',
    ],
)
def test_a_table_of_the_wrong_shape_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "firsthand.toml").write_text(content)
    with pytest.raises(ConfigError, match=r"reading\.publishers in .*firsthand\.toml.* does not fit"):
        load_settings(tmp_path / "a.firsthand")


@pytest.mark.parametrize(
    "overrides",
    [
        {"reading.publishers": "a"},
        {"reading.publishers.A": "a"},
        {"reading.publishers.A": "[1]"},
        {"reading.publishers": "[1]", "reading.publishers.A": '["a"]'},
        {"reading.latest_day.A": '["a"]'},
    ],
)
def test_an_entry_of_the_wrong_shape_is_an_error(overrides: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match=r"reading\..*--set"):
        load_settings(None, overrides)
