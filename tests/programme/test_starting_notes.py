"""What an illustrative programme starts with: notes about declared things, and a decision that cites them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.learning import identifying
from evaluation.model.decisions import Confirmation, Decision
from evaluation.model.learning import Answer, Entry
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind, Reference
from evaluation.programme.declared import read_declarations
from evaluation.programme.starting_notes import starting_records

ROOT = Path(__file__).parents[2]
KINDS = {Entry: Kind.ENTRY, Answer: Kind.ANSWER, Decision: Kind.DECISION, Confirmation: Kind.CONFIRMATION}


class Shelf:
    """Keeps what it is given, numbered from 1, as a store does."""

    def __init__(self) -> None:
        self.kept: list[tuple[Any, Actor, str]] = []

    def keep(self, noun: Any, actor: Actor, request_key: str) -> Reference:
        self.kept.append((noun, actor, request_key))
        return Reference(KINDS[type(noun)], str(len(self.kept)))

    @property
    def nouns(self) -> list[Any]:
        return [noun for noun, _, _ in self.kept]


def filled() -> Shelf:
    shelf = Shelf()
    starting_records(ROOT, shelf.keep)
    return shelf


def test_there_is_something_of_every_kind() -> None:
    counted = {kind: sum(isinstance(noun, kind) for noun in filled().nouns) for kind in KINDS}
    assert all(counted.values())


def test_they_come_earliest_first_and_each_once() -> None:
    shelf = filled()
    assert [noun.on for noun in shelf.nouns] == sorted(noun.on for noun in shelf.nouns)
    assert len({request_key for _, _, request_key in shelf.kept}) == len(shelf.kept)
    assert all(noun.on.year == 2026 for noun in shelf.nouns)


def test_answers_and_decisions_cite_notes_kept_before_them() -> None:
    for number, noun in enumerate(filled().nouns, start=1):
        if isinstance(noun, Answer | Decision):
            assert noun.cites
            assert all(cited.kind is Kind.ENTRY and int(cited.key) < number for cited in noun.cites)


def test_the_chair_confirms_one_decision_and_one_stays_a_draft() -> None:
    shelf = filled()
    (confirmed,) = [(noun, actor) for noun, actor, _ in shelf.kept if isinstance(noun, Confirmation)]
    assert confirmed[1].role is Role.CHAIR
    decision = shelf.nouns[int(confirmed[0].decision.key) - 1]
    assert isinstance(decision, Decision)
    assert decision.prototype == "hub-clinics"
    assert decision.on <= confirmed[0].on


def test_everything_is_about_what_is_declared() -> None:
    declared = read_declarations(ROOT)
    framework = declared.framework("best-start-in-life")
    for noun in filled().nouns:
        if isinstance(noun, Confirmation):
            continue
        plan = declared.prototype(noun.prototype)
        if isinstance(noun, Entry):
            questions = {f"question:{plan.id}/{question.id}" for question in plan.questions}
            links = {f"link:{plan.id}/{link.id}" for link in plan.theory_of_change.links}
            assert str(noun.about) in questions | links
            assert noun.area is None or noun.area in plan.test_areas
        elif isinstance(noun, Answer):
            assert plan.question(noun.question)
        else:
            assert noun.group in {group.id for group in framework.groups}


def test_no_text_could_identify_anyone() -> None:
    for noun in filled().nouns:
        texts = [getattr(noun, name, "") for name in ("noticed", "expected", "make_of_it", "next_step", "text", "why")]
        assert not any(identifying(text) for text in texts)


def test_a_programme_without_the_file_starts_empty(tmp_path: Path) -> None:
    shelf = Shelf()
    assert starting_records(tmp_path, shelf.keep) == ()
    assert shelf.kept == []


def test_nobody_is_checked_by_a_sign_in() -> None:
    assert not any(actor.verified for _, actor, _ in filled().kept)
