"""Settle guesses by the measure they are about. The tool does it, and no person: not even whoever made the guess."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from evaluation import store
from evaluation.learning.guesses import Guess, WhyNot, came_true, guesses
from evaluation.model.predictions import Prediction, Settlement
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import today
from evaluation.programme.guesses.measured import Measured, about, change_since, figures_of, measured
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.results.protecting import THE_TOOL
from evaluation.programme.roles import Act, acting
from evaluation.store import Stored
from evaluation.words.guesses import CAME_TRUE, guessed, level_seen, why_not

StoredGuess = Guess[Stored[Prediction], Stored[Settlement]]


def standing_guesses(programme: Programme) -> tuple[StoredGuess, ...]:
    """The guesses nobody replaced, each with what settled it last, as at the programme's time."""
    predictions, settlements = (
        store.rows(programme.store, kind, as_at=programme.as_at) for kind in (Kind.PREDICTION, Kind.SETTLEMENT)
    )
    return guesses(predictions, settlements)


def counting_guesses(programme: Programme, wanted: Collection[Reference]) -> frozenset[Reference]:
    """Those of the guesses wanted whose figures may be shown today, and that are not void."""
    here = [one for one in standing_guesses(programme) if one.row.reference in wanted] if wanted else []
    figures = figures_of(programme, (one.prediction for one in here))
    return frozenset(one.row.reference for one in here if isinstance(measured(programme, one.row, figures), Measured))


def settle_due(programme: Programme, *, only: Collection[str] | None = None) -> tuple[Stored[Settlement], ...]:
    """Settle what the figures can settle now, and settle anew what a correction moved; returns the rows made.

    `only` limits it to guesses about these measures. What is settled already, by the
    same level, is left as it is.
    """
    now = replace(programme, as_at=None)
    open_ = [one for one in standing_guesses(now) if only is None or one.prediction.measure in only]
    figures = figures_of(now, (one.prediction for one in open_))
    made = (_settled(now, one, measured(now, one.row, figures)) for one in open_)
    return tuple(row for row in made if row is not None)


def settle(programme: Programme, *, prediction: str, said: bool | None = None) -> Released[Receipt]:
    """Settle one guess by its measure. `said` is whether somebody says it came true, and is held against the figures.

    Raises UsageError where the figures cannot settle it yet, and where they say otherwise.
    """
    acting(programme.actor, Act.GUESS)
    reference = exists(programme, prediction, Kind.PREDICTION)
    one = next((one for one in standing_guesses(programme) if one.row.reference == reference), None)
    if one is None:
        problem = Problem("unknown-reference", f"{reference} was replaced by a later guess.", "Settle that one.")
        raise UsageError("This guess no longer stands.", [problem])
    found = measured(programme, one.row, figures_of(programme, [one.prediction]))
    if isinstance(found, WhyNot):
        raise _not_yet(programme, one, found)
    if said is not None and said is not came_true(one.prediction, found.level):
        raise _against(programme, one, found)
    row = _settled(programme, one, found) or one.settled
    assert row is not None
    return release(programme, Receipt(row.reference, _said(programme, one, found)))


def _settled(programme: Programme, one: StoredGuess, found: Measured | WhyNot) -> Stored[Settlement] | None:
    """The row that settles a guess; None where nothing can, or the same level has."""
    if isinstance(found, WhyNot) or (one.settled is not None and one.settled.noun.level == found.level):
        return None
    on = programme.clock()
    before = one.settled.reference if one.settled else None
    return store.append(
        programme.store,
        Settlement(one.row.reference, found.level, came_true(one.prediction, found.level), on.date(), found.batches),
        THE_TOOL,
        at=on,
        # Two who settle at once settle once.
        request_key=f"settlement:{one.row.reference}:after:{before or 'nothing'}",
        amends=before,
        plan=programme.prototype(one.prediction.prototype),
    )


def said_of_guess(programme: Programme, prediction: Prediction) -> str:
    """What was guessed, in words; of what no plan has any more, its ids are all there is."""
    known = about(programme, prediction)
    if known is None:
        return f"{prediction.measure}, {prediction.period}"
    return guessed(known.measure, prediction, known.period)


def _said(programme: Programme, one: StoredGuess, found: Measured) -> str:
    known = about(programme, one.prediction)
    assert known is not None
    level = level_seen(known.measure, one.prediction, found.level)
    true = came_true(one.prediction, found.level)
    return f"{said_of_guess(programme, one.prediction)}. It was {level}: it {CAME_TRUE[true]}."


def _not_yet(programme: Programme, one: StoredGuess, reason: WhyNot) -> UsageError:
    known = about(programme, one.prediction)
    due = known.due if known else programme.clock().date()
    yet = " yet" if reason is WhyNot.NO_FIGURES else ""
    changed = change_since(programme, known, one.row.recorded_at.date()) if known else None
    why = why_not(reason, due, today(programme), changed[1] if changed else None)
    return UsageError(f"We cannot settle this{yet}. {why}")


def _against(programme: Programme, one: StoredGuess, found: Measured) -> UsageError:
    mend = "A guess is settled by its measure. If a figure is wrong, bring in the corrected file."
    problem = Problem("against-the-measure", _said(programme, one, found), mend)
    return UsageError("The figures say otherwise.", [problem])
