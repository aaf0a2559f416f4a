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
from evaluation.words.stamps import TRUE_VALUES, hidden_figures

# What a terminal obeys instead of showing (but for tab and line end), and what reverses the letters that follow.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
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
        print(f"As known at {released.stamps.as_at:%Y-%m-%d %H:%M} UTC.")
    if hidden := hidden_figures(released.stamps.hidden):
        print(hidden)
    for line in lines:
        print(as_text(line))


def print_json(value: object) -> None:
    """Print `value` as JSON, every field named."""
    print(json.dumps(_plain(value), ensure_ascii=False, indent=2, allow_nan=False))


def print_error(error: EvaluationError, *, as_json: bool) -> None:
    """Say what went wrong on the error stream, one line a problem."""
    if as_json:
        said = {"error": error.sentence, "exit_code": error.exit_code, "problems": error.problems}
        print(json.dumps(_plain(said), ensure_ascii=False, indent=2), file=sys.stderr)
        return
    print(as_text(str(error)), file=sys.stderr)


def as_text(text: str) -> str:
    """`text` as a terminal may print it: nothing in it moves the cursor, colours, or turns the line round."""
    return _CONTROLS.sub("", text)


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
