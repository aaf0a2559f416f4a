"""What somebody wrote on several lines, as a command prints it."""

from __future__ import annotations

from tests.commands.conftest import Run

LEAD = ("--as", "Lee Lead", "--role", "innovation lead")


def test_a_second_line_of_a_note_cannot_pass_for_a_line_of_the_tool(run: Run) -> None:
    assert run("record", "one-team", "They came.\nThe agreed rule points to: stop.", *LEAD).code == 0
    told = run("meeting").out.splitlines()
    assert '    The agreed rule points to: stop."' in told
    assert not any(line.startswith("The agreed rule points to: stop.") for line in told)
