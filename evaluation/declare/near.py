"""The nearest match: what somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near_match(written: str, known: Iterable[str]) -> str | None:
    """The one of `known` that is most like `written`; case, spaces and kinds of dash do not count. None if far off."""
    plain = {_plain(word): word for word in sorted(known)}
    found = get_close_matches(_plain(written), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return word.strip().casefold().replace(" ", "-").replace("_", "-")
