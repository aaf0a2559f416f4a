from __future__ import annotations

from dataclasses import replace

from evaluation.model.references import Kind, Reference
from evaluation.programme import Programme, add_note, results_page
from evaluation.programme.cited import cited
from evaluation.words import breakable
from tests.programme.conftest import LEAD


def test_a_note_a_result_and_a_file_are_named_in_words(filled: Programme) -> None:
    kept = add_note(replace(filled, actor=LEAD), prototype="one-team", noticed="They came.", request_key="one").content
    result = results_page(filled, "one-team", "on-time").content.reference
    batch = Reference(Kind.BATCH, "1")
    assert [breakable(cited(filled, reference)) for reference in (kept.reference, result, batch)] == [
        "the note of 3 June 2026 by Ann Lead",
        "the result on Reviews on time",
        "the file figures.csv",
    ]


def test_what_is_not_there_keeps_its_reference(filled: Programme) -> None:
    assert cited(filled, Reference(Kind.ENTRY, "99")) == "entry:99"
