"""Who was quiet, which questions are overdue and silent, and what is due, once more day by day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Final

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.due import Written, due
from evaluation.learning.questions import question_standings
from evaluation.learning.rhythm import rhythm
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.design import Look
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion
from tests.learning.recorded import Kept

CASES: Final = 1000
TODAY: Final = date(2026, 6, 3)
DAY: Final = timedelta(days=1)


class Case:
    """A plan, and what was noted, answered and decided up to today, drawn by lot."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.plan = Prototype(
            id="p", name="P", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="Lead",
            questions=tuple(self._question(name) for name in ("a", "b", "c")),
            start=chance.choice((None, self._day())), end=chance.choice((None, None, self._day())),
            retired=chance.choice((None, None, None, self._day())),
            planned_looks=tuple(Look(day, 1) for day in sorted({self._day() for _ in range(chance.randint(0, 4))})),
        )  # fmt: skip
        self.entries = [self._entry(number) for number in range(1, chance.randint(1, 6))]
        self.answers = [self._answer(number) for number in range(1, chance.randint(1, 5))]
        self.decisions = [self._decision(number) for number in range(1, chance.randint(1, 4))]

    def _day(self, *, is_past: bool = False) -> date:
        return TODAY + DAY * self.chance.randint(-100, 0 if is_past else 40)

    def _question(self, name: str) -> LearningQuestion:
        due_on, comes = (self.chance.choice((None, self._day())) for _ in "12")
        retired = self.chance.choice((None, None, None, self._day(is_past=True)))
        measure = self.chance.choice((None, "m"))
        return LearningQuestion(name, "-", measure=measure, due=due_on, evidence_on=comes, retired=retired)

    def _entry(self, number: int) -> Kept[Entry]:
        about = self.chance.choice((None, *(Reference(Kind.QUESTION, f"p/{name}") for name in "abc")))
        kind = self.chance.choice((EntryKind.NOTE, EntryKind.NOTHING_NEW))
        text = "Seen." if kind is EntryKind.NOTE else ""
        return Kept(
            Reference(Kind.ENTRY, str(number)),
            Entry(self.chance.choice(("p", "p", "other")), kind, self._day(is_past=True), text, about=about),
        )

    def _answer(self, number: int) -> Kept[Answer]:
        noun = Answer("p", self.chance.choice("abc"), self.chance.choice(list(AnswerState)), self._day(is_past=True),
                      self.chance.choice(("Known.", REMOVED)))  # fmt: skip
        return Kept(Reference(Kind.ANSWER, str(number)), noun)

    def _decision(self, number: int) -> DecisionStanding:
        on = self._day(is_past=True)
        decision = Decision("p", "g", self.chance.choice(list(Verdict)), on, "Why",
                            look_again_on=self.chance.choice((None, self._day())))  # fmt: skip
        state = self.chance.choice(list(DecisionState))
        confirmed = None if state is DecisionState.DRAFT else on
        return DecisionStanding(Reference(Kind.DECISION, str(number)), decision, state, confirmed)


def confirmed(case: Case) -> list[DecisionStanding]:
    return [each for each in case.decisions if each.state is DecisionState.CONFIRMED]


def held(case: Case) -> DecisionStanding | None:
    """The latest confirmed decision, and of one day the last recorded."""
    return max(confirmed(case), key=lambda each: (each.decision.on, int(each.reference.key)), default=None)


def is_stopped(case: Case) -> bool:
    decided = [each for each in confirmed(case) if each.decision.verdict is not Verdict.COME_BACK]
    last = max(decided, key=lambda each: (each.decision.on, int(each.reference.key)), default=None)
    return last is not None and last.decision.verdict is Verdict.STOP


def runs(case: Case) -> bool:
    plan = case.plan
    has_begun = plan.start is not None and plan.start <= TODAY
    has_ended = (plan.end is not None and plan.end < TODAY) or (plan.retired is not None and plan.retired <= TODAY)
    return has_begun and not has_ended and not is_stopped(case)


def heard_last(case: Case) -> date:
    """The last word, or the start where that came later."""
    assert case.plan.start is not None
    return max([case.plan.start] + [row.noun.on for row in case.entries if row.noun.prototype == "p"])


