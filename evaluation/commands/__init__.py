"""The command line: one function a command, in one table; every mistake ends in a sentence and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Final

import typer

from evaluation.commands import (
    adapt,
    agree,
    answer,
    check,
    commit,
    compare,
    database,
    decide,
    digest,
    draw_lots,
    evidence,
    examine,
    export,
    guess,
    health,
    heard,
    illustrate,
    import_figures,
    letter,
    meeting,
    new,
    notes_in,
    places,
    programme,
    record,
    redact,
    releases,
    remind,
    risk,
    search,
    settings,
    settle,
    stage,
    stopped,
    story,
    streams,
    tick,
    verify,
    warning_levels,
)
from evaluation.commands.printing import print_error
from evaluation.problems import EvaluationError, UsageError

COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "check": check.check,
    "new": new.new,
    "illustrate": illustrate.illustrate,
    "import": import_figures.import_figures,
    "places": places.places,
    "examine": examine.examine,
    "draw-lots": draw_lots.draw_lots,
    "compare": compare.compare,
    "export": export.export,
    "releases": releases.releases,
    "record": record.record,
    "notes-in": notes_in.notes_in,
    "story": story.story,
    "search": search.search,
    "commit": commit.commit,
    "risk": risk.risk,
    "heard": heard.heard,
    "tick": tick.tick,
    "answer": answer.answer,
    "agree": agree.agree,
    "adapt": adapt.adapt,
    "stage": stage.stage,
    "guess": guess.guess,
    "settle": settle.settle,
    "decide": decide.decide,
    "confirm": decide.confirm,
    "stopped": stopped.stopped,
    "redact": redact.redact,
    "meeting": meeting.meeting,
    "digest": digest.digest,
    "evidence": evidence.evidence,
    "remind": remind.remind,
    "reply": remind.reply,
    "programme": programme.programme,
    "streams": streams.streams,
    "letter": letter.letter,
    "warnings": warning_levels.warnings,
    "acknowledge": warning_levels.acknowledge,
    "verify": verify.verify,
    "settings": settings.settings,
    "health": health.health,
}
DATABASE_COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "upgrade": database.upgrade,
    "dump": database.dump,
    "restore": database.restore,
}


def build(named: str = "") -> typer.Typer:
    """The commands as one program, or the one named alone: reading the options of all takes a tenth of a second."""
    program = typer.Typer(
        name="evaluation",
        help="Declare prototypes, bring in figures, compare areas, keep what was learnt.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    wanted = {named: COMMANDS[named]} if named in COMMANDS else COMMANDS
    for name, command in wanted.items():
        program.command(name)(command)
    of_database = typer.Typer(help="Upgrade, copy out and read back the database.", no_args_is_help=True)
    for name, command in DATABASE_COMMANDS.items():
        of_database.command(name)(command)
    program.add_typer(of_database, name="database")
    return program


def main() -> None:
    """Run the command named on the command line: the outer door, where every failure becomes an exit code."""
    as_json = "--json" in sys.argv
    for stream in filter(None, (sys.stdout, sys.stderr)):  # either may have been closed by whoever started us
        # A console in another encoding still shows us; what is no text at all is shown by its number.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _check_words(sys.argv[1:])
        build(*sys.argv[1:2])()
    except EvaluationError as error:
        print_error(error, as_json=as_json)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print_error(UsageError(f"This machine would not do it. {where}{error.strerror or error}."), as_json=as_json)
        sys.exit(UsageError.exit_code)
    except Exception as error:  # noqa: BLE001 - the outer door: our own fault, said without a traceback
        print_error(
            EvaluationError(f"Something went wrong that is our fault: {type(error).__name__}: {error}"), as_json=as_json
        )
        sys.exit(EvaluationError.exit_code)


def _check_words(words: Iterable[str]) -> None:
    """Bytes that are no UTF-8 come as halves of surrogate pairs, which nothing can store. Raises UsageError."""
    if any("\ud800" <= letter <= "\udfff" for word in words for letter in word):
        raise UsageError("What was typed holds bytes that are no text. Type that part again, or rename the file.")
