"""Thirty-seven articles written for this project, and what a careful reader finds in them."""
