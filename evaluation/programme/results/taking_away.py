"""Taking figures away: attacked by the tool itself first, then written into the ledger of what has left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from evaluation import store
from evaluation.model.canonical import to_json
from evaluation.model.leaving import Release
from evaluation.model.measure import Measure
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.model.release import Released, Table
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.results.protecting import exposed, protection
from evaluation.words import counted

# Reading needs no name, and so does taking away what may be read.
NOBODY: Final = Actor(id="not-named", name="not named", role=Role.READER)


def take_away(programme: Programme, released: Released[Any], table: Table, *, name: str, form: str) -> Reference | None:
    """Keep that a table (or a picture of it) leaves as a file; None where there is no figure in it.

    `released` carries its stamps, `name` is what the file is called, `form` its ending.
    The same table twice in one form is one row. Raises UsageError where a small number
    could be worked out from it and what has left before; then nothing may leave.
    """
    stamps = released.stamps
    if not stamps.measures:
        return None
    kept = []
    if not stamps.true_values:
        guarded = _guarded(programme, stamps.measures)
        kept = [found for one in guarded if (found := protection(programme, one, leaves=True))]
        _attack(programme, guarded)
    noun = Release(
        name=name,
        form=form,
        content=hashlib.sha256(to_json(table).encode()).hexdigest(),
        measures=stamps.measures,
        protections=tuple(reference for reference, _ in kept),
        profile=stamps.profile,
        audience=stamps.audience,
        hidden=stamps.hidden,
        true_values=stamps.true_values,
    )
    key = hashlib.sha256(to_json(noun).encode()).hexdigest()
    who = programme.actor or NOBODY
    row = store.append(programme.store, noun, who, at=programme.clock(), request_key=f"release:{key}:{who.id}")
    return row.reference


def _guarded(programme: Programme, measures: Iterable[str]) -> list[Measure]:
    """The measures that are not open already."""
    declared = [_declared(programme, measure) for measure in measures]
    return [one for one in declared if not programme.framework.stream(one.stream).published]


def _attack(programme: Programme, measures: list[Measure]) -> None:
    """Nothing leaves of a measure while a small number in it could be worked out. Raises UsageError."""
    problems = []
    for measure in measures:
        if many := exposed(programme, measure):
            what = f"{measure.name}: {counted(many, 'small number')} could be worked out from it and what left before."
            mend = "Take away larger areas or longer periods, or wait until the figures that changed are complete."
            problems.append(Problem("gives-away", what, mend))
    if problems:
        raise UsageError("This cannot be taken away: it would give small numbers of people away.", problems)


def _declared(programme: Programme, measure: str) -> Measure:
    try:
        return programme.framework.measure(measure)
    except KeyError:
        raise UsageError(f'There is no measure "{measure}".') from None
