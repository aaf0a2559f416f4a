"""How the command line answers: sentences for people, JSON for programs."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import EvaluationError, Origin
from evaluation.programme import Receipt
from evaluation.words.dates import day
from evaluation.words.stamps import TRUE_VALUES, hidden_figures

# What a terminal obeys instead of showing (but for tab and line end), and what reverses the letters that follow.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST_LINE: Final = 2_000  # characters of one line of an error: a screen full
_GOES_ON: Final = "\n    "  # what somebody wrote on a second line cannot pass for a line of the tool
ILLUSTRATIVE = "Illustrative: every place and figure here is invented."


def print_released(released: Released[Any], *, as_json: bool, lines: list[str]) -> None:
    """Print what leaves: `lines` for people, or all of it as JSON; the stamps on either."""
    if as_json:
        print_json({"stamps": released.stamps, "content": released.content})
        return
    if released.stamps.true_values:
        print(TRUE_VALUES)
    if released.stamps.illustrative:
        print(ILLUSTRATIVE)
    if released.stamps.as_at is not None:
        print(f"As known on {day(released.stamps.as_at)}.")
    if hidden := hidden_figures(released.stamps.hidden):
        print(hidden)
    for line in lines:
        print(as_text(line).replace("\n", _GOES_ON))


def print_receipt(kept: Released[Receipt], *, as_json: bool) -> None:
    """Print what was kept, and the reference under which to find it again."""
    print_released(kept, as_json=as_json, lines=[f"{kept.content.sentence} ({kept.content.reference})"])


def print_json(value: object) -> None:
    """Print `value` as JSON, every field named."""
    print(_as_json(value))


def print_error(error: EvaluationError, *, as_json: bool) -> None:
    """Say what went wrong on the error stream, one line a problem."""
    if as_json:
        said = {"error": error.sentence, "exit_code": error.exit_code, "problems": error.problems}
        print(_as_json(said), file=sys.stderr)
        return
    print("\n".join(map(_brief, as_text(str(error)).splitlines())), file=sys.stderr)


def as_text(text: str) -> str:
    """`text` as a terminal may print it: nothing in it moves the cursor, colours, or turns the line round."""
    return _CONTROLS.sub("", text)


def _brief(line: str) -> str:
    """A line with its middle left out where it says back what nobody would read again."""
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE // 2]} ... {line[-_LONGEST_LINE // 2 :]}"


def _as_json(value: object) -> str:
    """As JSON in which what a terminal would obey is escaped."""
    written = json.dumps(_plain(value), ensure_ascii=False, indent=2, allow_nan=False)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _plain(value: object) -> Any:
    if isinstance(value, Reference | Origin | Path):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(item) for item in value]
    return value
