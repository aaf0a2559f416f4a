"""`export`: the numbers behind a result, or the stored figures of a measure, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsAt, AsJson, Database, Folder, Name, RoleName, TrueValues, opened
from evaluation.commands.printing import print_json
from evaluation.commands.writing import write_file
from evaluation.problems import UsageError
from evaluation.programme import Programme, figures_table, result_table, take_away
from evaluation.report import FORMS
from evaluation.words.stamps import stamp_sentences


def export(
    what: Annotated[str, typer.Argument(help="Id of a prototype, or of a measure for its stored figures.")],
    out: Annotated[Path, typer.Option("--out", help=f"The file to write: {', '.join(f'.{each}' for each in FORMS)}.")],
    measure: Annotated[str | None, typer.Argument(help="Id of the prototype's measure (default: its first).")] = None,
    folder: Folder = None,
    database: Database = None,
    name: Name = None,
    role: RoleName = None,
    as_at: AsAt = None,
    as_json: AsJson = False,
    true_values: TrueValues = False,
) -> None:
    """Write figures to a file, small numbers hidden. What leaves is attacked first and kept in the ledger."""
    form = FORMS.get(out.suffix.removeprefix(".").lower())
    if form is None:
        raise UsageError(f"We cannot write {out.name}: choose one of {', '.join(f'.{each}' for each in FORMS)}.")
    if not out.parent.is_dir():
        raise UsageError(f"We cannot write {out}: there is no folder {out.parent}.")
    programme = opened(folder, database, name=name, role=role, as_at=as_at, true_values=true_values)
    chosen = _measure_of(programme, what, measure)
    released = figures_table(programme, what) if chosen is None else result_table(programme, what, chosen)
    kept = take_away(programme, released, released.content, name=out.stem, form=form.ending)
    write_file(out, form.make(released, out.stem))
    if as_json:
        print_json({"file": out, "reference": kept, "stamps": released.stamps, "rows": len(released.content.rows)})
        return
    print(" ".join((f"Wrote {out}: {len(released.content.rows):,} rows.", *stamp_sentences(released.stamps))))


def _measure_of(programme: Programme, what: str, measure: str | None) -> str | None:
    """The measure of a prototype; None where `what` is no prototype but a measure itself."""
    plans = {plan.id: plan for plan in programme.declarations.prototypes}
    if what not in plans and measure is None and any(what == each.id for each in programme.framework.measures):
        return None
    plan = programme.prototype(what)
    if measure is None and not plan.measures:
        raise UsageError("This plan names no measure yet, so there is nothing to take away.")
    return measure or plan.measures[0].measure
