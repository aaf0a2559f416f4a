"""What nobody would type on purpose: a sentence, the right exit code, and nothing lost or half done."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from evaluation.commands import main
from evaluation.store import engine
from tests.commands.conftest import Run

ROOT = Path(__file__).parents[2]
LEAD = ("--as", "A. Lead", "--role", "innovation lead")
NOTE_TAKER = ("--as", "Nat", "--role", "note-taker")
NO_TEXT = "caf\udce9"  # as a command line in another encoding comes in
LONG = "a" * 100_000
CONTROLS = "\x1b[31mred\x7f\x85 \u202eback"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("record", "one-team", NO_TEXT, *LEAD), 2, "bytes that are no text"),
        (("record", "one-team", "Hello.", "--as", NO_TEXT, "--role", "innovation lead"), 2, "bytes that are no text"),
        (("record", "one-team", "Hello.", "--request-key", NO_TEXT, *LEAD), 2, "bytes that are no text"),
        (("confirm", NO_TEXT, "--json"), 2, "bytes that are no text"),
        (("digest", "--to", "1900-01-01"), 2, "Is the year right?"),
        (("evidence", "one-team", "--as-at", "1900-01-01"), 2, "Is the year right?"),
        (("meeting", "--as-at", "9999-12-31"), 2, "Is the year right?"),
        (("remind", "--on", "0001-01-01", *LEAD), 2, "Is the year right?"),
        (("commit", "Book it.", "--owner", "A", "--due", "0226-02-28", *LEAD), 2, "Is the year right?"),
        (("commit", "Book it.", "--owner", "A", "--due", "2026-02-30", *LEAD), 2, "is not a day"),
        (("record", "one-team", "Hello.", "--on", "2190-01-01", *LEAD), 2, "has not come yet"),
        (("record", "one-team", "--nothing-new", "--on", "2190-01-01", *LEAD), 2, "has not come yet"),
        (("story", "one-team", "So.", "--voice", "parent", "--agreed", "--on", "2190-01-01", *LEAD), 2, "not come yet"),
        (("decide", "one-team", "come_back_next_time", "--on", "2190-01-01", *NOTE_TAKER), 2, "has not come yet"),
        (("verify", "--minuted", f"{'9' * 5_000} rows, last seal 0123456789abcdef"), 2, "A checkpoint reads like this"),
        (("check", "--folder", LONG), 2, "File name too long"),
        (("health", "--database", "postgresql://u@localhost:port/x"), 12, "No database of kind"),
    ],
)
def test_nonsense_ends_in_a_sentence_and_an_exit_code(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done = run(*words)
    assert (done.code, said in done.err) == (code, True)
    assert "our fault" not in done.err


def test_what_was_typed_is_said_back_in_short_and_how_to_mend_it_whole(run: Run) -> None:
    for words in (("confirm", LONG, *LEAD[:2], "--role", "chair"), ("evidence", LONG), ("record", "one-team", LONG)):
        done = run(*words, *(LEAD if words[0] == "record" else ()))
        assert (done.code, len(done.err) < 5_000) == (2, True)
    assert run("evidence", LONG).err.endswith("There is: one-team.\n")


def test_what_a_terminal_would_obey_is_escaped_in_json_and_comes_back_as_it_was(run: Run) -> None:
    run("record", "one-team", f"Parents said {CONTROLS}", *LEAD)
    found = run("search", "parents", "said", "--json")
    assert not re.search("[\x1b\x7f\x85\u202e]", found.out)
    assert found.json["content"]["lines"][0]["text"] == f"Parents said {CONTROLS}"
    refused = run("confirm", CONTROLS, "--as", "Cas", "--role", "chair", "--json")
    assert not re.search("[\x1b\x7f\x85\u202e]", refused.err)
    assert CONTROLS in json.loads(refused.err)["error"]


def test_with_no_stream_to_answer_on_the_work_is_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "argv", ["evaluation", "record", "one-team", "Parents ring one number.", *LEAD])
        with pytest.raises(SystemExit) as ended:
            main()
    assert not ended.value.code
    assert "Nothing was altered: 1 row" in run("verify").out


def test_a_console_of_another_encoding_shows_and_keeps_every_letter(folder: Path) -> None:
    words = ("record", "one-team", "Naïve 👩‍👩‍👧 עברית", "--folder", str(folder), "--json", *LEAD)
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", *words],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert json.loads(done.stdout.decode("utf-8"))["content"]["reference"] == "entry:1"


def test_who_waits_too_long_for_other_writers_is_told_so_and_nothing_is_kept(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("record", "one-team", "Parents ring one number.", *LEAD)
    monkeypatch.setattr(engine, "PRAGMAS", ("busy_timeout = 50", *engine.PRAGMAS[1:]))
    other = create_engine(f"sqlite:///{(folder / 'data' / 'evaluation.sqlite').as_posix()}")
    event.listen(other, "connect", _by_hand)
    with other.connect() as connection:
        connection.execute(text("BEGIN IMMEDIATE"))
        done = run("record", "one-team", "Two at once.", *LEAD)
        connection.execute(text("ROLLBACK"))
    other.dispose()
    assert (done.code, "locked" in done.err, "[database-busy]" in done.err) == (12, False, True)
    assert "1 row," in run("verify").out


def _by_hand(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # the driver begins nothing by itself


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to the size of a file")
def test_half_a_copy_is_taken_away_again(run: Run, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    run("import", "figures.csv", "--as", "Eve", "--role", "evaluator")
    copy = tmp_path / "copy.jsonl"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        done = run("database", "dump", str(copy))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (done.code, "We cannot write" in done.err, copy.exists()) == (2, True, False)
    assert run("database", "dump", str(copy)).code == 0
    assert copy.stat().st_size > 40_000
