"""Accounts side by side: sayings, figures, statements, who covered what, wording, and what happened when."""

from __future__ import annotations

from firsthand.accounts.affair import Affair
from firsthand.accounts.coverage import judge_coverage
from firsthand.accounts.habits import Habit, find_habits
from firsthand.accounts.labels import find_labels
from firsthand.accounts.ledger import build_ledger
from firsthand.accounts.settings import VERSION, AccountsSettings
from firsthand.accounts.statements import align_statements
from firsthand.accounts.storyline_timeline import merge_timelines
from firsthand.accounts.timeline import build_timeline
from firsthand.accounts.utterances import link_utterances
from firsthand.accounts.wording import compare_wording

__all__ = [
    "VERSION",
    "AccountsSettings",
    "Affair",
    "Habit",
    "align_statements",
    "build_ledger",
    "build_timeline",
    "compare_wording",
    "find_habits",
    "find_labels",
    "judge_coverage",
    "link_utterances",
    "merge_timelines",
]
