"""Bytes become text, and rows of cells: which encoding, which separator, and no guessing beyond that."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Iterator

from evaluation.measures.unreadable import refusal

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = ",;\t"
# Control characters no table of text holds; their presence says the file is something else.
_NOT_TEXT = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")
_LOOK_AT = 65_536  # characters looked at to tell text from something else


def decode(file: str, content: bytes) -> tuple[str, str]:
    """The text of `content` and the name of its encoding: UTF-8, UTF-16 by its mark, else Windows-1252.

    Raises MeasuresError where it is none of these, or no text at all.
    """
    if content.startswith(_UTF16_MARKS):
        encodings = ["utf-16"]
    else:
        _no_zero_bytes(file, content)
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NOT_TEXT.isdisjoint(text[:_LOOK_AT]):
            return text, encoding
        raise refusal(file, "unreadable-file", "This is not a table of text.", "Bring in a CSV file or a workbook.")
    raise refusal(
        file, "encoding", "The text is in an encoding we cannot read without guessing.", "Save it as CSV UTF-8."
    )


def _no_zero_bytes(file: str, content: bytes) -> None:
    """Every other byte zero is UTF-16 without its mark; zero bytes otherwise are no text."""
    start = content[:_LOOK_AT]
    if b"\0" not in start:
        return
    if max(start[::2].count(0), start[1::2].count(0)) > len(start) // 3:
        raise refusal(file, "encoding", "This looks like UTF-16 without its mark.", "Save it as CSV UTF-8.")
    raise refusal(file, "unreadable-file", "This is not a table of text.", "Bring in a CSV file or a workbook.")


def separator(text: str) -> str:
    """Comma, semicolon or tab: the one that makes the most columns near the top."""
    return max(_SEPARATORS, key=lambda sign: _columns(text[:_LOOK_AT], sign))


def _columns(text: str, sign: str, lines: int = 30) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return max((len(row) for row in itertools.islice(rows, lines)), default=0)


def cells(file: str, text: str, sign: str) -> Iterator[list[str]]:
    """The records of `text`; a newline inside quotes stays inside its cell. Raises MeasuresError where quotes fail."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        yield from reader
    except csv.Error as error:
        raise refusal(
            file,
            "unreadable-file",
            f"The table breaks off at line {reader.line_num}: {error}.",
            "Look for a quotation mark that is never closed.",
        ) from error
