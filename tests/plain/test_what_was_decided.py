"""Which decisions stand, what was stopped and goes on, and what became of each note, once more from the words alone."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from typing import Final

from evaluation.learning.became import became
from evaluation.learning.decisions import (
    DecisionStanding,
    current_decision,
    decision_standings,
    taken_up_again,
    used_in,
)
from evaluation.learning.rhythm import stopped_on
from evaluation.model.decisions import Confirmation, Decision, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind, Reply
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept

CASES: Final = 500
BEGIN: Final = date(2026, 1, 1)


class Written:
    """Notes with their corrections, and all that may use them, drawn by lot; of two prototypes and two groups."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        many = chance.randint(1, 7)
        self.notes = [Kept(named(Kind.ENTRY, n), self._note(), self._amends(Kind.ENTRY, n)) for n in range(1, many)]
        self.decisions = [self._decision(number) for number in range(1, chance.randint(1, 9))]
        confirmed = [row for row in self.decisions if chance.random() < 0.6]
        self.confirmations = [
            Kept(named(Kind.CONFIRMATION, number), Confirmation(row.reference, self._day()))
            for number, row in enumerate(confirmed, 1)
        ]
        self.answers = [
            Kept(named(Kind.ANSWER, n), self._answer(), self._amends(Kind.ANSWER, n)) for n in range(1, many)
        ]
        self.evidence = [self._evidence(number) for number in range(1, chance.randint(1, 6))]
        self.replies = [
            Kept(named(Kind.REPLY, number), Reply(self._some_note(), self._day(), chance.choice(("Yes.", REMOVED))))
            for number in range(1, chance.randint(1, 4))
        ]

    def _day(self) -> date:
        return BEGIN + timedelta(days=self.chance.randint(0, 5))

    def _amends(self, kind: Kind, number: int) -> Reference | None:
        return named(kind, self.chance.randrange(1, number)) if number > 1 and self.chance.random() < 0.4 else None

    def _some_note(self) -> Reference:
        return named(Kind.ENTRY, self.chance.randint(1, 7))

    def _note(self) -> Entry:
        return Entry("p", EntryKind.NOTE, self._day(), "Seen.")

    def _answer(self) -> Answer:
        cites = tuple(self._some_note() for _ in range(self.chance.randint(0, 3)))
        return Answer("p", "q", AnswerState.ANSWERED, self._day(), self.chance.choice(("Yes.", "Yes.", REMOVED)), cites)

    def _evidence(self, number: int) -> Kept[Evidence]:
        amends = self._amends(Kind.EVIDENCE, number)
        because = "A mistake." if amends is not None and self.chance.random() < 0.5 else ""
        noun = Evidence("p", Reference.parse("link:p/one"), self._some_note(), True, Strength.ONE_ACCOUNT, self._day(),
                        "-", taken_back_because=because)  # fmt: skip
        return Kept(named(Kind.EVIDENCE, number), noun, amends)

    def _decision(self, number: int) -> Kept[Decision]:
        replaces = named(Kind.DECISION, self.chance.randrange(1, number)) if number > 1 else None
        cites = tuple(self._some_note() for _ in range(self.chance.randint(0, 2)))
        noun = Decision(
            self.chance.choice(("p", "p", "other")), self.chance.choice("gh"), self.chance.choice(list(Verdict)),
            self._day(), "Why", cites=cites, replaces=replaces if self.chance.random() < 0.3 else None,
        )  # fmt: skip
        return Kept(named(Kind.DECISION, number), noun, self._amends(Kind.DECISION, number))

    @property
    def standings(self) -> tuple[DecisionStanding, ...]:
        return decision_standings(self.decisions, self.confirmations)


def named(kind: Kind, number: int) -> Reference:
    return Reference(kind, str(number))


def is_confirmed(written: Written, row: Kept[Decision]) -> bool:
    return any(each.noun.decision == row.reference for each in written.confirmations)


def where(written: Written, row: Kept[Decision]) -> str:
    """`draft`, `confirmed` or `replaced`: each reason there is to be replaced, asked of every other decision."""
    place = written.decisions.index(row)
    for other in written.decisions:
        names_it = other.noun.replaces == row.reference and is_confirmed(written, other)
        corrects_it = other.amends == row.reference and not is_confirmed(written, row)
        same = (other.noun.prototype, other.noun.group) == (row.noun.prototype, row.noun.group)
        came_since = written.decisions.index(other) > place and other.noun.on >= row.noun.on
        passes_it = same and came_since and is_confirmed(written, other) and not is_confirmed(written, row)
        if names_it or corrects_it or passes_it:
            return "replaced"
    return "confirmed" if is_confirmed(written, row) else "draft"


