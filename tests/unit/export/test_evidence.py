"""Packs of evidence: complete, repeatable, and checked without this program. Stories for other programs."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.export import EvidenceSource, check_pack, story_jsonld, timeline_js, write_evidence
from firsthand.model import Run

_INVENTED = Path(__file__).parents[1] / "report" / "invented_dossiers.py"


@pytest.fixture(scope="module")
def invented():
    name = "_firsthand_invented_dossiers"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, _INVENTED)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def source(invented):
    return EvidenceSource(
        dossier=invented.FULL_DOSSIER,
        originals={row.article: row.text.encode() for row in invented.ARTICLES},
        runs=(Run(run="run-1", verb="add", started="2031-03-05T08:00:00+00:00", software="x", settings_digest="0"),),
        software="firsthand 0.1.0",
        state="1-1",
        report="<!doctype html>",
    )


@pytest.fixture
def pack(source, tmp_path):
    path = tmp_path / "proof.zip"
    assert write_evidence(source, path) == 5
    return path


def _changed(pack, name, change):
    """The pack with one file changed, or gone where `change` gives None."""
    out = io.BytesIO()
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            body = change(old.read(each)) if each == name else old.read(each)
            if body is not None:
                new.writestr(each, body)
    pack.write_bytes(out.getvalue())


def test_a_pack_holds_what_the_story_rests_on(pack, invented):
    with zipfile.ZipFile(pack) as file:
        manifest = json.loads(file.read("manifest.json"))
        assert {each["article"] for each in manifest["articles"]} == {row.article for row in invented.ARTICLES}
        for each in manifest["articles"]:
            assert hashlib.sha256(file.read(each["original"])).hexdigest() == each["original_sha256"]
            assert each["source"].keys() >= {"sha256", "captured", "path"}
        assert manifest["runs"][0]["run"] == "run-1"
        kinds = {name.removeprefix("records/").removesuffix(".jsonl") for name in file.namelist() if "records/" in name}
        assert kinds >= {"articles", "origins", "timeline", "figures", "utterances", "statements", "coverage"}
        spans = [json.loads(line) for line in file.read("spans.jsonl").splitlines()]
    assert {"article": "courier-1", "text": "at least 190 people"}.items() <= next(
        span for span in spans if span["of"] == "fi-aboard"
    ).items()


def test_the_same_story_packs_to_the_same_bytes(pack, source, tmp_path):
    write_evidence(source, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == pack.read_bytes()


def test_a_sound_pack_passes_packed_and_unpacked(pack, tmp_path):
    wrong, said = check_pack(pack)
    assert wrong == []
    assert "5 originals" in said
    with zipfile.ZipFile(pack) as file:
        file.extractall(tmp_path / "out")
    assert check_pack(tmp_path / "out")[0] == []


def test_its_own_script_needs_nothing_of_this_program(pack, tmp_path):
    with zipfile.ZipFile(pack) as file:
        file.extractall(tmp_path / "out")
    command = [sys.executable, "-I", "-S", "check.py"]
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "All is as it was packed." in done.stdout
    (tmp_path / "out" / "texts" / "0001.txt").write_text("another", encoding="utf-8")
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "texts/0001.txt" in done.stdout


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("texts/0002.txt", lambda body: body + b".", "SHA-256 differs"),
        ("originals/0001.bin", lambda body: None, "is missing"),
        ("records/figures.jsonl", lambda body: body.replace(b"190", b"191"), "records/figures.jsonl"),
        ("SHA256SUMS", lambda body: None, "SHA256SUMS is missing"),
        ("SHA256SUMS", lambda body: b"\n".join(body.splitlines()[1:]), "was not packed"),
    ],
)
def test_whatever_is_changed_is_named(pack, name, change, said):
    _changed(pack, name, change)
    wrong, _ = check_pack(pack)
    assert any(said in line for line in wrong)


def test_a_span_that_cites_other_characters_is_found_though_all_digests_fit(pack):
    with zipfile.ZipFile(pack) as file:
        spans = file.read("spans.jsonl").replace(b"at least 190 people", b"at least 910 people")
        sums = file.read("SHA256SUMS").decode()
        old = hashlib.sha256(file.read("spans.jsonl")).hexdigest()
    _changed(pack, "spans.jsonl", lambda body: spans)
    _changed(pack, "SHA256SUMS", lambda body: sums.replace(old, hashlib.sha256(spans).hexdigest()).encode())
    wrong, _ = check_pack(pack)
    assert wrong
    assert all("courier-1" in line for line in wrong)
    assert any("fi-aboard" in line for line in wrong)


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"not a pack"])
def test_what_is_no_pack_is_refused(tmp_path, body):
    (tmp_path / "x.zip").write_bytes(body)
    with pytest.raises(ValueError, match="no pack"):
        check_pack(tmp_path / "x.zip")


# --- other programs --------------------------------------------------------------------------------------------


def test_the_dated_list_for_timelinejs(invented):
    made = json.loads(timeline_js(invented.FULL_DOSSIER))
    first, second, third = made["events"]
    assert first["start_date"] == {"year": 2031, "month": 3, "day": 3}
    assert "end_date" not in first
    assert second["group"] == "planned"
    assert third["end_date"] == {"year": 2031, "month": 3, "day": 31}
    assert made["title"]["text"]["headline"] == invented.STORY.title


def test_timelinejs_gets_no_html_from_a_text(invented):
    row = replace(invented.INQUIRY_ARTICLE, text="<script>alert(1)</script>", outlet="<b>x</b>")
    happening = replace(invented.TIMELINE[0], article=row.article, span=invented.Span(0, len(row.text)), supports=())
    undated = replace(happening, earliest="soon")
    made = timeline_js(replace(invented.INQUIRY_DOSSIER, articles=(row,), timeline=(happening, undated)))
    assert "<script" not in made
    assert "<b>" not in made
    assert len(json.loads(made)["events"]) == 1


def test_linked_data_names_articles_and_whose_text_they_have(invented):
    graph = json.loads(story_jsonld(invented.FULL_DOSSIER))["@graph"]
    story, articles = graph[0], {each["identifier"]: each for each in graph[1:]}
    assert story["collectionSize"] == 5
    assert articles["ledger-2"]["isBasedOn"] == [{"@id": "urn:x-firsthand:article:wire-0"}]
    assert "isBasedOn" not in articles["wire-0"]
    assert "url" not in articles["ledger-2"]  # a javascript: address is none
    assert "publisher" not in articles["blog-7"]
