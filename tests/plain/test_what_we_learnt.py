"""What we learnt between two dates, and how far each question came, once more: counted one by one."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Final

import pytest

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.digest import Digest, digest
from evaluation.learning.learning_yield import learning_yield
from evaluation.learning.links import link_standings
from evaluation.learning.questions import question_standings
from evaluation.learning.steps import Step, five_steps
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind, Voice
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import Confidence, LearningQuestion, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept
from tests.plain.test_links import ODDS, WEAKEST_FIRST, doubt, factor_of, state

CASES: Final = 250
BEGIN: Final = date(2026, 1, 1)
ALWAYS: Final = date.max


class Written:
    """All that was written down on one prototype in sixty days, drawn by lot."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.plan = Prototype(
            id="p", name="P", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
            questions=tuple(
                LearningQuestion(name, "-", link=chance.choice((None, "one", "two")),
                                 measure=chance.choice((None, "m")), due=chance.choice((None, BEGIN)),
                                 evidence_on=chance.choice((None, BEGIN)))
                for name in "ab"
            ),
            theory_of_change=TheoryOfChange(
                tuple(Node(name, name, NodeKind.OUTPUT) for name in "abc"),
                tuple(
                    Link(name, ends[0], ends[1], chance.choice(("", "It may be so")), chance.choice(list(Confidence)))
                    for name, ends in (("one", "ab"), ("two", "bc"))
                ),
            ),
        )  # fmt: skip
        self.entries = [Kept(self._named(Kind.ENTRY, number), self._entry()) for number in range(1, 6)]
        self.evidence = [self._evidence(number) for number in range(1, chance.randint(1, 6))]
        self.answers = [Kept(self._named(Kind.ANSWER, number), self._answer()) for number in range(1, 4)]
        self.stories = [Kept(self._named(Kind.STORY, 1), self._story())] if chance.random() < 0.5 else []
        self.guesses = [Kept(self._named(Kind.PREDICTION, number), self._guess()) for number in range(1, 4)]
        self.settlements = [
            Kept(self._named(Kind.SETTLEMENT, number),
                 Settlement(row.reference, 0.5, chance.random() < 0.5, self._day()))
            for number, row in enumerate(self.guesses, 1)
        ]  # fmt: skip
        self.decisions = [self._decision(number) for number in range(1, 4)]

    def _day(self) -> date:
        return BEGIN + timedelta(days=self.chance.randint(0, 60))

    def _named(self, kind: Kind, number: int) -> Reference:
        return Reference(kind, str(number))

    def _about(self) -> Reference:
        return Reference.parse(self.chance.choice(("question:p/a", "question:p/b", "link:p/one", "link:p/two")))

    def _entry(self) -> Entry:
        kind = self.chance.choice(list(EntryKind))
        noticed = "Seen." if kind is EntryKind.NOTE else ""
        expected = self.chance.choice(("", "Another thing.")) if noticed else ""
        return Entry("p", kind, self._day(), noticed, expected, about=self._about())

    def _evidence(self, number: int) -> Kept[Evidence]:
        source = self._named(Kind.ENTRY, self.chance.randint(1, 5))
        noun = Evidence("p", self._about(), source, self.chance.random() < 0.5,
                        Strength(self.chance.choice(WEAKEST_FIRST[:3])), self._day(), "-")  # fmt: skip
        corrects = self.chance.randrange(1, number) if number > 1 and self.chance.random() < 0.3 else None
        return Kept(
            self._named(Kind.EVIDENCE, number), noun, self._named(Kind.EVIDENCE, corrects) if corrects else None
        )

    def _answer(self) -> Answer:
        return Answer("p", self.chance.choice("ab"), self.chance.choice(list(AnswerState)), self._day(), "Known.")

    def _story(self) -> Story:
        return Story(
            "p", self._day(), Voice.PARENT, agreed=True, recorded_by="A lead", told="Told.", about=self._about()
        )

    def _guess(self) -> Prediction:
        measure = self.chance.choice(("m", "other"))
        return Prediction("p", measure, "2026-03", self.chance.choice(list(Likelihood)), BEGIN, at_least=0.5)

    def _decision(self, number: int) -> DecisionStanding:
        kinds = (Kind.ENTRY, Kind.ANSWER, Kind.STORY, Kind.EVIDENCE, Kind.COMPARISON)
        cites = tuple(self._named(self.chance.choice(kinds), self.chance.randint(1, 3))
                      for _ in range(self.chance.randint(0, 2)))  # fmt: skip
        confirmed = self.chance.choice((None, self._day()))
        taken = Decision("p", "g", Verdict.CHANGE, BEGIN, "Why", cites=cites)
        where = DecisionState.DRAFT if confirmed is None else DecisionState.CONFIRMED
        return DecisionStanding(self._named(Kind.DECISION, number), taken, where, confirmed)


