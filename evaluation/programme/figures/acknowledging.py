"""Say what is being done about a warning."""

from __future__ import annotations

from datetime import date

from evaluation import store
from evaluation.measures.crossings import Crossing
from evaluation.model.learning import Acknowledgement
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.figures.warning_levels import standing
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


def acknowledge(
    programme: Programme,
    *,
    warning: str,
    doing: str,
    request_key: str,
    level: str | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what is being done about a warning that stands (`measure:gld@E10000003/2018-19`).

    `level` says which, where a figure crosses two levels. Raises UsageError, and
    StoppedTextError for text that could identify someone.
    """
    actor = acting(programme.actor, Act.ANSWER_WARNINGS)
    crossing = _standing(programme, warning, level)
    if not doing.strip():
        raise UsageError(
            "Say what is being done.", [Problem("empty-note", "The answer is empty.", "Write one sentence.")]
        )
    check_text({"What is being done": doing})
    now = programme.clock()
    kept = store.append(
        programme.store,
        Acknowledgement(crossing.reference, crossing.level.id, on or now.date(), doing.strip()),
        actor,
        at=now,
        request_key=request_key,
        plan=programme.opening_framework,
    )
    return release(programme, Receipt(kept.reference, "We have kept what is being done."))


def _standing(programme: Programme, warning: str, level: str | None) -> Crossing:
    """The warning of this name that stands."""
    try:
        reference = Reference.parse(warning)
    except ValueError:
        reference = Reference(Kind.MEASURE, warning.strip().replace(" ", "-") or "-")
    there = standing(programme, programme.as_at)
    found = [one for one in there if one.reference == reference and level in (None, one.level.id)]
    if len(found) == 1:
        return found[0]
    if found:
        levels = ", ".join(one.level.id for one in found)
        raise UsageError(f"This figure crosses several levels. Say which of them: {levels}.")
    named = ", ".join(str(one.reference) for one in there[:3]) or "none at the moment"
    raise UsageError(
        f"There is no warning on {warning}.",
        [Problem("unknown-reference", f'"{warning}" names no warning that stands.', f"Warnings stand on: {named}.")],
    )
