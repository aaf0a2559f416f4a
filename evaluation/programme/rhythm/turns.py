"""Whose turn it is: all that is due in a programme, with the words for it and the page where it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from evaluation import store
from evaluation.learning.due import Ask, Due, Written, due, promised
from evaluation.learning.guesses import first_open
from evaluation.learning.rhythm import is_running
from evaluation.model.design import MeasureRole
from evaluation.model.measure import Measure
from evaluation.model.people import Role, known_as
from evaluation.model.places import Period, PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.programme.addresses import Query
from evaluation.programme.figures.arriving import standing_of
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.words import notation, period
from evaluation.words.rhythm import TO_DO, said


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that is due, in a sentence; `label` names the act, `page` and `query` say where it is done.

    `wrote` is what the person themselves promised, in their words: for their own page, and never in a reminder.
    """

    due: Due
    sentence: str
    label: str
    page: str
    query: Query
    wrote: str = ""


# The page of each thing; all but figures and help are told which prototype, and these by another name than `prototype`.
_PAGES: Final[Mapping[Ask, str]] = {
    Ask.HELP: "waiting",
    Ask.DRAFT: "meeting",
    Ask.NOTE: "add_note",
    Ask.QUESTION: "prototypes",
    Ask.EVIDENCE: "add_note",
    Ask.LOOK: "meeting",
    Ask.LOOK_AGAIN: "meeting",
    Ask.GUESS: "prototypes",
    Ask.COMMITMENT: "prototypes",
    Ask.FIGURES: "figures",
}
_WITHOUT: Final = frozenset({"waiting", "figures"})
# By what name a page is told which of its boxes to open: that of this question, measure, promise or note.
_BOXES: Final[Mapping[Ask, str]] = {
    Ask.HELP: "help",
    Ask.QUESTION: "answer",
    Ask.EVIDENCE: "question",
    Ask.GUESS: "guess",
    Ask.COMMITMENT: "commitment",
}


def written_down(programme: Programme, known: History) -> Written:
    """What was written down, for the rules of what is due."""
    commitments = store.rows(programme.store, Kind.COMMITMENT, as_at=programme.as_at)
    return Written(known.entries, known.answers, known.decisions, known.replies, commitments)


def turns(programme: Programme, written: Written, today: date, *, figures: bool = True) -> tuple[Turn, ...]:
    """All that is due, of everybody: boxes first, then by the day; figures only where they matter to whoever asks."""
    plans = programme.declarations.prototypes
    found = [each for plan in plans for each in due(plan, written, today, chair=_chair(programme, plan))]
    found += promised(written.commitments, today)
    found += _guesses(programme, written, today)
    promises = {str(row.reference): row.noun.what for row in written.commitments}
    told = [replace(_turn(programme, each, today), wrote=promises.get(each.about, "")) for each in found]
    told += _of_figures(programme, today) if figures else ()
    return tuple(sorted(told, key=lambda turn: (turn.due.ask is not Ask.NOTE, turn.due.on)))


def guess_until(programme: Programme, plan: Prototype, today: date) -> tuple[Measure, Period, date] | None:
    """What the lead is asked to guess about: the measure it is judged by, its next period, and the last day to guess.

    None where it has no such measure, or one of rolling windows, whose next nobody can name for sure.
    """
    named = next((used.measure for used in plan.measures if used.role is MeasureRole.PRIMARY), None)
    measure = programme.measure(plan, named) if named and plan.test_areas else None
    if measure is None or measure.periods is PeriodKind.ROLLING:
        return None
    coming = first_open(measure.periods, today)
    return measure, coming, coming.start - timedelta(days=1)


def _guesses(programme: Programme, written: Written, today: date) -> Iterator[Due]:
    """The guess each lead can still make, where they have not made it."""
    made = store.rows(programme.store, Kind.PREDICTION, as_at=programme.as_at)
    known = {(row.actor.id, row.noun.prototype, row.noun.measure, row.noun.period) for row in made}
    for plan in programme.declarations.prototypes:
        asked = guess_until(programme, plan, today) if is_running(plan, written.decisions, today) else None
        if asked is not None:
            measure, when, until = asked
            if (known_as(plan.lead), plan.id, measure.id, when.notation) not in known:
                about = f"{measure.id}/{when.notation}"
                yield Due(Ask.GUESS, until, Role.LEAD, plan.lead, plan.id, about)


def _chair(programme: Programme, plan: Prototype) -> str:
    """The chair of the group that takes this prototype's decisions; empty where the framework names none."""
    groups = programme.framework_of(plan).groups
    own = [group for group in groups if group.id == plan.group] or list(groups[:1])
    return next((group.chair for group in own), "")


def _turn(programme: Programme, each: Due, today: date) -> Turn:
    plan = next((plan for plan in programme.declarations.prototypes if plan.id == each.prototype), None)
    about = _text(programme, plan, each) if plan else ""
    sentence = said(each, today, of=plan.name if plan else "", about=about)
    if each.group:
        return Turn(each, sentence, TO_DO[each.ask], "programme", tuple(_to_group(programme, each)))
    return Turn(each, sentence, TO_DO[each.ask], _PAGES[each.ask], tuple(_query(each)))


def _to_group(programme: Programme, promise: Due) -> Iterator[tuple[str, str]]:
    """What was promised in a group, and for no prototype, stands with that group on the page of its programme."""
    whose = (one.id for one in programme.declarations.frameworks if promise.group in {each.id for each in one.groups})
    yield "programme", next(whose, programme.opening_framework.id)
    yield "group", promise.group
    yield _BOXES[promise.ask], promise.about


def _query(each: Due) -> Iterator[tuple[str, str]]:
    page = _PAGES[each.ask]
    if each.prototype and page not in _WITHOUT:
        yield "item" if page == "meeting" else "prototype", each.prototype
    if each.ask in _BOXES:
        yield _BOXES[each.ask], each.about.partition("/")[0]


def _text(programme: Programme, plan: Prototype, each: Due) -> str:
    """The text of the question it is about, or the measure and its period."""
    if each.ask is Ask.GUESS:
        measure = programme.measure(plan, each.about.partition("/")[0])
        return f"{measure.name}, {notation(each.about.partition('/')[2], measure.periods)}."
    return next((asked.text for asked in plan.questions if asked.id == each.about), "")


def _of_figures(programme: Programme, today: date) -> Iterable[Turn]:
    """The figures each source owes, or owes next: evaluators see to them."""
    for one in standing_of(programme, today):
        owed = one.due if one.behind or one.never_fed else one.next_due
        on = one.due_on if one.behind or one.never_fed else one.next_due_on
        if owed is None or on is None:
            continue
        each = Due(Ask.FIGURES, on, Role.EVALUATOR, about=one.stream.id)
        sentence = said(each, today, about=f"{one.stream.name}, {period(owed)}")
        yield Turn(each, sentence, TO_DO[Ask.FIGURES], _PAGES[Ask.FIGURES], ())
