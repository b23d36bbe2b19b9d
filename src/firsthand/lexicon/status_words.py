"""Words that say of a dated happening that it is planned, or that it is denied.

A cue is a phrase as a regular expression over lower-case text, whole words. Cues that precede the date in its clause
count; in languages where the verb comes last, cues anywhere in the clause do.
"""

from __future__ import annotations

import re

__all__ = [
    "CLAUSE_BREAK",
    "DENIAL_VERBS",
    "LOOKS_AHEAD",
    "LOOKS_BACK",
    "NEGATIONS",
    "PLANNING",
    "VERB_LAST_LANGUAGES",
]

VERB_LAST_LANGUAGES = frozenset({"de"})


def _compile(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)


# A modal or auxiliary of the future; a passive of planning with what it plans; a verb of intention with an infinitive;
# "to be" with a passive infinitive ("to be held on").
PLANNING: dict[str, re.Pattern[str]] = {
    "en": _compile(
        r"will(?! of\b)|(?:[a-z]+['’])ll|won['’]t|shall|would|(?:is|are|was|were|['’]s|['’]re) going to",
        r"(?:slated|scheduled|planned|due|expected|set|timed|billed|pencill?ed in|earmarked) (?:for|to|on|in|at|by)",
        r"(?:is|are|was|were) (?:due|scheduled|expected)",
        r"(?:plan|plans|planned|planning|intend|intends|intended|intending|aim|aims|aimed|aiming|hope|hopes|hoped|hoping|"
        r"expect|expects|prepare|prepares|preparing|want|wants|wanted|vow|vows|vowed|pledge|pledges|pledged|promise|"
        r"promises|promised|agree|agrees|agreed|propose|proposes|proposed|decide|decides|decided) to",
        r"(?:is|are|was|were|has|have|had) (?:yet )?to (?!(?:blame)\b)[a-z]+",
        r"to be [a-z]+(?:ed|en|ld|un|de)",
        r"(?:plans|planned|called|calls|calling|proposed|proposes|invited) (?:for|a|an|the)",
        r"upcoming|forthcoming|ahead of|in the run-up to|looking ahead to",
    ),
    "de": _compile(
        r"wird|werden|soll|sollen|sollte|sollten|will|wollen|geplant|vorgesehen|angesetzt|beabsichtigt|plant|planen",
    ),
    "fr": _compile(
        r"sera|seront|aura|auront|doit|doivent|devrait|devraient|va|vont|prévue?s?|programmée?s?|compte(?:nt)?|prévoi(?:t|ent)",
    ),
    "es": _compile(
        r"será|serán|tendrá|tendrán|habrá|va a|van a|prevé|prevén|previst[oa]s?|programad[oa]s?|debe|deben|planean?",
    ),
    "ru": _compile(
        r"будет|будут|состоится|состоятся|пройдет|пройдёт|пройдут|планируется|запланирован\w{0,3}|намечен\w{0,3}|"
        r"намерен\w{0,2}|планиру(?:ет|ют)|должн[аоы]|должен",
    ),
}

# What is refused when a report is said to be false.
_REPORTS = r"(?:reports?|claims?|suggestions?|allegations?|accusations?|rumours?|rumors?)"

# Verbs and nouns that deny what follows them.
DENIAL_VERBS: dict[str, re.Pattern[str]] = {
    "en": _compile(
        r"deny|denies|denied|denying|denials?|dispute[sd]?|disputing|refut(?:e|es|ed|ing)",
        rf"(?:reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|dismissing) {_REPORTS}",
    ),
    "de": _compile(r"bestreitet|bestritt|bestritten|dementiert|dementierte|leugnet|leugnete|wies zurück"),
    "fr": _compile(r"nie|nient|a nié|ont nié|dément|démenti|démentent"),
    "es": _compile(r"niega|niegan|negó|negaron|desmiente|desmintió|desmintieron"),
    "ru": _compile(r"отрица(?:ет|ют|л|ла|ли)|опроверг(?:ла|ли|ает|ают)?"),
}

# Verbs of saying and knowing: who did not say a thing has not denied it.
_SAYING = (
    r"(?:immediately |yet |publicly |directly |further )?(?:say|said|saying|comment|commented|confirm|confirmed|"
    r"confirming|respond|responded|reply|replied|give|given|specify|specified|elaborate|elaborated|name|named|know|known|clear|"
    r"disclose|disclosed|identify|identified|available|only|just|be reached|been identified|been named|be confirmed|"
    r"expect|expected|think|believe|want|wanted|plan|planned|care|mean|need|seem|matter)"
)

# A verb of the past or future that is negated: what the clause tells did not, or will not, happen. What somebody does
# not do, is not or could not do at present or in thought is no happening on a day.
NEGATIONS: dict[str, re.Pattern[str]] = {
    "en": _compile(
        rf"(?:(?:did|has|have|had|was|were|will) (?:not|never)|(?:did|has|have|had|was|were|wo)n['’]t)(?! {_SAYING}\b)",
        r"cancelled|canceled|called off|scrapped|never",
    ),
    "de": _compile(r"nicht|nie|niemals|abgesagt"),
    "fr": _compile(r"(?:ne|n['’]) ?\w+ (?:pas|jamais)|annulée?s?"),
    "es": _compile(r"no|nunca|cancelad[oa]s?"),
    "ru": _compile(r"не|никогда|отменен\w{0,2}|отменён\w{0,2}"),
}

# Words in a time expression itself that look back, or ahead, whatever day it was resolved to.
LOOKS_BACK: re.Pattern[str] = _compile(
    r"ago|last|earlier|yesterday|previous|past|gestern|vorgestern|letzte[nrs]?|vor|hier|derni(?:er|ère)|ayer|pasad[oa]|"
    r"вчера|назад"
)
LOOKS_AHEAD: re.Pattern[str] = _compile(
    r"tomorrow|next|coming|upcoming|later (?:this|today|in)|morgen|nächste[nrs]?|kommende[nrs]?|demain|prochaine?|"
    r"mañana|próxim[oa]|завтра|следующ\w{2,3}"
)

# Where one clause ends and another begins: a mark, or a conjunction that opens a clause with its own time.
CLAUSE_BREAK: re.Pattern[str] = re.compile(
    r"[,;:()\[\]“”\"«»–—]|\s-{1,2}\s"
    r"|(?<!\w)(?:after|before|since|until|when|while|whilst|although|though|because|but|and|or|who|which|whose|where|whereas|"
    r"nachdem|bevor|während|aber|und|weil|après|avant|mais|et|después|antes|pero|y|после|но|и)(?!\w)",
    re.IGNORECASE,
)
