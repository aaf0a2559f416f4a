"""What stood before a first day and what stands on a last one: answers, steps, and how guesses turned out.

We changed our mind on a step where its evidence moved belief from one side of even
odds to the other: we thought that it holds and it looks wrong, or we doubted it and
it holds. Either way counts alike, and a step about which we were neither sure nor
unsure cannot change our mind. A step moved where its state is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.learning.guesses import CHANCE
from evaluation.learning.links import LinkStanding, LinkState, link_standings
from evaluation.learning.pieces import Source
from evaluation.learning.questions import latest_answer
from evaluation.learning.rows import Row
from evaluation.learning.shown import Shown
from evaluation.model.evidence import Evidence
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference

_EVEN: Final = 0.5


@dataclass(frozen=True, slots=True)
class Moved:
    """A step of a prototype whose state became another one, and whether that changed our mind."""

    prototype: str
    link: str
    before: LinkState
    after: LinkState
    changed_our_mind: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Answers and evidence, corrections and all, as they stood before the first day and on the last."""

    answers: tuple[Row[Answer], ...]
    evidence: tuple[Row[Evidence], ...]
    results: Mapping[Reference, Shown]
    sources: tuple[Source, ...]
    first: date
    last: date

    def answered(self, prototype: Prototype) -> tuple[Reference, ...]:
        """The questions answered by the last day that were not before the first."""
        before, now = (self._known(prototype, self.is_before), self._known(prototype, self.is_now))
        return tuple(reference for reference in now if reference not in before)

    def moved(self, prototype: Prototype) -> tuple[Moved, ...]:
        """The steps whose state is another one now."""
        before, now = (self._steps(prototype, self.is_before), self._steps(prototype, self.is_now))
        return tuple(
            Moved(prototype.id, link, before[link].state, found.state, _changed_our_mind(before[link], found))
            for link, found in now.items()
            if found.state is not before[link].state or _changed_our_mind(before[link], found)
        )

    def surprised(self, settlement: Settlement, guessed: Mapping[Reference, Prediction]) -> bool:
        """Whether a guess settled in between turned out otherwise than was thought likely."""
        if settlement.prediction not in guessed or not self.first <= settlement.on <= self.last:
            return False
        chance = CHANCE[guessed[settlement.prediction].likelihood]
        return chance != CHANCE[Likelihood.EVEN] and (chance > _EVEN) != settlement.came_true

    def is_before(self, on: date) -> bool:
        """Whether a day lies before the first."""
        return on < self.first

    def is_now(self, on: date) -> bool:
        """Whether a day does not lie after the last."""
        return on <= self.last

    def _known(self, prototype: Prototype, when: Callable[[date], bool]) -> tuple[Reference, ...]:
        given = [row for row in self.answers if when(row.noun.on)]
        latest = ((question, latest_answer(prototype, question, given)) for question in prototype.questions)
        return tuple(
            Reference(Kind.QUESTION, f"{prototype.id}/{question.id}")
            for question, row in latest
            if row is not None and row.noun.state is AnswerState.ANSWERED
        )

    def _steps(self, prototype: Prototype, when: Callable[[date], bool]) -> dict[str, LinkStanding]:
        return link_standings(
            prototype,
            evidence=[row for row in self.evidence if when(row.noun.on)],
            answers=[row for row in self.answers if when(row.noun.on)],
            results=self.results,
            sources=self.sources,
        )


def _changed_our_mind(before: LinkStanding, now: LinkStanding) -> bool:
    """Whether belief came from one side of even odds to the other, on evidence that is worth a mention."""
    if now.state is LinkState.UNTESTED:
        return False
    return (before.belief - _EVEN) * (now.belief - _EVEN) < 0
