"""What a result says to whoever is about to weigh it: that it speaks the other way, or shows nothing yet."""

from __future__ import annotations

from evaluation import store
from evaluation.learning import Shown, speak_otherwise
from evaluation.model.comparisons import StoredComparison
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.learning import Answer
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.evidence.shows import measure_of, shown
from evaluation.programme.handle import Programme
from evaluation.programme.plans.agreed_plan import called, judged_by
from evaluation.programme.releasing import release_comparison
from evaluation.programme.results.comparing import stored_comparison
from evaluation.programme.same_for_all import same_for_all
from evaluation.store import Stored
from evaluation.words.weighing import GONE, INVENTED, shows_nothing, speaks_otherwise, stands_now
from evaluation.words.weighing import cites_otherwise as say_so


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


def cites_otherwise(programme: Programme, said: Answer | Decision) -> str:
    """That results which an answer or a decision cites speak the other way, what several say once; empty where none."""
    known = (_cited(programme, each) for each in said.cites if each.kind is Kind.COMPARISON)
    found = {one.reference: (one, measure, what) for one, measure, what in filter(None, known)}
    against = speak_otherwise(said, {each: what for each, (_, _, what) in found.items()})
    return " ".join(dict.fromkeys(say_so(one, measure, said) for one, measure, _ in map(found.__getitem__, against)))


@same_for_all
def _cited(programme: Programme, result: Reference) -> tuple[StoredComparison, Measure, Shown] | None:
    """A result as it may be seen, its measure, and what it shows; None where nobody can say so any more."""
    row = store.get(programme.store, result)
    what, measure = (None, None) if row is None else (shown(programme, row), _measure(programme, row.noun))
    if row is None or what is None or measure is None:
        return None
    return release_comparison(programme, row.noun).content, measure, what


def verdicts_otherwise(programme: Programme, plan: Prototype, cites: tuple[Reference, ...]) -> dict[Verdict, str]:
    """What is said of a decision that rests on this before it is saved, by what is decided; where there is something.

    Which group decides, when and why has no part in it.
    """
    group, on = plan.group or "", programme.clock().date()
    made = {verdict: Decision(plan.id, group, verdict, on, "-", cites=cites) for verdict in Verdict}
    said = {verdict: cites_otherwise(programme, decision) for verdict, decision in made.items()}
    return {verdict: told for verdict, told in said.items() if told}


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
