"""Offset-safe tools on text. They know nothing of news."""
