"""Article into sentences, time expressions, names and quotations; names across articles into entities."""

from firsthand.language.annotation import annotate_articles
from firsthand.language.entities import apply_links, link_entities
from firsthand.language.model import LanguageModel, load_model, model_digest
from firsthand.language.rulings import NAME_CORRECTIONS
from firsthand.language.settings import LanguageSettings

__all__ = [
    "NAME_CORRECTIONS",
    "VERSION",
    "LanguageModel",
    "LanguageSettings",
    "annotate_articles",
    "apply_links",
    "link_entities",
    "load_model",
    "model_digest",
]

# Raise it when what the stage puts out changes.
VERSION = "1"
