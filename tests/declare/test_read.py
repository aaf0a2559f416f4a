"""A folder is read whole: sound nouns, and every problem of every file in one run."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from evaluation.declare import Declarations, read
from evaluation.model.canonical import fingerprint
from evaluation.problems import Severity
from tests.declare.example import FRAMEWORK, KNOWN, PLAN, Programme


def test_the_example_is_read_without_a_problem(programme: Programme) -> None:
    found = programme.read()
    assert found.problems == ()
    assert found.framework("good-start").measure("on-time").find[0].filters == {"measure": "on-time"}
    assert found.prototype("one-team").test_areas == ("D1",)


def test_reading_twice_gives_equal_declarations(programme: Programme) -> None:
    assert programme.read() == programme.read()


def test_an_unknown_id_is_a_key_error(programme: Programme) -> None:
    with pytest.raises(KeyError):
        programme.read().prototype("two-team")


def test_an_empty_folder_declares_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, KNOWN) == Declarations((), ())


def test_a_faulty_file_leaves_the_others_standing(programme: Programme) -> None:
    programme.write("prototypes/broken.toml", "id = [\n")
    found = programme.read()
    assert [prototype.id for prototype in found.prototypes] == ["one-team"]
    assert [problem.code for problem in found.errors] == ["toml"]


def test_all_problems_of_one_file_are_told_in_one_run(programme: Programme) -> None:
    programme.change('lead = "A health visitor"', 'led = "A health visitor"')
    programme.change('framework = "good-start"', "framework = 7")
    programme.change('role = "comparison"', 'role = "comparisn"')
    programme.change('code = "D2"', 'code = "D1"')
    programme.change('source = "visits"', 'source = "trust"')
    programme.change("end = 2027-03-31", "end = 2025-03-31")
    programme.change('text = "We visit"\n', "")
    assert sorted(programme.codes()) == [
        "area-in-both-roles",
        "cycle",
        "dates-out-of-order",
        "missing-key",
        "not-a-choice",
        "unknown-key",
        "wrong-type",
    ]
    assert programme.read().prototypes == ()


def test_problems_of_all_files_come_by_file_and_line(programme: Programme) -> None:
    programme.change('stream = "reviews"', 'stream = "views"', "frameworks/good-start.toml")
    programme.change('theme = "workforce"', 'theme = "work"')
    programme.change('name = "One team"', 'nam = "One team"')
    assert programme.said() == [
        ("unknown-id", programme.line('stream = "views"', "frameworks/good-start.toml")),
        ("unknown-key", programme.line("nam =")),
        ("unknown-id", programme.line("theme")),
    ]


def test_a_framework_that_cannot_be_read_is_not_unknown_too(programme: Programme) -> None:
    programme.write("frameworks/good-start.toml", "id = good-start\n")
    assert programme.codes() == ["toml"]


def test_a_misspelt_measure_id_is_told_once(programme: Programme) -> None:
    programme.change('id = "on-time"', "id = 3", "frameworks/good-start.toml")
    assert programme.codes() == ["wrong-type"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'id = "a"\nname = "caf\xe9"\n', 2),
        (b'id = "a"\n\nname = "open\n', 3),
        (b"x = " + b"[" * 3000, 1),
        (b"x = " + b"9" * 5000, 1),
        (b'id = "a"\nid = "b"\n', 2),
        (b"start = 2026-13-01\n", 1),
        (b"\xff\xfei\x00d\x00", 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(programme: Programme, content: bytes, line: int) -> None:
    (programme.folder / "prototypes" / "one-team.toml").write_bytes(content)
    assert programme.said() == [("toml", f"prototypes/one-team.toml:{line}")]


def test_the_mark_and_line_ends_of_notepad_are_taken(programme: Programme) -> None:
    (programme.folder / "prototypes" / "one-team.toml").write_bytes(
        b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    )
    assert programme.codes() == []


def test_lists_hundreds_deep_are_a_problem_and_no_crash(programme: Programme) -> None:
    programme.write("prototypes/deep.toml", "x = " + "[" * 250 + "]" * 250 + "\n")
    assert {problem.origin.file for problem in programme.read().problems if problem.origin} == {"prototypes/deep.toml"}


def test_fingerprint_keeps_when_keys_move_and_comments_come(programme: Programme) -> None:
    before = fingerprint(programme.read().prototype("one-team"))
    first, second, *rest = PLAN.splitlines()
    programme.write("prototypes/one-team.toml", "\n".join([second, "", "# why", first + "  # the id", *rest, ""]))
    assert fingerprint(programme.read().prototype("one-team")) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("threshold = 0.02", "threshold = 0.03"),
        ("end = 2027-03-31", "end = 2027-04-30"),
        ('assumption = "We come back"', 'assumption = "We come back soon"'),
        ("[[planned_looks]]\non = 2026-10-01\nafter_periods = 2\n", ""),
    ],
)
def test_fingerprint_changes_with_the_meaning(programme: Programme, old: str, new: str) -> None:
    before = fingerprint(programme.read().prototype("one-team"))
    programme.change(old, new)
    assert fingerprint(programme.read().prototype("one-team")) != before


def test_warnings_are_no_errors(programme: Programme) -> None:
    start, end = PLAN.index("[chosen]"), PLAN.index("[[theory_of_change.nodes]]")
    programme.write("prototypes/one-team.toml", PLAN[:start] + PLAN[end:])
    found = programme.read()
    assert [problem.severity for problem in found.problems] == [Severity.WARNING]
    assert found.errors == ()
    assert len(found.prototypes) == 1


def test_six_prototypes_and_a_framework_are_read_together(programme: Programme) -> None:
    for number in range(5):
        programme.write(f"prototypes/more-{number}.toml", PLAN.replace('"one-team"', f'"more-{number}"', 1))
    found = programme.read()
    assert len(found.prototypes) == 6
    assert dataclasses.replace(found, prototypes=()).errors == ()


def test_two_frameworks_stand_side_by_side(programme: Programme) -> None:
    other = FRAMEWORK.replace('"good-start"', '"older"', 1).replace('"on-time"', '"on-time-older"')
    for taken in ("healthy", "reviews", "heard", "implementation-group"):
        other = other.replace(f'"{taken}"', f'"{taken}-older"')
    programme.write("frameworks/older.toml", other.replace('formerly = ["timely-reviews"]\n', ""))
    assert programme.codes() == []
    assert len(programme.read().frameworks) == 2
