"""Digests and seals: what makes a change behind the tool's back visible. Pure.

Each row of the ledger carries the sha256 of its body (digest) and of all its
columns together with the seal of the row before (seal): to change one row unseen,
every later seal has to be made anew, and then the last one no longer agrees with
the one in the minutes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime


def digest(text: str) -> str:
    """sha256 of a text, as 64 hexadecimal characters."""
    return hashlib.sha256(text.encode()).hexdigest()


def salted(salt: str, text: str) -> str:
    """The digest that stands for a free text; without the salt nobody can guess the text from it."""
    return digest(salt + text)


def written(value: object) -> str:
    """A value of a column as text: times in UTC, so that both databases agree."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column holds a {type(value).__name__}")


def line(value: Mapping[str, object] | Sequence[object] | None) -> str:
    """The one line for a row, or the text of one value in it: compact JSON, keys sorted, numbers by `repr`."""
    return json.dumps(
        value, default=written, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def first_seal(programme: str, created: datetime) -> str:
    """What the first row is sealed to: whose database this is, and since when."""
    return digest(line([programme, created]))


def seal(row: Mapping[str, object]) -> str:
    """The seal of a ledger row: of every column but itself, the previous row's seal among them.

    Columns that hold nothing are left out, so that a column added later changes no seal.
    """
    return digest(line({name: value for name, value in row.items() if name != "seal" and value is not None}))


def observations_digest(rows: Iterable[Sequence[object]]) -> str:
    """The seal of a batch's figures: sha256 over one line a figure, in the order of their numbers.

    A last column that holds nothing is left out, as it was not there when the first batches were sealed.
    """
    return digest_of(line(row if row[-1] is not None else row[:-1]).encode() + b"\n" for row in rows)


def digest_of(parts: Iterable[bytes]) -> str:
    """sha256 over all of these together."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()