def evidence_by(written: Written, last: date) -> list[Kept[Evidence]]:
    """The evidence as it stood at the end of that day: what was corrected by then has gone."""
    by_then = [row for row in written.evidence if row.noun.on <= last]
    corrected = {row.amends for row in by_then}
    return [row for row in by_then if row.reference not in corrected]


def odds(written: Written, link: Link, last: date) -> tuple[float, float]:
    """For and against a step by that day, each note once a side, at its strongest."""
    about = {f"link:p/{link.id}"} | {f"question:p/{each.id}" for each in written.plan.questions if each.link == link.id}
    best: dict[tuple[bool, str], str] = {}
    for row in evidence_by(written, last):
        if str(row.noun.about) in about:
            key, now = (row.noun.supports, str(row.noun.rests_on)), row.noun.strength.value
            best[key] = max(now, best.get(key, now), key=WEAKEST_FIRST.index)
    for_it, against = (factor_of(said for (side, _), said in best.items() if side is which) for which in (True, False))
    return for_it, against


def answer_by(written: Written, question: str, last: date) -> Answer | None:
    rows = [row for row in written.answers if row.noun.question == question and row.noun.on <= last]
    latest = max(rows, key=lambda row: (row.noun.on, int(row.reference.key)), default=None)
    return latest.noun if latest else None


def is_answered(written: Written, question: str, last: date) -> bool:
    found = answer_by(written, question, last)
    return found is not None and found.state is AnswerState.ANSWERED


def moved(written: Written, link: Link, first: date, last: date) -> tuple[str, str, bool]:
    """The state of a step before the first day and on the last, and whether we changed our mind on it."""
    start = link.confidence.value
    before, now = odds(written, link, first - timedelta(days=1)), odds(written, link, last)
    was, became = (ODDS[start] * for_it / against for for_it, against in (before, now))
    crossed = (was > 1 + 1e-9 and became < 1 - 1e-9) or (was < 1 - 1e-9 and became > 1 + 1e-9)
    here = state(start, *now)
    return state(start, *before), here, crossed and here != "untested"


def counted(written: Written, first: date, last: date) -> Digest:
    return digest(
        [written.plan], entries=written.entries, answers=written.answers, decisions=written.decisions,
        first=first, last=last, evidence=written.evidence, sources=written.entries,
        predictions=written.guesses, settlements=written.settlements,
    )  # fmt: skip


