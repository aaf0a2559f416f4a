from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.commands import COMMANDS, DATABASE_COMMANDS, build
from evaluation.words import breakable
from tests.commands.conftest import Run
from tests.small import AREAS, MONTHS

EVALUATOR = ("--as", "Eve", "--role", "evaluator")
LEAD = ("--as", "Ann", "--role", "innovation lead")
README = Path(__file__).parents[2] / "README.md"


def test_check_names_what_is_sound(run: Run) -> None:
    done = run("check")
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("Sound: 1 framework and 1 prototype, ")


def test_check_names_every_problem_in_one_run_and_exits_10(run: Run, folder: Path) -> None:
    plan = folder / "prototypes" / "one-team.toml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace('measure = "on-time"\nrole', 'measure = "on-tim"\nrole').replace("threshold", "treshold"),
        encoding="utf-8",
    )
    done = run("check")
    assert done.code == 10
    assert 'Did you mean "on-time"?' in done.err
    assert 'Did you mean "threshold"?' in done.err
    assert re.search(r"prototypes/one-team\.toml:\d+: ", done.err)


def test_a_command_that_is_named_does_not_wait_for_the_others() -> None:
    def known(*named: str) -> list[str]:
        return sorted(command.name or "" for command in build(*named).registered_commands)

    assert known("record") == ["record"]
    assert known() == known("--help") == known("recrod") == sorted(COMMANDS)


def test_check_explains_a_code(run: Run) -> None:
    assert run("check", "--explain", "cycle").out.startswith("cycle: What should lead one way")
    assert run("check", "--explain", "nonsense").code == 2


def test_check_writes_schemas_for_editors(run: Run, tmp_path: Path) -> None:
    run("check", "--schemas", str(tmp_path / "schemas"))
    assert {path.name for path in (tmp_path / "schemas").iterdir()} == {
        "framework.schema.json",
        "prototype.schema.json",
    }


NEW = (
    "new", "prototype", "warm-homes", "--name", "Warm homes", "--what", "Visits", "--where", "Area 1",
    "--for-whom", "Families", "--lead", "A. Lead", "--question", "Does it help?",
)  # fmt: skip


def test_new_writes_an_idea_that_is_sound(run: Run) -> None:
    assert run(*NEW).code == 0
    assert "1 framework and 2 prototypes" in run("check").out


def test_new_never_writes_over_a_plan(run: Run) -> None:
    run(*NEW)
    done = run(*NEW)
    assert done.code == 10
    assert "warm-homes" in done.err


def test_a_figure_walks_from_a_file_to_a_sentence(run: Run) -> None:
    done = run("import", "figures.csv", *EVALUATOR)
    assert f"Figures: {AREAS * MONTHS} new" in done.out
    assert "about 8 in 100 more than we would expect without the prototype" in run("compare", "one-team").out
    assert "The agreed rule points to: carry on" in run("meeting").out


def test_a_preview_stores_nothing(run: Run) -> None:
    assert "Nothing was stored." in run("import", "figures.csv", "--preview").out
    assert " 0 new" not in run("import", "figures.csv", *EVALUATOR).out
    assert "byte for byte" in run("import", "figures.csv", *EVALUATOR).out


def test_a_note_walks_from_a_form_to_the_meeting(run: Run) -> None:
    run("record", "one-team", "Parents ring one number.", "--about", "question:know-who", *LEAD)
    assert "Ann, " in run("meeting").out
    assert "Parents ring one number." in run("meeting").out
    assert run("record", "one-team", "--nothing-new", *LEAD).code == 0


def test_the_same_request_key_twice_is_one_note(run: Run) -> None:
    first, second = (run("record", "one-team", "Once.", "--request-key", "k", "--json", *LEAD).json for _ in range(2))
    assert first == second


def test_verify_passes_and_says_a_line_to_minute(run: Run) -> None:
    run("record", "one-team", "Parents ring one number.", *LEAD)
    (line,) = re.findall(r"1 row, last seal [0-9a-f]{16}", run("verify").out)
    assert run("verify", "--minuted", line).code == 0
    done = run("verify", "--minuted", line.replace("seal ", "seal 0", 1)[:-1])
    assert (done.code, "not the one in the minutes" in done.err) == (12, True)


def test_a_removed_note_is_gone_and_verify_passes(run: Run) -> None:
    run("record", "one-team", "Zebedee moved.", *LEAD)
    done = run(
        "redact", "entry:1", "--reason", "It names a child.", "--second", "Bo", "--as", "Ola", "--role", "officer"
    )
    assert done.code == 0
    assert "Zebedee" not in run("meeting").out
    assert run("verify").code == 0