def standing_of(written: Written, prototype: str) -> list[Kept[Decision]]:
    """The decisions on a prototype that stand, by their day and then as recorded."""
    own = [row for row in written.decisions if row.noun.prototype == prototype and where(written, row) == "confirmed"]
    return sorted(own, key=lambda row: (row.noun.on, int(row.reference.key)))


def test_any_decision_stands_is_a_draft_or_is_replaced_as_the_words_say() -> None:
    chance = random.Random(13)
    for case in range(CASES):
        written = Written(chance)
        assert [each.state.value for each in written.standings] == [where(written, row) for row in written.decisions], (
            case
        )
        for prototype in ("p", "other"):
            stands, current = standing_of(written, prototype), current_decision(written.standings, prototype)
            assert (current and current.reference) == (stands[-1].reference if stands else None), case


def test_anything_stopped_stays_so_until_it_is_decided_to_go_on() -> None:
    chance = random.Random(14)
    plan = Prototype("p", "P", "f", StageId.TEST, "-", "-", "-", "-", ())
    for case in range(CASES):
        written = Written(chance)
        decided = [row for row in standing_of(written, "p") if row.noun.verdict is not Verdict.COME_BACK]
        is_stopped = bool(decided) and decided[-1].noun.verdict is Verdict.STOP
        assert stopped_on(plan, written.standings) == (decided[-1].noun.on if is_stopped else None), case
        known = {each.reference: each for each in written.standings}
        for row in decided:
            if row.noun.verdict is Verdict.STOP:
                after = decided[decided.index(row) + 1 :]
                goes_on = [other.reference for other in after if other.noun.verdict is not Verdict.STOP]
                found = taken_up_again(written.standings, known[row.reference])
                assert (found and found.reference) == (goes_on[0] if goes_on else None), case


def family(rows: list[Kept[Entry]], note: Reference) -> set[Reference]:
    """A note in every wording: what it corrects, what corrects it, and so on until nobody is missing."""
    together = {note}
    while True:
        more = {row.reference for row in rows if row.amends in together}
        more |= {row.amends for row in rows if row.reference in together and row.amends is not None}
        if more <= together:
            return together
        together |= more


def is_gone(written: Written, row: Kept[Evidence]) -> bool:
    """Corrected, or taken back in any of its wordings."""
    wordings: list[Kept[Evidence]] = written.evidence
    together = {row.reference}
    for _ in wordings:
        together |= {each.reference for each in wordings if each.amends in together}
        together |= {each.amends for each in wordings if each.reference in together and each.amends is not None}
    taken_back = any(each.noun.taken_back_because for each in wordings if each.reference in together)
    return taken_back or any(each.amends == row.reference for each in wordings)


def uses(written: Written, note: Reference) -> list[tuple[int, date]]:
    """Each use of a note in any wording: how weighty (0 the most) and of which day."""
    wanted = family(written.notes, note)
    found: list[tuple[int, date]] = []
    for row in written.decisions:
        found += [(0, row.noun.on)] if {*row.noun.cites} & wanted and is_confirmed(written, row) else []
    for answer in written.answers:
        stands = not any(other.amends == answer.reference for other in written.answers)
        if stands and answer.noun.text != REMOVED and {*answer.noun.cites} & wanted:
            found.append((1, answer.noun.on))
    found += [(2, row.noun.on) for row in written.evidence if row.noun.rests_on in wanted and not is_gone(written, row)]
    found += [(3, row.noun.on) for row in written.replies if row.noun.entry in wanted and row.noun.text != REMOVED]
    return sorted(found, key=lambda use: (use[0], -use[1].toordinal()))


def test_any_note_became_what_its_wordings_were_used_for() -> None:
    chance = random.Random(15)
    order = ("decision", "answer", "evidence", "reply")
    for case in range(CASES):
        written = Written(chance)
        found = became(
            written.notes, decisions=written.standings, answers=written.answers, evidence=written.evidence,
            replies=written.replies,
        )  # fmt: skip
        for row in written.notes:
            came = [(order.index(each.use.value), each.on) for each in found.get(row.reference, ())]
            assert came == uses(written, row.reference), case
        assert set(found) <= {row.reference for row in written.notes}


def test_any_decision_that_was_confirmed_has_used_what_it_cites_once() -> None:
    chance = random.Random(16)
    for _ in range(CASES):
        written = Written(chance)
        found = Counter((cited, by) for cited, those in used_in(written.standings).items() for by in those)
        assert found == Counter(
            (cited, row.reference)
            for row in written.decisions
            if is_confirmed(written, row)
            for cited in {*row.noun.cites}
        )