def test_any_time_is_counted_as_one_by_one() -> None:
    chance = random.Random(10)
    for case in range(CASES):
        written = Written(chance)
        first = BEGIN + timedelta(days=chance.randint(1, 40))
        last = first + timedelta(days=chance.randint(0, 30))
        found = counted(written, first, last)
        within = [row for row in written.entries if first <= row.noun.on <= last]
        assert found.notes == sum(row.noun.kind is EntryKind.NOTE for row in within)
        assert found.nothing_new == sum(row.noun.kind is EntryKind.NOTHING_NEW for row in within)
        day_before = first - timedelta(days=1)
        new = [each for each in "ab" if is_answered(written, each, last) and not is_answered(written, each, day_before)]
        assert [str(each) for each in found.questions] == [f"question:p/{each}" for each in new], case
        steps = {link.id: moved(written, link, first, last) for link in written.plan.theory_of_change.links}
        assert {each.link: (each.before.value, each.after.value, each.changed_our_mind) for each in found.steps} == {
            link: how for link, how in steps.items() if how[0] != how[1] or how[2]
        }, case
        assert found.changed_our_mind == sum(how[2] for how in steps.values())
        confirmed = [each for each in written.decisions if each.confirmed_on and first <= each.confirmed_on <= last]
        assert found.decisions == tuple(each.reference for each in confirmed)
        learning = ("entry", "answer", "story", "evidence")
        assert found.decisions_using == sum(
            any(cited.kind.value in learning for cited in each.decision.cites) for each in confirmed
        )
        likely = {"very_unlikely": False, "unlikely": False, "likely": True, "very_likely": True}
        said = {row.reference: likely.get(row.noun.likelihood.value) for row in written.guesses}
        otherwise = {
            row.noun.prediction for row in written.settlements
            if first <= row.noun.on <= last and said[row.noun.prediction] is (not row.noun.came_true)
        }  # fmt: skip
        assert set(found.surprises) == otherwise | {row.reference for row in within if row.noun.expected}


def test_any_sum_of_what_was_learnt_is_that_of_its_parts() -> None:
    chance = random.Random(11)
    for _ in range(CASES):
        written = Written(chance)
        links = link_standings(
            written.plan, evidence=written.evidence, answers=written.answers, results={}, sources=written.entries
        )
        questions = question_standings(written.plan, written.answers, written.entries, BEGIN)
        found = learning_yield("p", questions, links.values(), counted(written, BEGIN, ALWAYS))
        parts = [odds(written, link, ALWAYS) for link in written.plan.theory_of_change.links]
        assert found.bits == pytest.approx(sum(doubt(for_it / against) for for_it, against in parts), abs=1e-9)
        states = [answer_by(written, each, ALWAYS) for each in "ab"]
        for each in AnswerState:
            many = sum((answer.state if answer else AnswerState.OPEN) is each for answer in states)
            assert found.questions.get(each, 0) == many


def taken(written: Written, question: LearningQuestion) -> set[str]:
    """The five steps, each by what the table says shows it."""
    name, steps = f"question:p/{question.id}", set()
    links = [each for each in written.plan.theory_of_change.links if each.id == question.link and each.assumption]
    about = {name} | {f"link:p/{each.id}" for each in links}
    answer = answer_by(written, question.id, ALWAYS)
    weighed = [row for row in evidence_by(written, ALWAYS) if str(row.noun.about) in about]
    looked = {str(row.reference) for row in written.entries + written.stories if str(row.noun.about) == name}
    looked |= {
        str(row.reference) for row in written.guesses if question.measure and row.noun.measure == question.measure
    }
    if links:
        steps.add("idea_set_out")
    if weighed or (answer and answer.state is not AnswerState.OPEN):
        steps.add("assumption_tested")
    if question.due or question.evidence_on:
        steps.add("unknown_named")
    if looked:
        steps.add("deliberately_found_out")
    given = [str(row.reference) for row in written.answers if row.noun is answer]
    rests = looked | {str(row.reference) for row in weighed} | {str(row.noun.rests_on) for row in weighed} | {*given}
    if any({str(cited) for cited in each.decision.cites} & rests for each in written.decisions if each.confirmed_on):
        steps.add("applied")
    return steps


def test_any_question_has_taken_the_steps_that_the_table_shows() -> None:
    chance = random.Random(12)
    for case in range(CASES):
        written = Written(chance)
        for standing in question_standings(written.plan, written.answers, written.entries, BEGIN):
            found = five_steps(
                written.plan, standing, answers=written.answers, evidence=written.evidence, stories=written.stories,
                predictions=written.guesses, decisions=written.decisions,
            )  # fmt: skip
            assert [each.step for each in found] == list(Step)
            assert {each.step.value for each in found if each.is_taken} == taken(written, standing.question), case
