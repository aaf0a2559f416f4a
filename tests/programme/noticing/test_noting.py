"""A note, its corrections, and that it is one row whichever door it comes by."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from evaluation import store
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Said,
    Settings,
    StoppedTextError,
    add_note,
    bring_in_notes,
    notes,
    nothing_new,
    open_programme,
    redact,
    say_more,
    upgrade,
    verify,
)
from evaluation.words import breakable
from tests.databases import NewUrl
from tests.programme.conftest import NOW, OFFICER, acting_as
from tests.small import write_programme

AMINA = Actor("amina-khan", "Amina Khan", Role.LEAD)
MEMBER = Actor("c.-member", "C. Member", Role.MEMBER)  # of the prototype's team
JOAN = Actor("joan-pell", "Joan Pell", Role.MEMBER)


@pytest.fixture
def either(database: str, new_url: NewUrl, tmp_path: Path) -> Iterator[Programme]:
    """The small programme on each database in turn."""
    settings = Settings.from_environment({}, folder=write_programme(tmp_path / "small"), database=new_url(database))
    upgrade(settings)
    opened = open_programme(settings, actor=AMINA, clock=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def amina(programme: Programme) -> Programme:
    return acting_as(programme, AMINA)


def keep(programme: Programme, noticed: str = "She rang once.", key: str = "page") -> str:
    return str(add_note(programme, prototype="one-team", noticed=noticed, request_key=key).content.reference)


def form(*rows: tuple[str, str, str, str]) -> bytes:
    """An export with what was answered to: which prototype, who, which day, what was noticed."""
    workbook = openpyxl.Workbook()
    for row in (("Which prototype?", "Your name", "Date", "What did you notice?"), *rows):
        workbook.active.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_by_page_command_and_form_it_is_one_row(either: Programme) -> None:
    page = keep(either, "She rang\nonce.", "page-key")
    command = add_note(either, prototype="one-team", noticed=" She rang once. ", request_key="command-key").content
    done = bring_in_notes(
        acting_as(either, OFFICER), "form.xlsx", form(("one-team", "amina khan", "2026-06-03", "She rang once."))
    ).content
    assert str(command.reference) == page
    assert breakable(command.sentence) == "We had this note already: it was kept on 3 June, and stands once."
    assert (done.new, done.known) == (0, 1)
    assert len(store.rows(either.store, Kind.ENTRY)) == 1
    assert verify(either).problems == ()


def test_by_the_form_first_it_is_one_row_too(either: Programme) -> None:
    content = form(("one-team", "Amina Khan", "2026-06-03", "She rang once."))
    bring_in_notes(acting_as(either, OFFICER), "form.xlsx", content)
    assert (
        "We had this note already"
        in add_note(either, prototype="one-team", noticed="She rang once.", request_key="page").content.sentence
    )
    assert len(store.rows(either.store, Kind.ENTRY)) == 1


def test_the_same_words_of_another_day_or_by_another_person_are_another_note(amina: Programme) -> None:
    keep(amina)
    keep(acting_as(amina, JOAN), key="hers")
    add_note(amina, prototype="one-team", noticed="She rang once.", on=NOW.date().replace(day=2), request_key="earlier")
    assert len(notes(amina).content) == 3


def test_nothing_new_by_two_doors_is_one_answer_a_week(amina: Programme) -> None:
    first, second = (nothing_new(amina, prototype="one-team", request_key=key).content for key in ("page", "command"))
    assert first == second
    assert len(store.rows(amina.store, Kind.ENTRY)) == 1


def test_words_that_were_corrected_since_lead_to_the_note_as_it_stands(amina: Programme) -> None:
    first = keep(amina, "Too families.")
    second = add_note(amina, prototype="one-team", noticed="Two families.", amends=first, request_key="b").content
    again = add_note(amina, prototype="one-team", noticed="Too families.", request_key="c").content
    assert again.reference == second.reference
    assert [line.noticed for line in notes(amina).content] == ["Two families."]


def test_what_is_said_beside_the_words_is_kept_and_read(amina: Programme) -> None:
    add_note(
        amina,
        prototype="one-team",
        noticed="They came.",
        area="Area 1",
        visible=Visible.TEAM,
        voice=Voice.PARENT,
        heard=3,
        attached="https://example.org/a",
        cycle=2,
        step=CycleStep.STUDY,
        visited="The library",
        asks_for_help=True,
        request_key="a",
    )
    (line,) = notes(amina).content
    assert line.links == ("https://example.org/a",)
    assert [said.replace("\u00a0", " ") for _, said in line.more] == [
        "fewer than 5 parents or carers",
        "cycle 2, study",
        "The library",
        "asked for",
        "my team",
    ]
    assert line.entry is not None
    assert line.entry.area == "X01"


@pytest.mark.parametrize(
    "said", [Said(attached="https://a.org/?to=mum@example.org"), Said(visited="Ask mum@example.org")]
)
def test_what_could_identify_someone_stops_the_further_boxes_too(amina: Programme, said: Said) -> None:
    note: Said = {**said, "noticed": "Once."}
    with pytest.raises(StoppedTextError) as failed:
        add_note(amina, prototype="one-team", request_key="a", **note)
    assert "[mum@example.org]" in next(iter(failed.value.marked.values()))
    assert notes(amina).content == ()


def test_a_hundred_thousand_characters_are_refused_with_the_limit_and_nothing_is_lost(amina: Programme) -> None:
    with pytest.raises(UsageError, match=r"Nothing is lost.*\n.*100,000 characters. Keep it to 5,000"):
        keep(amina, "x" * 100_000)


def test_the_longest_note_is_kept_whole(amina: Programme) -> None:
    keep(amina, "x" * 5_000)
    assert len(notes(amina).content[0].noticed) == 5_000


def test_a_correction_keeps_what_it_does_not_say(amina: Programme) -> None:
    about = "question:know-who"
    first = add_note(
        amina,
        prototype="one-team",
        noticed="Too.",
        expected="One.",
        about=about,
        heard=2,
        voice=Voice.CHILD,
        request_key="a",
    ).content.reference
    add_note(amina, prototype="one-team", noticed="Two.", amends=str(first), request_key="b")
    (line,) = notes(amina).content
    assert (line.noticed, line.expected, line.about) == ("Two.", "One.", "Do parents know who to call?")
    assert ("Heard from", "fewer than 5 children") in line.more


def test_two_corrections_at_once_are_both_kept_and_shown_and_say_so(amina: Programme) -> None:
    first = keep(amina, "Too families.")
    add_note(amina, prototype="one-team", noticed="Two families.", amends=first, request_key="b")
    theirs = add_note(
        acting_as(amina, MEMBER), prototype="one-team", noticed="Ten families.", amends=first, request_key="c"
    ).content
    assert theirs.sentence.endswith(
        "Amina Khan corrected this note at the same time: both texts are kept, and both are shown."
    )
    lines = notes(amina).content
    assert {line.noticed for line in lines} == {"Two families.", "Ten families."}
    assert {line.beside for line in lines} == {"Corrected by two people at the same time: both are shown."}
    assert {line.who for line in lines} == {"Amina Khan"}
    assert ("Corrected by", "C. Member") in next(line for line in lines if line.noticed == "Ten families.").more


def test_both_corrected_to_the_same_words_are_one_note_again(amina: Programme) -> None:
    first = keep(amina, "Too families.")
    for key, text in (("b", "Two families."), ("c", "Ten families.")):
        add_note(amina, prototype="one-team", noticed=text, amends=first, request_key=key)
    assert {line.beside for line in notes(amina).content} == {"Corrected twice at the same time: both are shown."}
    for line in notes(amina).content:
        add_note(
            amina, prototype="one-team", noticed="Twelve.", amends=str(line.reference), request_key=f"d{line.reference}"
        )
    (line,) = notes(amina).content
    assert (line.noticed, line.beside) == ("Twelve.", "")


def test_the_same_correction_sent_twice_is_one(amina: Programme) -> None:
    first = keep(amina, "Too families.")
    kept = [
        add_note(amina, prototype="one-team", noticed="Two families.", amends=first, request_key=key).content
        for key in ("a", "b")
    ]
    assert kept[0] == kept[1]
    assert len(store.rows(amina.store, Kind.ENTRY)) == 2


def test_whoever_is_not_on_the_team_writes_a_note_of_their_own(amina: Programme) -> None:
    first = keep(amina)
    with pytest.raises(UsageError, match="Only your own note can be corrected, or one of your team"):
        add_note(acting_as(amina, JOAN), prototype="one-team", noticed="Ten.", amends=first, request_key="b")


def test_nothing_new_and_what_was_removed_have_nothing_to_correct(amina: Programme) -> None:
    nothing = str(nothing_new(amina, prototype="one-team", request_key="a").content.reference)
    gone = keep(amina)
    redact(acting_as(amina, OFFICER), target=gone, reason="Named.", second_name="Bo Boss", request_key="r")
    for note in (nothing, gone):
        with pytest.raises(UsageError, match="nothing to correct"):
            add_note(amina, prototype="one-team", noticed="Ten.", amends=note, request_key=f"b{note}")


def test_saying_more_keeps_who_may_see_it(amina: Programme) -> None:
    first = add_note(
        amina, prototype="one-team", noticed="Once.", visible=Visible.ME, request_key="a"
    ).content.reference
    say_more(amina, note=str(first), expected="Twice.", request_key="b")
    assert ("May see it", "only me") in notes(amina).content[0].more
    assert notes(acting_as(amina, JOAN)).content == ()
