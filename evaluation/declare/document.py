"""One TOML file: its text, what it says, and where each part of it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.declare.lines import KeyPath, find_lines, line_of
from evaluation.problems import Origin, Problem

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Document:
    """A file that is valid TOML. `file` is relative to the programme folder, with forward slashes.

    Not slotted: the lines are looked for only when a problem is to be said, and kept.
    """

    file: str
    text: str
    content: Mapping[str, Any]

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        """The line of every key path."""
        return find_lines(self.text)

    def origin(self, path: KeyPath) -> Origin:
        """Where `path` stands; for something that is not there, where it would belong."""
        return Origin(self.file, line=line_of(self.lines, path))


def read_documents(folder: Path, kind: str) -> list[Document | Problem]:
    """Every `kind/*.toml` under `folder`, by name: what each says, or why it cannot be read."""
    paths = sorted(path for path in (folder / kind).glob("*.toml") if path.is_file())
    return [_read_document(path, path.relative_to(folder).as_posix()) for path in paths]


def _read_document(path: Path, file: str) -> Document | Problem:
    try:
        text = path.read_text(encoding="utf-8-sig")  # Notepad puts a mark before the first character
        return Document(file, text, tomllib.loads(text))
    except OSError as error:
        return _unreadable(
            file, 1, f"The file cannot be opened: {error.strerror}.", "Close it elsewhere and try again."
        )
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return _unreadable(file, line, "The file is not written in UTF-8.", 'Save it with the encoding "UTF-8".')
    except RecursionError:
        return _unreadable(file, 1, "The lists in this file stand too deep in one another.", "Take some out.")
    except ValueError as error:  # the TOML error, and numbers too long to be numbers
        found = _PLACE.search(str(error))
        line = int(found["line"]) if found and found["line"] else path.read_bytes().rstrip().count(b"\n") + 1
        what = f"The file is not valid TOML from here on ({_PLACE.sub('', str(error)).rstrip('.')})."
        return _unreadable(file, line, what, "Put text between quotation marks, close each bracket, say each key once.")


def _unreadable(file: str, line: int, what: str, mend: str) -> Problem:
    why = "Nothing else in it could be read."
    return Problem("toml", what, mend, why=why, origin=Origin(file, line=line))
