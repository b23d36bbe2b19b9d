"""The command line: one module a verb, no logic; everything comes from `firsthand.api`."""

from firsthand.cli.entry import VERBS, exit_code, firsthand, main

__all__ = ["VERBS", "exit_code", "firsthand", "main"]
