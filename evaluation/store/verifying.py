"""Checking every table against its seals, row by row, and saying which row was changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select, text

from evaluation.model.references import Kind
from evaluation.problems import Problem, UsageError
from evaluation.store.beside import Beside, raw_columns
from evaluation.store.bodies import free_text
from evaluation.store.engine import reading
from evaluation.store.opening import meta
from evaluation.store.rows import DECLARATIONS, LEDGER, META
from evaluation.store.sealing import digest, first_seal, observations_digest, seal
from evaluation.store.stored import Store

_MEND: Final = "Compare with the last backup, and ask who can write to the database."
_TRUTH: Final = {0: False, 1: True}  # as SQLite keeps them; any other number there was never written
_CHECKPOINT: Final = re.compile(r"(?<![0-9])(?P<rows>[0-9]{1,12}) rows?, last seal (?P<seal>[0-9a-f]{16})")
_REVISION: Final = text("SELECT version_num FROM alembic_version")
_NO_FIGURES: Final = observations_digest(())


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what was found. `rows` are the ledger's; no problems means nothing was altered."""

    rows: int
    figures: int
    last_seal: str
    problems: tuple[Problem, ...]

    @property
    def checkpoint(self) -> str:
        """One line for the minutes: whoever holds it can show that nothing up to here was written anew."""
        return f"{self.rows} {'row' if self.rows == 1 else 'rows'}, last seal {self.last_seal[:16]}"


def verify(store: Store, *, minuted: str | None = None) -> Verification:
    """Check all that is stored against its seals.

    That the end was cut off shows where the row written last is not the one `meta` knows.
    Seals alone cannot show that everything was written anew, `meta` too: for that,
    give `minuted`, the `checkpoint` of an earlier verification.

    Raises
    ------
    UsageError
        `minuted` is no checkpoint.
    """
    with reading(store.engine) as connection:
        return check(connection, minuted=minuted)


def check(connection: Connection, *, minuted: str | None = None) -> Verification:
    """`verify`, within a transaction."""
    beside = Beside.of(connection)
    problems = [*_declarations(connection)]
    whose = meta(connection)
    last, number, seals = first_seal(whose.programme, whose.created), 0, {}
    for row in connection.execution_options(yield_per=1000).execute(
        select(*raw_columns(LEDGER)).order_by(LEDGER.c.number)
    ):
        problems += [*_chain(row, number, last), *_row(row, beside)]
        last, number = row.seal, row.number
        seals[number] = row.seal[:16]
    problems += [*_end(connection, number, last), *_left_over(beside, seals), *_minutes(minuted, seals)]
    return Verification(len(seals), beside.figures, last, tuple(problems))


def _sealed(row: Row[Any]) -> str:
    """The seal this row ought to have, as it lies there now."""
    columns = row._asdict()
    columns["actor_verified"] = _TRUTH.get(row.actor_verified, row.actor_verified)
    if isinstance(row.recorded_at, str):
        with suppress(ValueError):
            columns["recorded_at"] = datetime.fromisoformat(row.recorded_at).replace(tzinfo=UTC)
    return seal(columns)


def _chain(row: Row[Any], number: int, last: str) -> Iterator[Problem]:
    """Whether a row follows the one before it."""
    if row.number != number + 1:
        yield Problem("broken-chain", f"{_name(row)}: the row before it is missing.", _MEND)
    elif row.previous_seal != last:
        before = f"row {number}" if number else "the database it was written in"
        yield Problem("broken-chain", f"{_name(row)}: it was sealed to something other than {before}.", _MEND)


def _row(row: Row[Any], beside: Beside) -> Iterator[Problem]:
    """Whether a row, and what lies beside it, is as it was sealed."""
    if digest(row.body) != row.digest or _sealed(row) != row.seal:
        yield Problem("altered-row", f"{_name(row)}: the row does not match its seal.", _MEND)
        return
    body = json.loads(row.body)
    expected = {field: body[field] for field in free_text(Kind(row.kind)) if field in body}
    if f"{row.kind}:{row.number}" in beside.removed:
        expected = {}
    if beside.texts.get(row.number, {}) != expected:
        yield Problem("altered-row", f"{_name(row)}: its text does not match its seal.", _MEND)
    if row.plan is not None and row.plan not in beside.declared:
        yield Problem("altered-row", f"{_name(row)}: the declaration it was written under is missing.", _MEND)
    if beside.batches.get(row.number, _NO_FIGURES) != body.get("observations_digest", _NO_FIGURES):
        yield Problem("altered-row", f"{_name(row)}: its figures do not match their seal.", _MEND)


def _declarations(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(DECLARATIONS).order_by(DECLARATIONS.c.fingerprint)):
        if digest(row.body) != row.fingerprint or json.loads(row.body)["noun"].lower() != row.kind:
            what = f"Declaration {row.fingerprint[:12]} does not match its fingerprint."
            yield Problem("altered-row", what, _MEND)


def _end(connection: Connection, number: int, last: str) -> Iterator[Problem]:
    """Whether the ledger ends where it was last written, and the tables are those of its schema."""
    ends = connection.execute(select(META)).one()
    if ends.last_number is not None and (ends.last_number, ends.last_seal) != (number, last):
        what = f"Row {ends.last_number} was written last, and the ledger ends at row {number}."
        yield Problem("broken-chain", what, _MEND)
    if connection.execute(_REVISION).scalar_one() != f"{ends.schema_number:04d}":
        yield Problem("altered-row", "The schema written in meta is not that of the tables.", _MEND)


def _left_over(beside: Beside, numbers: Mapping[int, str]) -> Iterator[Problem]:
    """Texts and figures whose row is not there."""
    for number in sorted(beside.numbers - set(numbers)):
        yield Problem("broken-chain", f"Something is stored beside row {number}, which is missing.", _MEND)


def _minutes(minuted: str | None, seals: Mapping[int, str]) -> Iterator[Problem]:
    """Whether the history still runs through the row that the minutes name."""
    if minuted is None:
        return
    found = _CHECKPOINT.search(minuted)
    if found is None:
        raise UsageError("A checkpoint reads like this: 12 rows, last seal 0123456789abcdef.")
    number = int(found["rows"])
    if number and seals.get(number) != found["seal"]:
        yield Problem("broken-chain", f"Row {number} is not the one in the minutes.", _MEND)


def _name(row: Row[Any]) -> str:
    """The row's reference, written from its columns as they are: they may be damaged."""
    return f"{row.kind}:{(row.key or '')[:12] if row.kind == Kind.COMPARISON.value else row.number}"
