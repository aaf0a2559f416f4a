"""The lines of a digest: what happened between two dates, prototype by prototype, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation import store
from evaluation.learning import link_standings, question_standings, standing
from evaluation.learning import riskiest as find_riskiest
from evaluation.learning.digest import Digest
from evaluation.learning.questions import latest_answer
from evaluation.learning.rhythm import is_stopped
from evaluation.model.agreeing import Adaptation, PlanChange, StageMove
from evaluation.model.learning import Answer, AnswerState, Entry
from evaluation.model.predictions import Prediction, Settlement
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.evidence.weighed_results import cites_otherwise
from evaluation.programme.guesses.settling import counting_guesses
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.programme.noticing.notes_page import NoteLine, note_lines
from evaluation.store import Stored
from evaluation.words import VERDICTS, day
from evaluation.words import digest as said
from evaluation.words.learning import leads_to


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One thing learnt, changed, not known, or that came as a surprise: of which prototype, what, and beside it."""

    prototype: str
    name: str
    said: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the lines are made from: the plans, all that is known, and what was found to have happened."""

    programme: Programme
    plans: Sequence[Prototype]
    known: History
    found: Digest

    def learnt(self) -> Iterator[DigestLine]:
        """Questions answered, and steps that moved as we thought they would."""
        for plan in self.plans:
            for question in plan.questions:
                if Reference(Kind.QUESTION, f"{plan.id}/{question.id}") in self.found.questions:
                    row = latest_answer(plan, question, self._until(self.known.answers))
                    yield _line(plan, question.text, self._answer(row.noun) if row else "")
            for moved in self.found.steps:
                if moved.prototype == plan.id and not moved.changed_our_mind:
                    yield _line(plan, said.moved(_step(plan, moved.link), moved))

    def surprised(self) -> Iterator[DigestLine]:
        """Steps we changed our mind on, guesses that turned out otherwise, notes that say what had been expected."""
        notes = {line.reference: line for line in note_lines(self.programme, self.known, self._surprising_notes())}
        outcomes = {row.noun.prediction: row.noun for row in self._rows(Kind.SETTLEMENT)}
        guesses = {row.reference: row.noun for row in self._rows(Kind.PREDICTION)}
        counting = counting_guesses(self.programme, set(self.found.surprises) & guesses.keys())
        for plan in self.plans:
            sureness = {link.id: link.confidence for link in plan.theory_of_change.links}
            for moved in self.found.steps:
                if moved.prototype == plan.id and moved.changed_our_mind:
                    yield _line(plan, said.changed_mind(_step(plan, moved.link), sureness[moved.link], moved))
            for reference in self.found.surprises:
                guess = guesses.get(reference)
                if reference in counting and guess is not None and guess.prototype == plan.id:
                    yield self._guess(plan, guess, outcomes[reference])
                elif reference in notes and notes[reference].prototype == plan.id:
                    yield _note(plan, notes[reference])

    def changed(self) -> Iterator[DigestLine]:
        """What was decided, and what became of the plans."""
        for plan in self.plans:
            for each in self.known.decisions:
                if each.reference in self.found.decisions and each.decision.prototype == plan.id:
                    told = f"{VERDICTS[each.decision.verdict]}, decided on {day(each.decision.on)}."
                    yield _line(plan, told, each.decision.why)
            for kind in (Kind.CHANGE, Kind.STAGE, Kind.ADAPTATION):
                for row in self._rows(kind):
                    if row.noun.prototype == plan.id and self.found.first <= row.noun.on <= self.found.last:
                        yield _line(plan, self._change(row.noun), row.noun.why)

    def unknown(self) -> Iterator[DigestLine]:
        """Open questions, the overdue and the silent first; then what to test next. What was stopped asks nothing."""
        last, answers = self.found.last, self._until(self.known.answers)
        notes = self._until(self.known.entries)
        plans = [plan for plan in self.plans if not is_stopped(plan, self.known.decisions, last)]
        asked = [(plan, each) for plan in plans for each in question_standings(plan, answers, notes, last)]
        for plan, each in sorted(asked, key=lambda pair: (not pair[1].is_overdue, not pair[1].is_silent)):
            if each.state is not AnswerState.ANSWERED:
                yield _line(plan, each.question.text, said.not_known(each, last))
        for plan in plans:
            links = link_standings(
                plan,
                evidence=self._until(self.known.evidence),
                answers=answers,
                results=self.known.results,
                sources=self.known.sources,
            )
            next_test = find_riskiest(plan.theory_of_change, links)
            if next_test is not None:
                yield _line(plan, f"{_step(plan, next_test.link.id)}?", said.NEXT_TEST)

    def _answer(self, given: Answer) -> str:
        """What was answered, and what in the results it cites is against it."""
        return f"{given.text} {cites_otherwise(self.programme, given)}".strip()

    def _until(self, rows: Iterable[Stored[Any]]) -> list[Stored[Any]]:
        return [row for row in rows if row.noun.on <= self.found.last]

    def _rows(self, kind: Kind) -> tuple[Stored[Any], ...]:
        return standing(store.rows(self.programme.store, kind, as_at=self.programme.as_at))

    def _surprising_notes(self) -> list[Stored[Entry]]:
        return [row for row in self.known.notes if row.reference in self.found.surprises]

    def _guess(self, plan: Prototype, guess: Prediction, outcome: Settlement) -> DigestLine:
        measure = self.programme.measure(plan, guess.measure)
        return _line(plan, said.otherwise(guess, measure, came_true=outcome.came_true))

    def _change(self, noun: PlanChange | StageMove | Adaptation) -> str:
        match noun:
            case PlanChange():
                return said.plan_changed(noun.number, noun.on)
            case StageMove():
                stages = {
                    stage.id: stage.name
                    for framework in self.programme.declarations.frameworks
                    for stage in framework.stages
                }
                return said.stage_moved(stages.get(noun.to, noun.to.value.replace("_", " ")), noun.on)
            case Adaptation():
                return said.adapted(noun.what, noun.on)


def _line(plan: Prototype, text: str, beside: str = "") -> DigestLine:
    return DigestLine(plan.id, plan.name, text, beside)


def _note(plan: Prototype, line: NoteLine) -> DigestLine:
    return _line(plan, line.noticed, f"We had expected: {line.expected}")


def _step(plan: Prototype, link: str) -> str:
    return leads_to(plan.theory_of_change, {each.id: each for each in plan.theory_of_change.links}[link])
