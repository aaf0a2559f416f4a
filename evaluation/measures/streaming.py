"""A file's bytes as they come, whether they lie on disk or in memory: a large file is never held whole."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from evaluation.measures.unreadable import refusal

if TYPE_CHECKING:
    from evaluation.measures.chunks import Chunk

# The bytes of a file, or where it lies.
Content: TypeAlias = bytes | Path
# Told what is being done and which share of it is done, from 0 to 1.
Progress: TypeAlias = Callable[[str, float], None]
_AT_ONCE: Final = 1 << 20  # bytes


@dataclass(slots=True)
class Told:
    """Tells how far the reading is, by the characters seen of the bytes there are."""

    total: int
    progress: Progress
    seen: int = 0

    def reading(self, chunk: Chunk) -> None:
        """These rows were read."""
        if self.progress is not quiet:
            self.seen += chunk.characters
            self.progress("Reading", min(1.0, self.seen / max(1, self.total)))


def quiet(_what: str, _share: float) -> None:
    """Tell nobody."""


def opened(content: Content) -> BinaryIO:
    """The bytes as an open file, from the start."""
    return content.open("rb") if isinstance(content, Path) else io.BytesIO(content)


def beginning(content: Content, length: int) -> bytes:
    """The first bytes."""
    with opened(content) as stream:
        return stream.read(length)


def size(content: Content) -> int:
    """How many bytes there are."""
    return content.stat().st_size if isinstance(content, Path) else len(content)


def parts(content: Content) -> Iterator[bytes]:
    """All the bytes, some at a time."""
    with opened(content) as stream:
        yield from iter(lambda: stream.read(_AT_ONCE), b"")


def sha256(content: Content) -> str:
    """The seal of the bytes, as 64 hexadecimal characters."""
    found = hashlib.sha256()
    for part in parts(content):
        found.update(part)
    return found.hexdigest()


def readable(file: str, content: Content) -> Content:
    """The same. Raises MeasuresError where it lies nowhere or may not be read."""
    try:
        beginning(content, 1)
    except OSError as error:
        raise refusal(
            file, "unreadable-file", f"The file cannot be read: {error.strerror}.", "Check where it lies."
        ) from error
    return content
