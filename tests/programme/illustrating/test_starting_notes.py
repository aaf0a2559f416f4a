"""What an illustrative programme starts with: of everything something, about declared things, and cited once kept."""

from __future__ import annotations

import dataclasses
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.learning import identifying
from evaluation.model.decisions import Confirmation, Decision
from evaluation.model.learning import Answer, Entry
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind, Reference
from evaluation.programme.declared import read_declarations
from evaluation.programme.illustrating.starting_notes import NOTES_FILE, starting_records
from evaluation.store import NOUNS

ROOT = Path(__file__).parents[3]
KINDS = {noun: kind for kind, noun in NOUNS.items()}
LAST_DAY = date(2026, 11, 20)


class Shelf:
    """Keeps what it is given, numbered from 1, as a store does."""

    def __init__(self) -> None:
        self.kept: list[tuple[Any, Actor, str]] = []
        self.amended: list[tuple[Any, Any]] = []

    def keep(self, noun: Any, actor: Actor, request_key: str, amends: Reference | None) -> Reference:
        if amends is not None:
            self.amended.append((self.nouns[int(amends.key) - 1], noun))
        self.kept.append((noun, actor, request_key))
        return Reference(KINDS[type(noun)], str(len(self.kept)))

    @property
    def nouns(self) -> list[Any]:
        return [noun for noun, _, _ in self.kept]


def filled() -> Shelf:
    shelf = Shelf()
    starting_records(ROOT, shelf.keep)
    return shelf


def test_there_is_something_of_every_section_of_the_file() -> None:
    written = tomllib.loads((ROOT / NOTES_FILE).read_text(encoding="utf-8"))
    rows = [row for section, rows in written.items() if section != "people" for row in rows]
    confirmed = sum("confirmed_by" in row for row in written["decisions"])
    assert len(filled().kept) == len(rows) + confirmed


def test_they_come_earliest_first_and_each_once() -> None:
    shelf = filled()
    assert [noun.on for noun in shelf.nouns] == sorted(noun.on for noun in shelf.nouns)
    assert len({request_key for _, _, request_key in shelf.kept}) == len(shelf.kept)
    assert all(noun.on <= LAST_DAY for noun in shelf.nouns)


def test_what_is_cited_was_kept_before() -> None:
    shelf = filled()
    for number, noun in enumerate(shelf.nouns, start=1):
        if isinstance(noun, Answer | Decision):
            assert noun.cites
        for cited in _cited(noun):
            assert int(cited.key) < number
            assert KINDS[type(shelf.nouns[int(cited.key) - 1])] is cited.kind


def _cited(noun: Any) -> list[Reference]:
    """The stored things a noun names; questions and links are declared."""
    values = [getattr(noun, field.name) for field in dataclasses.fields(noun)]
    named = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    return [each for each in named if isinstance(each, Reference) and each.kind not in (Kind.QUESTION, Kind.LINK)]


def test_a_later_state_is_of_the_same_kind_and_comes_later() -> None:
    amended = filled().amended
    assert amended
    assert all(type(before) is type(after) and before.on < after.on for before, after in amended)


def test_the_chair_confirms_decisions_and_one_stays_a_draft() -> None:
    shelf = filled()
    confirmed = [(noun, actor) for noun, actor, _ in shelf.kept if isinstance(noun, Confirmation)]
    assert {actor.role for _, actor in confirmed} == {Role.CHAIR}
    decisions = [shelf.nouns[int(noun.decision.key) - 1] for noun, _ in confirmed]
    assert all(decision.on <= noun.on for decision, (noun, _) in zip(decisions, confirmed, strict=True))
    drafts = [noun for noun in shelf.nouns if isinstance(noun, Decision) and noun not in decisions]
    assert len(drafts) == 1


def test_everything_is_about_what_is_declared() -> None:
    declared = read_declarations(ROOT)
    framework = declared.framework("best-start-in-life")
    groups, areas = {group.id for group in framework.groups}, {area.code for area in framework.areas}
    for noun in filled().nouns:
        assert getattr(noun, "group", None) in {None, *groups}
        assert getattr(noun, "area", None) in {None, *areas}
        if getattr(noun, "prototype", None) is None:
            continue
        plan = declared.prototype(noun.prototype)
        if isinstance(noun, Answer):
            assert plan.question(noun.question)
        if isinstance(noun, Entry) and noun.about is not None:
            questions = {f"question:{plan.id}/{question.id}" for question in plan.questions}
            links = {f"link:{plan.id}/{link.id}" for link in plan.theory_of_change.links}
            assert str(noun.about) in questions | links


def test_no_text_could_identify_anyone() -> None:
    for noun in filled().nouns:
        texts = [getattr(noun, each.name) for each in dataclasses.fields(noun) if each.metadata.get("free_text")]
        assert not any(identifying(text) for text in texts)


def test_a_programme_without_the_file_starts_empty(tmp_path: Path) -> None:
    shelf = Shelf()
    assert starting_records(tmp_path, shelf.keep) == ()
    assert shelf.kept == []


def test_nobody_is_checked_by_a_sign_in() -> None:
    assert not any(actor.verified for _, actor, _ in filled().kept)
