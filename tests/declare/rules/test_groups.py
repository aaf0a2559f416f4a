"""Groups report upwards."""

from __future__ import annotations

from tests.declare.example import Programme

FILE = "frameworks/good-start.toml"


def groups(programme: Programme, **reports_to: str) -> list[str]:
    """What is said of these groups; an underscore stands for a hyphen, and nobody for the top."""
    text = "".join(
        f'[[groups]]\nid = "{name.replace("_", "-")}"\nname = "x"\n' + (f'reports_to = "{above}"\n' if above else "")
        for name, above in reports_to.items()
    )
    programme.change("[[workstreams]]", f"{text}[[workstreams]]", FILE)
    return [problem.what for problem in programme.read().problems if problem.code == "cycle"]


def test_a_line_of_reporting_has_an_end(programme: Programme) -> None:
    assert groups(programme, task_group="board", board="committee", committee="") == []


def test_a_group_that_reports_to_itself_is_found(programme: Programme) -> None:
    assert groups(programme, board="board") == ["The reporting of groups leads back to where it began: board -> board."]


def test_a_circle_is_named_step_by_step_at_the_group_that_closes_it(programme: Programme) -> None:
    assert groups(programme, a="b", b="c", c="a") == [
        "The reporting of groups leads back to where it began: a -> b -> c -> a."
    ]
    assert programme.said() == [("cycle", programme.line('reports_to = "a"', FILE))]


def test_a_circle_through_two_files_is_found(programme: Programme) -> None:
    assert groups(programme, board="youth-board") == []
    other = '[[groups]]\nid = "youth-board"\nname = "Youth board"\nreports_to = "board"\n'
    programme.write("frameworks/other.toml", f'id = "other"\nname = "Other"\nshares = ["good-start"]\n{other}')
    assert "cycle" in programme.codes()
