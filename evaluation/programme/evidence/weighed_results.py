"""What a result says to whoever is about to weigh it: that it speaks the other way, or shows nothing yet."""

from __future__ import annotations

from evaluation.model.measure import Measure
from evaluation.model.results import StoredComparison
from evaluation.programme.evidence.shows import measure_of, shown
from evaluation.programme.handle import Programme
from evaluation.programme.plans.agreed_plan import called, judged_by
from evaluation.programme.releasing import release_comparison
from evaluation.programme.results.comparing import stored_comparison
from evaluation.store import Stored
from evaluation.words.weighing import GONE, INVENTED, shows_nothing, speaks_otherwise, stands_now


def otherwise(programme: Programme, row: Stored[StoredComparison], *, supports: bool) -> tuple[str, ...]:
    """What is against counting a result on this side today; nothing where nothing is."""
    found, measure = shown(programme, row), _measure(programme, row.noun)
    if found is None:
        return ()
    if measure is None:
        return (GONE,)
    said = []
    if not found.may_speak(supports=supports):
        said.append(speaks_otherwise(release_comparison(programme, row.noun).content, measure, supports=supports))
    now = _now(programme, row.noun, measure)
    if now is not None and now.reference != row.reference:
        said.append(stands_now(release_comparison(programme, now).content, measure))
    return tuple(said)


def nothing_shown(programme: Programme, record: StoredComparison) -> str:
    """Why a result that shows nothing cannot be weighed, and what would be needed."""
    known, measure = measure_of(programme, record), _measure(programme, record)
    if known is None or measure is None:
        return GONE
    framework, _ = known
    if record.illustrative and not framework.illustrative:
        return INVENTED
    names = called(programme, programme.prototype(record.prototype))
    return shows_nothing(release_comparison(programme, record).content, measure, names)


def _measure(programme: Programme, record: StoredComparison) -> Measure | None:
    """The measure of a result whose prototype has a plan still."""
    known = measure_of(programme, record)
    is_planned = record.prototype in {plan.id for plan in programme.declarations.prototypes}
    return known[1] if known and is_planned else None


def _now(programme: Programme, record: StoredComparison, measure: Measure) -> StoredComparison | None:
    """The result on the same measure as it stands today; None where the plan no longer asks for one."""
    judged = judged_by(programme, record.prototype)
    plan = judged.prototype(record.prototype)
    is_asked = plan.test_areas and measure.id in {used.measure for used in plan.measures}
    return stored_comparison(judged, plan, measure) if is_asked else None
