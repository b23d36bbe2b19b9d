"""Words for what happens to people in the news, each with the one word that stands for it in a count. English.

"12 people were killed", "12 dead", "the deaths of 12 people" and "12 fatalities" all count people killed.
Written for this project.
"""

from __future__ import annotations

__all__ = ["FATE_ADJECTIVES", "FATE_NOUNS", "FATE_VERBS", "INTRANSITIVE_FATES", "TOLL_NOUNS"]

# Verbs that do it to their object, lemmas.
FATE_VERBS: dict[str, str] = {
    verb: fate
    for fate, verbs in {
        "killed": "kill slay murder massacre behead electrocute",
        "injured": "injure wound hurt maim",
        "arrested": "arrest detain apprehend imprison jail",
        "rescued": "rescue",
        "evacuated": "evacuate",
        "displaced": "displace uproot",
        "abducted": "abduct kidnap",
        "infected": "infect",
        "hospitalised": "hospitalise hospitalize",
        "trapped": "trap strand",
        "released": "release free",
        "deported": "deport",
        "convicted": "convict",
        "charged": "charge indict",
        "drowned": "drown",
        "affected": "affect",
        "dismissed": "sack dismiss",
    }.items()
    for verb in verbs.split()
}
# Verbs that tell what happens to their subject, lemmas.
INTRANSITIVE_FATES: dict[str, str] = {
    "die": "killed",
    "perish": "killed",
    "drown": "drowned",
    "survive": "survived",
    "disappear": "missing",
    "vanish": "missing",
    "escape": "escaped",
    "flee": "fled",
}
# Beside the people or alone: "12 dead", "the missing". In lower case.
FATE_ADJECTIVES: dict[str, str] = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "deceased": "killed",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "missing": "missing",
    "unaccounted": "missing",
    "arrested": "arrested",
    "detained": "arrested",
    "jailed": "arrested",
    "rescued": "rescued",
    "evacuated": "evacuated",
    "displaced": "displaced",
    "homeless": "homeless",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalised",
    "trapped": "trapped",
    "stranded": "trapped",
    "kidnapped": "abducted",
    "abducted": "abducted",
    "infected": "infected",
    "affected": "affected",
    "released": "released",
    "freed": "released",
    "drowned": "drowned",
}
# Nouns that are the people and their fate at once, or the fate with "of" and the people behind it, lemmas.
FATE_NOUNS: dict[str, str] = {
    "death": "killed",
    "fatality": "killed",
    "killing": "killed",
    "murder": "killed",
    "homicide": "killed",
    "injury": "injured",
    "arrest": "arrested",
    "detention": "arrested",
    "survivor": "survived",
    "rescue": "rescued",
    "evacuation": "evacuated",
    "evacuee": "evacuated",
    "abduction": "abducted",
    "kidnapping": "abducted",
    "infection": "infected",
    "disappearance": "missing",
    "deportation": "deported",
    "release": "released",
}
# "The death toll rose to 41".
TOLL_NOUNS: dict[str, str] = {"death toll": "killed", "toll": "killed", "body count": "killed"}