def state_of(case: Case, name: str) -> tuple[AnswerState, date | None]:
    """What the latest readable answer says, and its day."""
    rows = [row for row in case.answers if row.noun.question == name and row.noun.text != REMOVED]
    latest = max(rows, key=lambda row: (row.noun.on, int(row.reference.key)), default=None)
    return (latest.noun.state, latest.noun.on) if latest else (AnswerState.OPEN, None)


def asked(case: Case) -> list[LearningQuestion]:
    return [question for question in case.plan.questions if question.retired is None]


def test_any_prototype_is_quiet_after_two_weeks_without_a_word_while_it_runs() -> None:
    chance = random.Random(7)
    for _ in range(CASES):
        case = Case(chance)
        found = rhythm(case.plan, case.entries, case.decisions, TODAY)
        assert (found is not None) == runs(case)
        if found is not None:
            assert found.next_box == heard_last(case) + 7 * DAY
            assert found.is_quiet(TODAY) == (TODAY - heard_last(case) >= 14 * DAY)


def test_any_question_is_overdue_and_silent_by_its_own_days() -> None:
    chance = random.Random(8)
    for _ in range(CASES):
        case = Case(chance)
        found = question_standings(case.plan, case.answers, case.entries, TODAY, case.decisions)
        assert [each.question for each in found] == asked(case)
        for each in found:
            question, (answered, on) = each.question, state_of(case, each.question.id)
            is_open = answered is not AnswerState.ANSWERED and not is_stopped(case)
            assert each.state is answered
            assert each.is_given_up == (answered is not AnswerState.ANSWERED and is_stopped(case))
            assert each.is_overdue == (is_open and question.due is not None and question.due < TODAY)
            looks = [look.on for look in case.plan.planned_looks if look.on >= TODAY and question.measure]
            comes = question.evidence_on or min(looks, default=None)
            assert each.awaited == (comes if is_open else None)
            heard = [row.noun.on for row in case.entries if str(row.noun.about) == f"question:p/{question.id}"]
            start, end = case.plan.start, case.plan.end
            is_now = start is not None and start <= TODAY and (end is None or end >= TODAY)
            since = max([day for day in (start, on, *heard) if day is not None], default=TODAY)
            is_waited_for = comes is not None and comes >= TODAY
            assert each.is_silent == (is_open and is_now and not is_waited_for and TODAY - since > 56 * DAY)


def plainly_due(case: Case) -> set[tuple[str, date, str, str]]:
    """The table of what falls to whom, line by line."""
    plan, said = case.plan, set()
    if runs(case):
        said.add(("note", heard_last(case) + 7 * DAY, "Lead", ""))
        for question in asked(case):
            if state_of(case, question.id)[0] is not AnswerState.ANSWERED:
                if question.due:
                    said.add(("question", question.due, "Lead", question.id))
                if question.due and question.measure:
                    said.add(("question", question.due, "", question.id))
                if question.evidence_on:
                    said.add(("evidence", question.evidence_on, "Lead", question.id))
    decided = max((each.decision.on for each in case.decisions), default=date.min)
    gone = [look.on for look in plan.planned_looks if look.on <= TODAY][-1:]
    to_come = [look.on for look in plan.planned_looks if look.on > TODAY]
    if not is_stopped(case):
        said |= {("look", day, "Chair", str(day)) for day in gone + to_come if decided < day}
    holds = held(case)
    again = holds.decision.look_again_on if holds else None
    if again is not None and decided < again:
        said.add(("look_again", again, "Chair", ""))
    said |= {
        ("draft", each.decision.on, "Chair", str(each.reference))
        for each in case.decisions
        if each.state is DecisionState.DRAFT
    }
    return said


def test_any_prototype_asks_for_what_the_table_says_earliest_first() -> None:
    chance = random.Random(9)
    for number in range(CASES):
        case = Case(chance)
        written = Written(entries=case.entries, answers=case.answers, decisions=case.decisions)
        found = due(case.plan, written, TODAY, chair="Chair")
        assert {(each.ask.value, each.on, each.name, each.about) for each in found} == plainly_due(case), number
        assert [each.on for each in found] == sorted(each.on for each in found)
