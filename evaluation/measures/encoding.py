"""Bytes become text, and rows of cells: which encoding, which separator, and no guessing beyond that."""

from __future__ import annotations

import codecs
import collections
import contextlib
import csv
import io
import itertools
from collections.abc import Iterable, Iterator

from evaluation.measures.streaming import Content, beginning, opened, parts
from evaluation.measures.unreadable import refusal

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = ",;\t|"
# Control characters no table of text holds; their presence says the file is something else.
_NOT_TEXT = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")
_LOOK_AT = 65_536  # characters looked at to tell text from something else
_ROWS_LOOKED_AT = 100  # to tell the separator


def decode(file: str, content: Content) -> tuple[str, str]:
    """How the text begins, and the name of its encoding: UTF-8, UTF-16 by its mark, else Windows-1252.

    All of it is looked at: one byte near the end may tell. Raises MeasuresError
    where it is none of these, or no text at all.
    """
    start = beginning(content, _LOOK_AT)
    if start.startswith(_UTF16_MARKS):
        encodings = ["utf-16"]
    else:
        _no_zero_bytes(file, start)
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        if not _decodes(content, encoding):
            continue
        with lines(content, encoding) as stream:
            text = stream.read(_LOOK_AT)
        if _NOT_TEXT.isdisjoint(text):
            return text, encoding
        raise refusal(file, "unreadable-file", "This is not a table of text.", "Bring in a CSV file or a workbook.")
    raise refusal(
        file, "encoding", "The text is in an encoding we cannot read without guessing.", "Save it as CSV UTF-8."
    )


def lines(content: Content, encoding: str) -> io.TextIOWrapper:
    """The text as an open file, from the start, its line ends as they are."""
    return io.TextIOWrapper(opened(content), encoding=encoding, newline="")


def _decodes(content: Content, encoding: str) -> bool:
    """Whether every byte means something in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for part in parts(content):
            decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _no_zero_bytes(file: str, start: bytes) -> None:
    """Every other byte zero is UTF-16 without its mark; zero bytes otherwise are no text."""
    if b"\0" not in start:
        return
    fewer, more = sorted((start[::2].count(0), start[1::2].count(0)))
    if more > len(start) // 3 and fewer < more // 10:
        raise refusal(file, "encoding", "This looks like UTF-16 without its mark.", "Save it as CSV UTF-8.")
    raise refusal(file, "unreadable-file", "This is not a table of text.", "Bring in a CSV file or a workbook.")


def separator(text: str) -> str:
    """Comma, semicolon, tab or upright stroke: the one that parts most of the rows near the top alike."""
    return max(_SEPARATORS, key=lambda sign: _cells_of_a_table(text[:_LOOK_AT], sign))


def _cells_of_a_table(text: str, sign: str) -> int:
    """How many cells there are in rows of one width, more than one column wide: text around a table has no width."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    with contextlib.suppress(csv.Error):
        widths = collections.Counter(len(row) for row in itertools.islice(rows, _ROWS_LOOKED_AT))
        return max((width * count for width, count in widths.items() if width > 1), default=0)
    return 0


def cells(file: str, text: Iterable[str], sign: str) -> Iterator[list[str]]:
    """The records in these lines; a newline inside quotes stays inside its cell.

    Raises MeasuresError where quotes fail.
    """
    reader = csv.reader(text, delimiter=sign)
    try:
        yield from reader
    except csv.Error as error:
        raise refusal(
            file,
            "unreadable-file",
            f"The table breaks off at line {reader.line_num}: {error}.",
            "Look for a quotation mark that is never closed.",
        ) from error
