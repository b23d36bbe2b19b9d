"""One story in the form of another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from firsthand.errors import ConfigError
from firsthand.export.jsonld import story_jsonld
from firsthand.export.timelinejs import timeline_js
from firsthand.model import Dossier

__all__ = ["STORY_FORMS", "write_story"]

STORY_FORMS: Mapping[str, Callable[[Dossier], str]] = {"timelinejs": timeline_js, "jsonld": story_jsonld}


def write_story(dossier: Dossier, form: str) -> str:
    """A story as TimelineJS 3 or as schema.org linked data.

    Raises:
        ConfigError: No such form.
    """
    if form not in STORY_FORMS:
        raise ConfigError(f"There is no form {form!r}.", f"The forms are: {', '.join(STORY_FORMS)}.")
    return STORY_FORMS[form](dossier)
