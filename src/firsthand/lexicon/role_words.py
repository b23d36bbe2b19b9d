"""What a named person is said to be, in classes of which a person is only one at a time. English.

Written by hand from general knowledge. Words that also are told of one another ("lawyer" and "activist") are in no
class together. Folded as `firsthand.text.tokens.fold_word` folds.
"""

from __future__ import annotations

__all__ = ["ONLY_ONE", "ROLES"]

# Of whom a person has one only.
ONLY_ONE = frozenset("wife husband mother father mum mom dad girlfriend boyfriend fiancee fiance".split())

# Class: groups, a comma between words that say the same.
_LINES = """
partner: wife,husband girlfriend,boyfriend ex-wife,ex-husband ex-girlfriend,ex-boyfriend fiancee,fiance
kin: brother,sister half-brother,half-sister stepbrother,stepsister brother-in-law,sister-in-law cousin nephew,niece
    uncle,aunt
descent: son,daughter grandson,granddaughter stepson,stepdaughter nephew,niece
ascent: father,mother grandfather,grandmother stepfather,stepmother uncle,aunt
part: suspect victim witness bystander
school: teacher student,pupil professor,lecturer principal,headteacher,headmaster janitor
year: freshman sophomore junior senior
medicine: doctor,physician nurse paramedic surgeon pharmacist
force: soldier marine sailor policeman,policewoman firefighter,fireman guard
flight: pilot co-pilot,copilot steward,stewardess passenger
court: judge prosecutor
clergy: priest imam rabbi bishop pastor,minister monk,nun
office: director president chairman,chairwoman,chairperson,chair ceo mayor governor commissioner superintendent sheriff
    minister ambassador senator congressman,congresswoman,representative coach manager treasurer prosecutor
    spokesman,spokeswoman,spokesperson
crown: king,queen prince,princess duke,duchess
""".strip()

# The folded word: the classes that it stands in, and its group in each.
ROLES: dict[str, tuple[tuple[str, str], ...]] = {}
for _line in _LINES.replace("\n    ", " ").splitlines():
    _name, _groups = _line.split(": ")
    for _group in _groups.split():
        for _word in _group.split(","):
            ROLES[_word] = (*ROLES.get(_word, ()), (_name, _group.split(",")[0]))
