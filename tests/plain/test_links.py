"""What speaks for and against a step, and what follows from it, once more from the published rule alone."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

import pytest

from evaluation.learning.evidence import belief, doubt_removed
from evaluation.learning.links import link_standings
from evaluation.learning.shown import Shown
from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind, Voice
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import Confidence, LearningQuestion, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept

CASES: Final = 300
FACTORS: Final = {"one_account": 1.5, "several_accounts": 3.0, "counted": 6.0, "compared": 20.0}
CEILINGS: Final = {"one_account": 3.0, "several_accounts": 6.0, "counted": 20.0, "compared": 400.0}
WEAKEST_FIRST: Final = list(FACTORS)
ODDS: Final = {"very_unsure": 1 / 19, "unsure": 1 / 4, "even": 1.0, "fairly_sure": 4.0, "very_sure": 19.0}
# The most that a note, a story and a comparison of each grade can carry.
MOST: Final = {"entry": "counted", "story": "several_accounts", "A": "compared", "B": "compared", "C": "counted"}
GRADES: Final = {"1": Grade.A, "2": Grade.B, "3": Grade.C}  # the fourth shows nothing
ROUNDING: Final = 1e-9


def factor_of(strengths: Iterable[str]) -> float:
    """Together: what does not fit below the ceiling of one strength counts as the strength below."""
    left = sorted(strengths, key=WEAKEST_FIRST.index, reverse=True)
    together, handed_down = 1.0, 0
    for strength in reversed(WEAKEST_FIRST):
        waiting = handed_down + left.count(strength)
        here = 1.0
        while waiting and here < CEILINGS[strength] - ROUNDING:
            here, waiting = here * FACTORS[strength], waiting - 1
        together *= min(here, CEILINGS[strength])
        handed_down = waiting
    return together


def state(start: str, supports: float, contradicts: float) -> str:
    """The four states, in odds: 3 to 1 settles."""
    ratio = supports / contradicts
    after = ODDS[start] * ratio
    three = 3 - ROUNDING
    if ratio >= three and after >= three:
        return "supported"
    if ratio <= 1 / three and after <= 1 / three:
        return "refuted"
    is_both = supports > 1 and contradicts > 1
    is_against_the_start = (ODDS[start] > 1 and ratio <= 1 / three) or (ODDS[start] < 1 and ratio >= three)
    return "contested" if is_both or is_against_the_start else "untested"


def doubt(ratio: float) -> float:
    """Of the one bit of a coin, what is no longer asked."""
    chance = ratio / (1 + ratio)
    return 1 + sum(share * math.log2(share) for share in (chance, 1 - chance) if share > 0)


@pytest.mark.parametrize("start", list(Confidence))
def test_any_number_of_pieces_of_any_strength_weighs_the_same_by_textbook_odds(start: Confidence) -> None:
    chance = random.Random(5)
    for _ in range(CASES):
        sides = [[chance.choice(WEAKEST_FIRST) for _ in range(chance.choice((0, 0, 1, 2, 3, 9)))] for _ in "+-"]
        rows = [
            evidence(number, "link:p/one", f"{'comparison' if strength == 'compared' else 'entry'}:{number}",
                     supports=not side, strength=strength)
            for number, (side, strength) in enumerate(((side, each) for side in (0, 1) for each in sides[side]), 1)
        ]  # fmt: skip
        every = {row.noun.rests_on: Shown(Grade.A) for row in rows}
        found = link_standings(plan(start), evidence=rows, answers=[], results=every)["one"]
        for_it, against = (factor_of(side) for side in sides)
        after = ODDS[start.value] * for_it / against
        assert math.exp(found.weight.supports) == pytest.approx(for_it)
        assert math.exp(found.weight.contradicts) == pytest.approx(against)
        assert found.belief == pytest.approx(after / (1 + after))
        assert found.belief == belief(start, found.weight)
        assert found.state.value == state(start.value, for_it, against), (start, sides)
        assert doubt_removed(found.weight) == pytest.approx(doubt(for_it / against), abs=1e-9)


def plan(start: Confidence = Confidence.FAIRLY_SURE) -> Prototype:
    """Three steps in a row; two questions on the first step, under its new and its old name, and one on none."""
    return Prototype(
        id="p", name="P", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
        questions=(
            LearningQuestion("new", "-", link="one"),
            LearningQuestion("old", "-", link="was-one", formerly=("older",)),
            LearningQuestion("none", "-"),
        ),
        theory_of_change=TheoryOfChange(
            tuple(Node(name, name, NodeKind.OUTPUT) for name in "abc"),
            (Link("one", "a", "b", "-", start, formerly=("was-one",)), Link("two", "b", "c", "-", start)),
        ),
    )  # fmt: skip


def evidence(
    number: int, about: str, rests_on: str, *, supports: bool, strength: str, why: str = "-",
    amends: int | None = None, taken_back: str = "",
) -> Kept[Evidence]:  # fmt: skip
    noun = Evidence(
        "p", Reference.parse(about), Reference.parse(rests_on), supports=supports, strength=Strength(strength),
        on=date(2026, 3, 4), why=why, taken_back_because=taken_back,
    )  # fmt: skip
    return Kept(Reference(Kind.EVIDENCE, str(number)), noun, amended(Kind.EVIDENCE, amends))


def amended(kind: Kind, number: int | None) -> Reference | None:
    return None if number is None else Reference(kind, str(number))


class Written:
    """A few notes, stories, evidence and answers, drawn by lot, corrections and removed texts among them."""

    ABOUT: Final = {
        "one": ("link:p/one", "link:p/was-one", "question:p/new", "question:p/old", "question:p/older"),
        "two": ("link:p/two",),
        None: ("question:p/none",),
    }
    QUESTIONS: Final = {"new": "one", "old": "one", "older": "one", "none": None}

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.notes = [self._note(number) for number in range(1, 6)]
        self.stories = [
            Kept(Reference(Kind.STORY, str(number)),
                 Story("p", date(2026, 3, 4), Voice.PARENT, True, "A lead", chance.choice(("Told.", REMOVED))))
            for number in (1, 2)
        ]  # fmt: skip
        self.evidence = [self._evidence(number) for number in range(1, chance.randint(1, 8))]
        self.answers = [self._answer(number) for number in range(1, chance.randint(1, 5))]
        # The third is of another measure; of the others, one may be of later figures. The fourth shows nothing.
        self.results = {
            Reference(Kind.COMPARISON, key): Shown(
                grade, chance.choice((True, False, None)), "other" if key == "3" else "same",
                (chance.choice(("2026-01", "2026-02")), int(key)),
            )
            for key, grade in GRADES.items()
        }  # fmt: skip

    def _earlier(self, number: int) -> int | None:
        return self.chance.randrange(1, number) if number > 1 and self.chance.random() < 0.2 else None

    def _note(self, number: int) -> Kept[Entry]:
        text = self.chance.choice(("Seen.", "Seen.", "Seen.", REMOVED))
        noun = Entry("p", EntryKind.NOTE, date(2026, 3, 4), text)
        return Kept(Reference(Kind.ENTRY, str(number)), noun, amended(Kind.ENTRY, self._earlier(number)))

    def _source(self) -> str:
        return self.chance.choice(
            [f"entry:{number}" for number in range(1, 6)] + ["story:1", "story:2"]
            + [f"comparison:{number}" for number in range(1, 5)]
        )  # fmt: skip

    def _evidence(self, number: int) -> Kept[Evidence]:
        about = self.chance.choice([name for names in self.ABOUT.values() for name in names])
        source = self._source()
        strengths = ("counted", "compared") if source.startswith("comparison") else WEAKEST_FIRST[:3]
        amends = self._earlier(number)
        return evidence(
            number, about, source, supports=self.chance.random() < 0.5, strength=self.chance.choice(strengths),
            why=self.chance.choice(("-", "-", "-", REMOVED)), amends=amends,
            taken_back=self.chance.choice(("", "", "A mistake")) if amends else "",
        )  # fmt: skip

    def _answer(self, number: int) -> Kept[Answer]:
        answer_state = self.chance.choice(list(AnswerState))
        supports = None if answer_state is AnswerState.BOTH_WAYS else self.chance.choice((True, False, None))
        noun = Answer(
            "p", self.chance.choice(list(self.QUESTIONS)), answer_state,
            date(2026, 3, 1) + timedelta(days=self.chance.randint(0, 2)), self.chance.choice(("-", "-", REMOVED)),
            tuple(Reference.parse(self._source()) for _ in range(self.chance.randint(0, 3))), supports,
        )  # fmt: skip
        return Kept(Reference(Kind.ANSWER, str(number)), noun, amended(Kind.ANSWER, self._earlier(number)))


def stands(rows: list[Kept[Any]]) -> list[Kept[Any]]:
    corrected = {row.amends for row in rows}
    return [row for row in rows if row.reference not in corrected]


def still_said(rows: list[Kept[Evidence]]) -> list[Kept[Evidence]]:
    """What nobody corrected, and nobody took back in any of its wordings."""

    def first(row: Kept[Evidence]) -> int:
        return int(row.reference.key) if row.amends is None else first(rows[int(row.amends.key) - 1])

    gone = {first(row) for row in rows if row.noun.taken_back_because}
    return [row for row in stands(rows) if first(row) not in gone]


def may_speak(cited: Reference, side: bool, written: Written) -> bool:
    """A result that an answer cites counts only on the side it speaks on, where it speaks on one."""
    shown = written.results.get(cited)
    return shown is None or shown.speaks is None or shown.speaks is side


def of_the_latest(said: list[tuple[bool, Reference, str]], written: Written) -> list[tuple[bool, Reference, str]]:
    """Without results on a measure of which a later one is cited."""
    until: dict[str, tuple[str, int]] = {}
    for _, cited, _ in said:
        if cited in written.results:
            shown = written.results[cited]
            until[shown.of] = max(until.get(shown.of, shown.until), shown.until)
    return [
        each
        for each in said
        if each[1] not in written.results or written.results[each[1]].until == until[written.results[each[1]].of]
    ]


def source_of(cited: Reference, written: Written) -> str | None:
    """What is cited, under its first version; None where none of it that stands can be read."""
    if cited.kind is Kind.COMPARISON:
        return str(cited) if cited.key in GRADES else None
    if cited.kind is Kind.STORY:
        return str(cited) if written.stories[int(cited.key) - 1].noun.told != REMOVED else None

    def first(row: Kept[Entry]) -> Reference:
        return row.reference if row.amends is None else first(written.notes[int(row.amends.key) - 1])

    begun = first(written.notes[int(cited.key) - 1])
    readable = [row for row in stands(written.notes) if first(row) == begun and row.noun.noticed != REMOVED]
    return str(begun) if readable else None


def carried(cited: Reference, strength: str) -> str:
    most = MOST[GRADES[cited.key].value] if cited.kind is Kind.COMPARISON else MOST[cited.kind.value]
    return min(strength, most, key=WEAKEST_FIRST.index)


def plain_sides(written: Written, link: str) -> tuple[float, float]:
    """The odds for and against a link: each source once a side, at its strongest."""
    said: list[tuple[bool, Reference, str]] = [
        (row.noun.supports, row.noun.rests_on, row.noun.strength.value)
        for row in still_said(written.evidence)
        if str(row.noun.about) in written.ABOUT[link] and row.noun.why != REMOVED
    ]
    for names in (("new",), ("old", "older")) if link == "one" else ():
        answers = [row for row in stands(written.answers) if row.noun.question in names and row.noun.text != REMOVED]
        if answers:
            latest = max(answers, key=lambda row: (row.noun.on, int(row.reference.key))).noun
            sides = {True: (True,), False: (False,), None: ()}[latest.supports]
            if latest.state is AnswerState.BOTH_WAYS:
                sides = (True, False)
            if latest.state is AnswerState.OPEN:
                sides = ()
            for cited in latest.cites:
                strength = "compared" if cited.kind is Kind.COMPARISON else "one_account"
                said.extend((side, cited, strength) for side in sides if may_speak(cited, side, written))
    best: dict[tuple[bool, str], str] = {}
    for side, cited, strength in of_the_latest(said, written):
        source = source_of(cited, written)
        if source is not None:
            now = carried(cited, strength)
            best[side, source] = max(now, best.get((side, source), now), key=WEAKEST_FIRST.index)
    return tuple(factor_of(each for (one, _), each in best.items() if one is side) for side in (True, False))  # type: ignore[return-value]


def test_corrections_removed_texts_old_names_and_answers_count_as_published() -> None:
    chance = random.Random(1)
    for case in range(2 * CASES):
        written = Written(chance)
        start = chance.choice(list(Confidence))
        found = link_standings(
            plan(start), evidence=written.evidence, answers=written.answers, results=written.results,
            sources=[*written.notes, *written.stories],
        )  # fmt: skip
        for link, standing in found.items():
            for_it, against = plain_sides(written, link)
            got = math.exp(standing.weight.supports), math.exp(standing.weight.contradicts)
            assert got == pytest.approx((for_it, against)), (case, link)
            assert standing.state.value == state(start.value, for_it, against), (case, link)