def test_dump_and_restore_bring_everything_back(run: Run, tmp_path: Path) -> None:
    run("import", "figures.csv", *EVALUATOR)
    run("record", "one-team", "Parents ring one number.", *LEAD)
    copied, again = tmp_path / "dump.jsonl", tmp_path / "again.jsonl"
    other = f"sqlite:///{(tmp_path / 'other.sqlite').as_posix()}"
    assert run("database", "dump", str(copied)).code == 0
    assert run("database", "restore", str(copied), "--database", other).code == 0
    run("database", "dump", str(again), "--database", other)
    assert again.read_bytes() == copied.read_bytes()
    assert run("database", "dump", str(copied)).code == 2


def test_illustrate_makes_figures_up_only_for_a_programme_that_says_so(run: Run, folder: Path) -> None:
    done = run("illustrate")
    assert (done.code, "prototypes are not here" in done.err) == (2, True)
    framework = folder / "frameworks" / "small.toml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("illustrative = true", ""), encoding="utf-8")
    assert "marked illustrative" in run("illustrate").err


def test_settings_never_print_the_password(run: Run) -> None:
    said = run("settings", "--json", "--database", "postgresql://me:secret@localhost/db").json
    assert said["database"] == "postgresql://me:***@localhost/db"
    assert "secret" not in run("health", "--database", "postgresql://me:secret@localhost:1/db").err


def test_health_and_upgrade_answer_in_json(run: Run) -> None:
    assert run("health", "--json").json["rows"] == 0
    assert run("database", "upgrade", "--json").json["done"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("compare", "two-team"), 2, "There is: one-team"),
        (("record", "one-team", "Hello."), 2, "Say who you are first"),
        (("record", "one-team", "Hello.", "--as", "Ann", "--role", "queen"), 2, 'There is no role "queen"'),
        (("record", "one-team", "Hello.", "--as", "A" * 81, "--role", "sponsor"), 2, "in at most 80 characters"),
        (("record", "one-team", "Hello.", "--as", " ", "--role", "sponsor"), 2, "--as is your name"),
        (("record", "one-team", "Ring 01223 496012.", *LEAD), 2, "could identify someone"),
        (("record", "one-team", "Hello.", "--on", "03/06/2026", *LEAD), 2, "Write it as 2026-06-03"),
        (("import", "nowhere.csv", *EVALUATOR), 2, "We cannot read nowhere.csv"),
        (("import", "frameworks/small.toml", *EVALUATOR), 11, "small.toml"),
        (("import", "figures.csv", *LEAD), 2, "may not bring in figures"),
        (("health", "--database", "postgresql://nobody@localhost:1/none"), 12, "no-database"),
        (("check", "--folder", "nowhere"), 10, "There is no framework here"),
        (("meeting", "--folder", "nowhere"), 10, "There is no programme to open"),
    ],
)
def test_a_mistake_ends_in_a_sentence_and_an_exit_code(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done = run(*words)
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err + done.out


def test_a_comparison_in_json_carries_its_stamps_interval_and_method(run: Run) -> None:
    run("import", "figures.csv", *EVALUATOR)
    said = run("compare", "one-team", "--json").json
    outcome = said["content"]["comparison"]["outcome"]
    assert said["stamps"]["illustrative"] is True
    assert outcome["low"] < outcome["value"] < outcome["high"]
    assert outcome["method"] == "area-change"


def test_as_at_before_the_figures_came_there_is_nothing_to_compare(run: Run) -> None:
    run("import", "figures.csv", *EVALUATOR)
    assert "We cannot work this out yet" in run("compare", "one-team", "--as-at", "2020-01-01").out


def test_as_at_is_said_as_the_day_that_was_asked_for(run: Run) -> None:
    said = breakable(run("digest", "--as-at", "2026-06-03").out)
    assert "As known on 3 June 2026." in said
    assert "Up to 3 June 2026" in said


def test_python_m_evaluation_is_the_same_program(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", "check", "--folder", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=README.parent,
    )
    assert (done.returncode, "Sound:" in done.stdout) == (0, True)


def test_every_command_is_in_the_readme_or_in_its_help(run: Run) -> None:
    shown = run("--help").out + run("database", "--help").out
    assert all(re.search(rf"\b{name}\b", shown) for name in (*COMMANDS, *DATABASE_COMMANDS))
