"""The records: frozen, typed, with slots; no behaviour beyond their own invariants.

The words are those of GLOSSARY.md; the shapes are those of the export kinds (docs/records.md).
"""

from firsthand.model.accounts import (
    Coverage,
    Event,
    Figure,
    FigureValue,
    Happening,
    Statement,
    StatementSentence,
    Utterance,
    UtteranceInstance,
    Wording,
)
from firsthand.model.annotation import (
    Annotation,
    Entity,
    EntityLinks,
    Mention,
    Quantity,
    Quotation,
    TimeExpression,
)
from firsthand.model.article import (
    Article,
    ArticleRow,
    Claim,
    Credit,
    CreditRole,
    DateCandidate,
    LanguageStretch,
    OutletRepeat,
    Reading,
    Segment,
    SegmentLabel,
)
from firsthand.model.document import RawDocument, Source
from firsthand.model.dossier import Dossier
from firsthand.model.identity import content_digest, record_id
from firsthand.model.kinds import KINDS
from firsthand.model.lineage import (
    Direction,
    Lineage,
    Origin,
    ParagraphChange,
    ParagraphChangeKind,
    Passage,
    PassageKind,
    Relation,
    Version,
)
from firsthand.model.run import Correction, Rejection, Run
from firsthand.model.span import Span, is_inside, overlap_length, union_spans
from firsthand.model.story import Member, Story, Storyline, StorylineLink, ToldStory

__all__ = [
    "KINDS",
    "Annotation",
    "Article",
    "ArticleRow",
    "Claim",
    "Correction",
    "Coverage",
    "Credit",
    "CreditRole",
    "DateCandidate",
    "Direction",
    "Dossier",
    "Entity",
    "EntityLinks",
    "Event",
    "Figure",
    "FigureValue",
    "Happening",
    "LanguageStretch",
    "Lineage",
    "Member",
    "Mention",
    "Origin",
    "OutletRepeat",
    "ParagraphChange",
    "ParagraphChangeKind",
    "Passage",
    "PassageKind",
    "Quantity",
    "Quotation",
    "RawDocument",
    "Reading",
    "Rejection",
    "Relation",
    "Run",
    "Segment",
    "SegmentLabel",
    "Source",
    "Span",
    "Statement",
    "StatementSentence",
    "Story",
    "Storyline",
    "StorylineLink",
    "TimeExpression",
    "ToldStory",
    "Utterance",
    "UtteranceInstance",
    "Version",
    "Wording",
    "content_digest",
    "is_inside",
    "overlap_length",
    "record_id",
    "union_spans",
]
