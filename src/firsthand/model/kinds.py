"""The export kinds of the contract, and the record that each is made of."""

from __future__ import annotations

from firsthand.model.accounts import Coverage, Event, Figure, Happening, Label, Statement, Utterance, Wording
from firsthand.model.annotation import Entity, Mention, Quantity, Quotation, TimeExpression
from firsthand.model.article import ArticleRow, DateCandidate, OutletRepeat, Segment
from firsthand.model.lineage import Lineage, Origin, Passage, Version
from firsthand.model.run import Correction, Rejection, Run
from firsthand.model.story import Story, Storyline

__all__ = ["KINDS"]

# In the order in which `export --all` writes them.
KINDS: dict[str, type] = {
    "articles": ArticleRow,
    "segments": Segment,
    "dates": DateCandidate,
    "times": TimeExpression,
    "mentions": Mention,
    "entities": Entity,
    "quotations": Quotation,
    "quantities": Quantity,
    "passages": Passage,
    "lineage": Lineage,
    "versions": Version,
    "origins": Origin,
    "stories": Story,
    "storylines": Storyline,
    "timeline": Happening,
    "utterances": Utterance,
    "figures": Figure,
    "statements": Statement,
    "coverage": Coverage,
    "wording": Wording,
    "labels": Label,
    "events": Event,
    "corrections": Correction,
    "runs": Run,
    "rejections": Rejection,
    "repeats": OutletRepeat,
}
