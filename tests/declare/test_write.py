"""A new prototype is a valid idea, and its id is nobody else's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.declare import new_prototype
from evaluation.model.framework import StageId
from evaluation.problems import DeclarationError
from tests.declare.example import Programme

ANSWERS = {
    "name": "Warm welcome",
    "what": "A call before the birth",
    "where": "North",
    "for_whom": "Parents expecting a child",
    "lead": "A midwife",
    "question": "Do parents want a call?",
    "framework": "good-start",
}


def refused(folder: Path, prototype_id: str, **changed: str) -> list[str]:
    with pytest.raises(DeclarationError) as caught:
        new_prototype(folder, prototype_id, **{**ANSWERS, **changed})
    return [problem.code for problem in caught.value.problems]


def test_five_answers_make_a_valid_idea(programme: Programme) -> None:
    path = new_prototype(programme.folder, "warm-welcome", **ANSWERS)
    found = programme.read()
    assert path == programme.folder / "prototypes" / "warm-welcome.toml"
    assert found.problems == ()
    written = found.prototype("warm-welcome")
    assert (written.stage, written.lead, written.questions[0].text) == (
        StageId.GENERATE,
        "A midwife",
        "Do parents want a call?",
    )


def test_the_comments_name_what_comes_next(programme: Programme) -> None:
    text = new_prototype(programme.folder, "warm-welcome", **ANSWERS).read_text(encoding="utf-8")
    for key in ("theory_of_change.nodes", "[[measures]]", "sponsor", "[[areas]]", "[chosen]", "start = "):
        assert key in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_answer_is_read_back_as_it_was_given(programme: Programme, answer: str) -> None:
    path = new_prototype(programme.folder, "any-answer", **{**ANSWERS, "what": answer})
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    assert written["what"] == answer.strip()


def test_an_id_in_use_is_refused_and_nothing_is_written(programme: Programme) -> None:
    assert refused(programme.folder, "one-team") == ["duplicate-id"]
    assert [path.name for path in (programme.folder / "prototypes").iterdir()] == ["one-team.toml"]


def test_a_retired_id_is_refused(programme: Programme) -> None:
    programme.change('id = "one-team"', 'id = "one-team"\nretired = 2026-12-01')
    assert refused(programme.folder, "one-team") == ["retired-id"]


def test_a_former_id_is_refused(programme: Programme) -> None:
    programme.change('id = "one-team"', 'id = "one-team"\nformerly = ["first-team"]')
    assert refused(programme.folder, "first-team") == ["retired-id"]


def test_a_file_that_cannot_be_read_is_not_written_over(programme: Programme) -> None:
    programme.write("prototypes/warm-welcome.toml", "id = ")
    assert refused(programme.folder, "warm-welcome") == ["duplicate-id"]
    assert (programme.folder / "prototypes" / "warm-welcome.toml").read_text() == "id = "


@pytest.mark.parametrize("prototype_id", ["Warm Welcome", "", "../elsewhere", "warm--welcome", "warm_welcome"])
def test_an_id_that_is_none_is_refused(programme: Programme, prototype_id: str) -> None:
    assert refused(programme.folder, prototype_id) == ["bad-id"]


def test_every_empty_answer_and_an_unknown_framework_are_told_at_once(programme: Programme) -> None:
    codes = refused(programme.folder, "warm-welcome", lead=" ", question="", framework="good-strat")
    assert codes == ["unknown-id", "missing-key", "missing-key"]


def test_the_folder_is_made_where_there_is_none(programme: Programme) -> None:
    (programme.folder / "prototypes" / "one-team.toml").unlink()
    (programme.folder / "prototypes").rmdir()
    assert new_prototype(programme.folder, "warm-welcome", **ANSWERS).exists()
