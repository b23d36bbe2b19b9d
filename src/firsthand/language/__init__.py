"""Article into sentences, time expressions, names, quotations and quantities; names across articles into entities."""

from firsthand.language.annotation import annotate_articles
from firsthand.language.entities import apply_links, link_entities, link_names, list_names
from firsthand.language.model import LanguageModel, load_model, model_digest
from firsthand.language.paragraphs import paragraph_texts
from firsthand.language.parse import ParagraphParse, pack_parse, unpack_parse
from firsthand.language.rulings import NAME_CORRECTIONS
from firsthand.language.settings import LanguageSettings

__all__ = [
    "NAME_CORRECTIONS",
    "VERSION",
    "LanguageModel",
    "LanguageSettings",
    "ParagraphParse",
    "annotate_articles",
    "apply_links",
    "link_entities",
    "link_names",
    "list_names",
    "load_model",
    "model_digest",
    "pack_parse",
    "paragraph_texts",
    "unpack_parse",
]

# Raise it when what the stage puts out changes.
VERSION = "2"
