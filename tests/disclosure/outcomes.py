"""What happens to one random table: with its small counts hidden alone, and with further cells hidden by `suppress`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, fields

from evaluation.disclosure.attack import pinned, small
from evaluation.disclosure.rule import PROFILES
from evaluation.disclosure.secondary import suppress
from tests.disclosure.random_tables import table

PROFILE = PROFILES["below-5"]


@dataclass(frozen=True)
class Outcome:
    """`primary` small cells, of which the attack pins `leaked` if they alone are hidden and `left` after `suppress`."""

    number: int
    kind: str
    cells: int
    primary: int
    leaked: int
    further: int
    left: int
    milliseconds: float


FIELDS = tuple(field.name for field in fields(Outcome))


def outcome(number: int) -> Outcome:
    """Hide, measure, attack."""
    kind, linked = table(number)
    primary = small(linked, PROFILE)
    began = time.process_time()
    hidden = suppress(linked, PROFILE)
    took = 1000 * (time.process_time() - began)
    return Outcome(
        number=number,
        kind=kind,
        cells=len(linked),
        primary=int(primary.sum()),
        leaked=int(pinned(linked, primary, PROFILE).sum()),
        further=int((hidden & ~primary).sum()),
        left=int(pinned(linked, hidden, PROFILE).sum()),
        milliseconds=round(took, 1),
    )


def facts(row: Mapping[str, object]) -> dict[str, str]:
    """What every run finds alike, as text: all but the time, and of three ways which cells another HiGHS would hide."""
    of_its_own = {"milliseconds"} | ({"further"} if row["kind"] == "areas by groups by periods" else set())
    return {name: str(value) for name, value in row.items() if name not in of_its_own}
