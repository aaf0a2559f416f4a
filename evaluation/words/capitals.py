"""Where a text goes decides its first letter: a capital to begin with, a small one inside a sentence."""

from __future__ import annotations


def capital(text: str) -> str:
    """The text with a capital to begin with."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The text inside a sentence: a first capital goes, but not that of an abbreviation such as NHS."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
