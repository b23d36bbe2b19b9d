"""One story's accounts side by side: how edited passages are worded, and what happened when."""

from __future__ import annotations

from firsthand.accounts.settings import VERSION, AccountsSettings
from firsthand.accounts.timeline import build_timeline
from firsthand.accounts.wording import compare_wording

__all__ = ["VERSION", "AccountsSettings", "build_timeline", "compare_wording"]
