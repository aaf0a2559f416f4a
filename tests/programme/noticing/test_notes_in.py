from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from evaluation import store
from evaluation.model.learning import Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind
from evaluation.problems import MeasuresError, UsageError
from evaluation.programme import (
    NotesIn,
    Programme,
    Said,
    add_note,
    bring_in_notes,
    notes,
    notes_template,
    preview_notes,
    redact,
)
from evaluation.words import day
from tests.programme.conftest import LEAD, OFFICER, acting_as

HEADINGS = (
    "ID", "Start time", "Completion time", "Email", "Name",
    "Which prototype?", "What did you notice?", "What will you do next?\xa0",
)  # fmt: skip
FIRST = (1, datetime(2026, 3, 4, 10, 0), datetime(2026, 3, 4, 10, 5), "anonymous", "Jo Field")  # noqa: DTZ001 - as Excel has it
SECOND = (2, datetime(2026, 3, 5, 9, 0), datetime(2026, 3, 5, 9, 1), "jo@example.org", "Jo Field")  # noqa: DTZ001 - as Excel has it


def export(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    workbook = openpyxl.Workbook()
    for row in (headings, *rows):
        workbook.active.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def bring_in(programme: Programme, content: bytes) -> NotesIn:
    return bring_in_notes(acting_as(programme, OFFICER), "notes.xlsx", content).content


def plan_name(programme: Programme) -> str:
    return programme.declarations.prototypes[0].name


@pytest.fixture
def two(programme: Programme) -> bytes:
    name = plan_name(programme)
    return export((*FIRST, name, "She rang once.", "Ring twice"), (*SECOND, name, "nothing new this week", ""))


def test_each_row_is_a_note_of_the_person_who_wrote_it(programme: Programme, two: bytes) -> None:
    done = bring_in(programme, two)
    assert (done.rows_read, done.new, done.known, done.refused) == (2, 2, 0, 0)
    nothing, note = notes(programme).content
    assert (note.who, note.on) == ("Jo Field", day(date(2026, 3, 4)))
    assert (note.noticed, note.next_step) == ("She rang once.", "Ring twice")
    assert nothing.nothing_new
    assert [line.reference for line in notes(programme, who="jo-field").content] == [nothing.reference, note.reference]


def test_the_row_says_who_brought_it_in(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    assert {row.actor.name for row in store.rows(programme.store, Kind.ENTRY)} == {OFFICER.name}


def test_the_same_file_twice_keeps_each_note_once(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    again = bring_in(programme, two)
    assert (again.new, again.known) == (0, 2)
    assert len(store.rows(programme.store, Kind.ENTRY)) == 2


def test_the_same_words_twice_in_one_file_are_one_note_and_said_to_be(programme: Programme) -> None:
    once = (*FIRST, plan_name(programme), "She rang once.", "")
    twice = (2, *once[1:])
    seen = preview_notes(programme, "notes.xlsx", export(once, twice)).content
    assert (seen.new, seen.known) == (1, 1)
    assert bring_in(programme, export(once, twice)) == replace(seen, file="notes.xlsx")
    assert len(store.rows(programme.store, Kind.ENTRY)) == 1


def test_a_later_export_with_more_rows_brings_in_only_those(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    name = plan_name(programme)
    third = (3, *SECOND[1:])
    later = export((*FIRST, name, "She rang once.", "Ring twice"), (*third, name, "They came on foot.", ""))
    assert (bring_in(programme, later).new, len(notes(programme).content)) == (1, 3)


def test_an_answer_changed_in_the_form_corrects_its_note(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    name = plan_name(programme)
    done = bring_in(programme, export((*FIRST, name, "She rang twice.", "")))
    assert (done.new, done.corrected) == (0, 1)
    assert "She rang twice." in {line.noticed for line in notes(programme).content}
    assert "She rang once." not in {line.noticed for line in notes(programme).content}


JO = Actor("jo-field", "Jo Field", Role.LEAD)


def test_an_answer_changed_in_the_form_shows_the_note_to_nobody_more_and_keeps_what_the_form_does_not_ask(
    programme: Programme, two: bytes
) -> None:
    bring_in(programme, two)
    note = next(line for line in notes(programme).content if line.noticed)
    said: Said = {"visible": Visible.ME, "about": "question:know-who", "area": "X02", "voice": Voice.PARENT, "heard": 9}
    add_note(acting_as(programme, JO), prototype="one-team", amends=str(note.reference), request_key="page", **said)
    assert bring_in(programme, export((*FIRST, plan_name(programme), "She rang twice.", ""))).corrected == 1
    assert "She rang twice." not in {line.noticed for line in notes(programme).content}
    (line,) = [line for line in notes(acting_as(programme, JO)).content if line.noticed]
    assert line.entry is not None
    assert (line.noticed, line.next_step, line.entry.visible) == ("She rang twice.", "", Visible.ME)
    kept = store.rows(programme.store, Kind.ENTRY)[-1].noun
    assert (str(kept.about), kept.area) == ("question:one-team/know-who", "X02")
    assert (kept.voice, kept.heard) == (Voice.PARENT, 9)


def test_what_the_form_says_of_who_may_see_it_counts_and_another_voice_keeps_no_number(
    programme: Programme, two: bytes
) -> None:
    bring_in(programme, two)
    note = next(line for line in notes(programme).content if line.noticed)
    said: Said = {"visible": Visible.ME, "voice": Voice.PARENT, "heard": 9}
    add_note(acting_as(programme, JO), prototype="one-team", amends=str(note.reference), request_key="page", **said)
    row = (*FIRST, plan_name(programme), "She rang twice.", "A child", "", "The group")
    bring_in(programme, export(row, headings=BESIDE))
    kept = store.rows(programme.store, Kind.ENTRY)[-1].noun
    assert (kept.visible, kept.voice, kept.heard) == (Visible.GROUP, Voice.CHILD, None)


def test_a_note_written_on_the_page_is_the_same_note_in_the_form(programme: Programme) -> None:
    own = add_note(
        acting_as(programme, LEAD), prototype=programme.declarations.prototypes[0].id, noticed="Once.", request_key="k"
    )
    today = programme.clock().replace(tzinfo=None)
    row = (9, today, today, "", LEAD.name, plan_name(programme), "Once.", "")
    assert own.content.reference.kind is Kind.ENTRY
    assert bring_in(programme, export(row)).known == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({5: "No such prototype"}, "unknown-id"),
        ({4: ""}, "empty-note"),
        ({6: ""}, "empty-note"),
        ({2: "04/03/2026"}, "bad-day"),
        ({2: datetime(2030, 1, 1)}, "bad-day"),  # noqa: DTZ001 - as Excel has it
        ({6: "Ring 07700 900123."}, "identifies-someone"),
        ({6: "x" * 6_000}, "too-long"),
    ],
)
def test_a_row_that_cannot_be_kept_is_named_and_the_others_come_in(
    programme: Programme, change: dict[int, object], code: str
) -> None:
    good = (*SECOND, plan_name(programme), "They came.", "")
    faulty = [change.get(place, cell) for place, cell in enumerate((*FIRST, plan_name(programme), "She rang.", ""))]
    done = bring_in(programme, export(faulty, good))
    assert (done.new, done.refused) == (1, 1)
    (problem,) = done.problems
    assert problem.code == code
    assert problem.origin is not None
    assert problem.origin.row == 2
    assert "07700" not in str(problem)


def test_what_was_removed_does_not_come_back_by_the_next_export(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    note = next(line for line in notes(programme).content if line.noticed)
    redact(
        acting_as(programme, OFFICER),
        target=str(note.reference),
        reason="Named a street",
        second_name="Sam Brook",
        request_key="r",
    )
    later = export((*FIRST, plan_name(programme), "She rang once.", "Ring twice"))
    assert bring_in(programme, later).new == 0
    assert store.search(programme.store, "rang") == ()


def test_what_was_removed_keeps_no_other_day_out(programme: Programme, two: bytes) -> None:
    bring_in(programme, two)
    note = next(line for line in notes(programme).content if line.noticed)
    redact(
        acting_as(programme, OFFICER), target=str(note.reference), reason="A street", second_name="Sam", request_key="r"
    )
    next_day = (3, datetime(2026, 3, 5, 10, 0), datetime(2026, 3, 5, 10, 5), "", "Jo Field")  # noqa: DTZ001 - as Excel has it
    assert bring_in(programme, export((*next_day, plan_name(programme), "They came.", ""))).new == 1


def test_a_number_alone_is_no_answer_of_a_form_so_it_corrects_nothing(programme: Programme) -> None:
    headings = ("ID", *HEADINGS[2:])
    for text in ("She rang once.", "They came by bus."):
        row = (1, *FIRST[2:], plan_name(programme), text, "")
        assert bring_in(programme, export(row, headings=headings)).new == 1
    assert len(notes(programme).content) == 2


def test_a_question_that_is_not_in_the_plan_leaves_the_note_open(programme: Programme) -> None:
    headings = (*HEADINGS[:7], "Which question or step is it about?")
    done = bring_in(programme, export((*FIRST, plan_name(programme), "She rang.", "Is it raining?"), headings=headings))
    assert done.new == 1
    assert [problem.code for problem in done.problems] == ["unknown-id"]


def test_a_question_of_the_plan_is_what_the_note_is_about(programme: Programme) -> None:
    question = programme.declarations.prototypes[0].questions[0]
    headings = (*HEADINGS[:7], "Which question or step is it about?")
    bring_in(programme, export((*FIRST, plan_name(programme), "She rang.", question.text), headings=headings))
    assert notes(programme).content[0].about == question.text


def test_the_template_comes_back_as_notes(programme: Programme) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(notes_template(programme).content))
    sheet = workbook["Notes"]
    written = {"Which prototype?": plan_name(programme), "Your name": "Jo Field", "Date": "2026-03-04"}
    written |= {"What did you notice?": "She rang once.", "Where?": programme.framework.areas[0].name}
    for cell in sheet[1]:
        sheet.cell(2, cell.column).value = written.get(cell.value)
    stream = io.BytesIO()
    workbook.save(stream)
    seen = preview_notes(programme, "notes.xlsx", stream.getvalue()).content
    assert (seen.new, seen.problems) == (1, ())


def test_a_preview_keeps_nothing(programme: Programme, two: bytes) -> None:
    assert preview_notes(programme, "notes.xlsx", two).content.new == 2
    assert store.rows(programme.store, Kind.ENTRY) == ()


def test_a_file_without_notes_is_refused(programme: Programme) -> None:
    with pytest.raises(MeasuresError, match="No notes were taken"):
        preview_notes(programme, "figures.csv", (programme.folder / "figures.csv").read_bytes())


def test_a_reader_brings_in_nothing(programme: Programme, two: bytes) -> None:
    with pytest.raises(UsageError, match="Say who you are"):
        bring_in_notes(acting_as(programme, None), "notes.xlsx", two)  # type: ignore[arg-type]


BESIDE = (*HEADINGS[:7], "Whose voice is it?", "How many did you hear?", "Who may see it?")


def test_a_form_may_ask_whose_voice_it_is_and_who_may_see_it(programme: Programme) -> None:
    row = (*FIRST, plan_name(programme), "She rang.", "A parent or carer", "3", "Only me")
    assert bring_in(programme, export(row, headings=BESIDE)).new == 1
    assert notes(programme).content == ()
    (line,) = notes(acting_as(programme, Actor("jo-field", "Jo Field", Role.LEAD))).content
    assert line.more == (("Heard from", "fewer than 5 parents or carers"), ("May see it", "only me"))


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (("a parent or carer", "3", "my manager"), "not-a-choice"),
        (("an aunt", "", ""), "not-a-choice"),
        (("", "3", ""), "not-together"),
        (("a child", "many", ""), "bad-number"),
        (("a child", "999999999999", ""), "number-out-of-range"),
    ],
)
def test_who_may_see_it_is_never_guessed(programme: Programme, answers: tuple[str, ...], code: str) -> None:
    done = bring_in(programme, export((*FIRST, plan_name(programme), "She rang.", *answers), headings=BESIDE))
    assert (done.new, done.refused, [problem.code for problem in done.problems]) == (0, 1, [code])
