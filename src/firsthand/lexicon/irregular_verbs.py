"""Irregular forms of common English verbs, to the form under which they are looked up."""

from __future__ import annotations

__all__ = ["VERB_OF_FORM"]

# One verb an entry: the plain form, then its other forms, those that no ending tells.
_VERBS = """
become/became begin/began/begun believe/belief break/broke/broken bring/brought build/built buy/bought
catch/caught choose/chose/chosen come/came deal/dealt die/dying/dead do/did/done draw/drew/drawn drive/drove/driven
fall/fell/fallen feel/felt fight/fought find/found flee/fled fly/flew/flown/flight forget/forgot/forgotten
freeze/froze/frozen get/got/gotten give/gave/given go/went/gone grow/grew/grown hear/heard hide/hid/hidden hold/held
keep/kept know/knew/known lay/laid lead/led leave/left lend/lent lose/lost make/made mean/meant meet/met pay/paid
rise/rose/risen run/ran see/saw/seen seek/sought sell/sold send/sent shake/shook/shaken shoot/shot sing/sang/sung
sink/sank/sunk sit/sat sleep/slept speak/spoke/spoken spend/spent stand/stood steal/stole/stolen strike/struck
swear/swore/sworn swim/swam/swum take/took/taken teach/taught tell/told think/thought throw/threw/thrown
understand/understood wake/woke/woken wear/wore/worn win/won write/wrote/written
"""

VERB_OF_FORM: dict[str, str] = {form: entry.split("/")[0] for entry in _VERBS.split() for form in entry.split("/")[1:]}
