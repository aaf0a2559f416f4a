"""Files written for people: where a file cannot be written, the sentence that says so."""

from __future__ import annotations

from pathlib import Path

from evaluation.problems import UsageError


def write_file(path: Path, content: bytes) -> None:
    """Write a file in the place somebody named. Raises UsageError where that cannot be."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"We cannot write {path}: {error.strerror}.") from None
