"""The desk in the browser: the pages of the report, served from an archive."""

from firsthand.web.app import create_app

__all__ = ["create_app"]
