"""Words by which outlets call a person or a group, of which each says something else of them. English.

Written for this project. Singular and plural of a group's word are one; the first word of a line of groups is the plain
one, by which the group is called here.
"""

from __future__ import annotations

import re

__all__ = ["GROUP_LABELS", "PERSON_LABELS"]

# What stands before a person's name or behind it, and what an editor puts in the name's place.
PERSON_LABELS = frozenset(
    """
    president premier chancellor king queen prince minister secretary senator congressman congresswoman governor mayor
    leader ruler strongman dictator tyrant despot autocrat hardliner hard-liner reformer reformist moderate populist
    nationalist separatist conservative liberal socialist communist republican democrat extremist radical fascist
    warlord commander general fighter rebel militant terrorist insurgent jihadist guerrilla mercenary spy agent defector
    fugitive suspect gunman attacker assailant shooter killer murderer criminal convict inmate prisoner hostage detainee
    activist campaigner dissident critic protester demonstrator whistleblower leaker hacker traitor journalist blogger
    cleric preacher imam bishop priest rabbi
    tycoon billionaire millionaire oligarch mogul magnate businessman businesswoman entrepreneur banker lawyer attorney
    actor actress star celebrity model singer comedian footballer player coach
    teenager teen boy girl child student mother father widow pensioner grandmother grandfather
    migrant refugee immigrant asylum-seeker veteran soldier policeman officer deputy
    victim survivor hero heroine martyr
    """.split()
)

# Groups: the plain word, and others for people (or what rules them) of the same kind.
_GROUP_LINES = re.split(
    r"\n(?=\S)",
    """
armed groups: rebel militant terrorist insurgent fighter jihadist extremist guerrilla separatist gunman mercenary
    opposition freedom-fighter
newcomers: migrant refugee immigrant asylum-seeker alien newcomer
protesters: protester demonstrator rioter activist mob marcher campaigner looter vandal
rulers: government regime junta
attackers: attacker assailant gunman shooter suspect terrorist killer
occupiers: settler colonist occupier invader peacekeeper liberator
wealthy: oligarch tycoon billionaire businessman magnate
the dead: victim casualty martyr
""".strip(),
)

# The word for one of a group: the groups that it may stand for.
GROUP_LABELS: dict[str, tuple[str, ...]] = {}
for _line in _GROUP_LINES:
    _name, _words = _line.split(": ")
    for _word in _words.split():
        GROUP_LABELS[_word] = (*GROUP_LABELS.get(_word, ()), _name)
