"""What the user can set about the language stage."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LanguageSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """Settings of the language stage. Each of them changes what comes out, so each is part of the result's key.

    Attributes:
        model: Name of an installed spaCy pipeline package. Never a path: a pipeline's files can hold code.
        longest_body: An article whose body has more characters than this is set aside, with its length as the
            reason. The default is about thirty times a long news report.
        longest_paragraph: A paragraph with more characters than this is parsed in pieces, because the parser's
            memory grows with the paragraph. Pieces end at white space where there is some.
        indirect: Whether reported speech without quotation marks is read too.
    """

    model: str = "en_core_web_sm"
    longest_body: int = 200_000
    longest_paragraph: int = 5_000
    indirect: bool = True
