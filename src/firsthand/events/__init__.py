"""Coded events of a story: who did what to whom, when, where. No stage yet; the export kind is empty."""
