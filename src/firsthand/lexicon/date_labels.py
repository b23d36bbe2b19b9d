"""Words that pages put beside a date to say what it is the date of: publication, a change, a member's joining.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Scandinavian languages, Czech, Russian,
Ukrainian, Greek, Arabic, Persian, Turkish, Indonesian, Chinese, Japanese, Korean.
"""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["DateLabel", "find_label_after", "find_label_before", "has_update_word"]


class DateLabel(Enum):
    """What a date is labelled as."""

    PUBLISHED = "published"
    UPDATED = "updated"
    MEMBER = "member"  # since when somebody belongs to a forum, or was last seen there


_PUBLISHED = (
    r"date|published(?: online| date)?|posted|created|submitted|released?|release date|date of publication|filed"
    r"|(?:first|originally) (?:published|posted)|issued|publication date|date (?:published|posted|created)|pub date"
    r"|erstellt|veröffentlicht|veröffentlichung|erschienen|verfasst|geschrieben|gepostet|stand|datum|meldung|beitrag"
    r"|publié|publiée|date de publication|mis en ligne|posté|rédigé|paru|publicado|publicada|fecha"
    r"|fecha de publicación|pubblicato|pubblicata|pubblicazione|data di pubblicazione|postato|data|data de publicação"
    r"|postado|gepubliceerd|geplaatst|opublikowano|data publikacji|data dodania|dodano|publicerad|publicerat"
    r"|publiceret|publisert|julkaistu|publikováno|vydáno|vloženo"
    r"|опубликовано|опубликован|дата|дата публикации|добавлено|размещено|опубліковано|дата публікації|δημοσίευση"
    r"|δημοσιεύθηκε|yayınlanma|yayınlanma tarihi|yayın tarihi|tarih|eklenme tarihi|giriş|diterbitkan|dipublikasikan"
    r"|نشر|نُشر|نشرت|تم النشر|تاريخ النشر|تاريخ|تاریخ انتشار|تاریخ|פורסם"
    r"|发布时间|发布日期|发布|发布于|发表于|发表时间|時間|时间|日期|發布時間|發表於|公開日|掲載日|投稿日|配信"
    r"|입력|기사입력|등록|승인|게시"
)
_UPDATED = (
    r"(?:last )?(?:updated?|modified|edited|revised|changed|update)(?: on)?|(?:date )?(?:updated|modified)"
    r"|aktualisiert|zuletzt (?:aktualisiert|geändert|bearbeitet)|geändert|letzte (?:änderung|aktualisierung)"
    r"|editiert|mis à jour|mise à jour|modifié|actualizado|actualizada|última actualización"
    r"|aggiornato|aggiornata|ultimo aggiornamento|atualizado|atualizada|bijgewerkt|laatst gewijzigd|gewijzigd"
    r"|aktualizacja|zaktualizowano|uppdaterad|opdateret|oppdatert|päivitetty|aktualizováno"
    r"|обновлено|изменено|оновлено|ενημέρωση|güncelleme|güncelleme tarihi|güncellendi|diperbarui"
    r"|تحديث|آخر تحديث|تم التحديث|更新|更新时间|最后更新|更新日|수정|최종수정"
)
_MEMBER = (
    r"(?:date )?joined|join date|member since|registered|registration|last (?:visit|seen|active|login|post|activity)"
    r"|registriert|registriert seit|dabei seit|mitglied seit|beigetreten|anmeldedatum|letzter (?:beitrag|besuch|login)"
    r"|inscrit(?: le)?|inscription|membre depuis|registrado|miembro desde|iscritto|iscritto dal|membro desde"
    r"|lid sinds|geregistreerd|dołączył\w*|medlem sedan|регистрация|зарегистрирован\w*|на форуме с|kayıt|üyelik"
    r"|katılım|انضم|تاريخ التسجيل|注册时间|註冊"
)
# Between the label and its date: a colon, a preposition, the name of the day, nothing but blanks.
_BETWEEN = r"(\s?[:：]+|\s(?:on|at|le|am|vom|el|il|em|op|den|dne|dnia|в|от|il giorno)\s?[:：]?|\s)[\s\[(>|,–-]{0,4}$"
_START = r"(?:^|[\s|·•/(\[>*»:—–-])"
_LABELS = tuple(
    (label, re.compile(rf"{_START}(?:{words}){_BETWEEN}", re.IGNORECASE))
    for label, words in (
        (DateLabel.MEMBER, _MEMBER),
        (DateLabel.UPDATED, _UPDATED),
        (DateLabel.PUBLISHED, _PUBLISHED),
    )
)
# Some languages say it behind the date: "am 3. März 2031 veröffentlicht", "3 Mart 2031 yayınlandı".
_AFTER = (
    (
        DateLabel.UPDATED,
        re.compile(r"^[^.;!?|·•(–—-]{0,25}?(?:aktualisiert|geändert|güncellendi|更新|수정)", re.IGNORECASE),
    ),
    (
        DateLabel.PUBLISHED,
        re.compile(
            r"^[^.;!?|·•(–—-]{0,25}?\b(?:veröffentlicht|gepostet|verfasst|geschrieben|erstellt|eingestellt|published|posted"
            r"|publié|publicado|pubblicato|опубликован\w*|yayınlandı|yayımlandı|eklendi)\b|^.{0,12}(?:发布|发表|發表|게시|입력)",
            re.IGNORECASE,
        ),
    ),
)
# Every word of a label in English letters: most dates stand behind none of them, and need no closer look.
_LABEL_WORDS = frozenset(re.findall(r"[a-z]{2,}", f"{_PUBLISHED} {_UPDATED} {_MEMBER}"))
_UPDATE_WORD = re.compile(rf"(?<!\w)(?:{_UPDATED})(?!\w)", re.IGNORECASE)
_LONGEST = 60  # characters beside a date in which its label is looked for


def find_label_before(before: str) -> tuple[DateLabel, str, str] | None:
    """What the end of the text before a date labels it as, the text before the label, and what parts it from the date.

    Args:
        before: What stands before the date on its line; its last 60 characters are read.
    """
    before = before[-_LONGEST:]
    if before.isascii() and _LABEL_WORDS.isdisjoint(re.findall(r"[a-z]+", before.lower())):
        return None
    for label, pattern in _LABELS:
        match = pattern.search(before)
        if match:
            return label, before[: match.start()], match[1]
    return None


def find_label_after(after: str) -> DateLabel | None:
    """What the text behind a date, on its line, labels it as."""
    after = after[:_LONGEST]
    return next((label for label, pattern in _AFTER if pattern.search(after)), None)


def has_update_word(text: str) -> bool:
    """Whether a word for a change stands in a short text, such as the words before a date in an element of a page."""
    return bool(_UPDATE_WORD.search(text))
