"""What only the archive inside a workbook tells: its size unpacked, and cells that seem blank and are not.

Of the XML of Office Open (ECMA-376) what it says about cells is read: `f` holds a
formula, `v` what it came to. A calculated blank is text (`t="str"`) without `v`;
a formula that failed is an error (`t="e"`), and `v` says which.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO, BinaryIO, Final

# expat, which this rests on, fetches no entities and stops those that multiply.
from xml.etree import ElementTree as ET

from evaluation.measures.streaming import Content, opened

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Room for a million rows of fifty columns: a reader sets aside memory for every cell between the corners.
_CELLS_AT_MOST: Final = 50_000_000
_EACH_MEMBER: Final = 1 << 16  # bytes reckoned for a member however small: to open it is work as well
_AT_ONCE: Final = 1 << 20  # bytes
_LOCAL_HEADER: Final = struct.Struct("<26xHH")  # of a member (PKWARE, APPNOTE 4.3.7): ends in two lengths
_CELL: Final = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[0-9]{1,7})")
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ET.ParseError, KeyError)


def unpacks_within(content: Content, most: int) -> bool:
    """Whether the archive unpacks to `most` bytes at most, whatever it says of itself.

    Unpacked here once and thrown away: what an archive says of its size may be a
    lie, and the reader of workbooks believes it. Raises ValueError where it is damaged.
    """
    try:
        with opened(content) as stream, zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            left = most - _EACH_MEMBER * len(members)
            for member in members:
                if left < 0:
                    return False
                left -= max(member.file_size, _unpacked(stream, member, left))
            return left >= 0
    except _DAMAGE as error:
        raise ValueError("damaged archive") from error


def _unpacked(stream: BinaryIO, member: zipfile.ZipInfo, most: int) -> int:
    """How many bytes the member unpacks to; a little more than `most` where it is more."""
    if member.compress_type != zipfile.ZIP_DEFLATED:
        return member.compress_size
    stream.seek(member.header_offset)
    header = stream.read(_LOCAL_HEADER.size)
    name, extra = _LOCAL_HEADER.unpack(header) if len(header) == _LOCAL_HEADER.size else (0, 0)
    stream.seek(name + extra, io.SEEK_CUR)
    inflate, packed, size = zlib.decompressobj(-zlib.MAX_WBITS), member.compress_size, 0
    while packed > 0 and size <= most and not inflate.eof:
        part = stream.read(min(packed, _AT_ONCE))
        if not part:
            break
        packed -= len(part)
        size += len(inflate.decompress(part, _AT_ONCE))
        while inflate.unconsumed_tail and size <= most:
            size += len(inflate.decompress(inflate.unconsumed_tail, _AT_ONCE))
    return size


def seeming_blank(content: Content, sheet: str) -> Mapping[tuple[int, int], str]:
    """Row and column, from 1, of formulas without a result, with the formula, and of errors, with the error.

    Raises ValueError where the archive is damaged, or the sheet reaches out too far.
    """
    try:
        with (
            opened(content) as file,
            zipfile.ZipFile(file) as archive,
            archive.open(_member(archive, sheet)) as stream,
        ):
            return _seeming_blank(stream)
    except _DAMAGE as error:
        raise ValueError("damaged archive") from error


def _member(archive: zipfile.ZipFile, sheet: str) -> str:
    """The name in the archive of the sheet people know by another name."""
    with archive.open("xl/workbook.xml") as stream:
        book = ET.parse(stream)  # noqa: S314 - see the import
    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        relations = ET.parse(stream)  # noqa: S314 - see the import
    ids = {found.get("name"): found.get(_RELATION) for found in book.iter() if found.tag.endswith("}sheet")}
    targets = {found.get("Id"): found.get("Target", "") for found in relations.iter()}
    return posixpath.normpath(posixpath.join("/xl", targets[ids[sheet]])).lstrip("/")


def _seeming_blank(stream: IO[bytes]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    rows = columns = 0
    for _, element in ET.iterparse(stream):  # noqa: S314 - see the import
        if not element.tag.endswith("}c"):
            continue
        place = _CELL.fullmatch(element.get("r", ""))
        if place is None:
            raise ValueError("a cell without a place")
        row, column = int(place["row"]), _number(place["letters"])
        rows, columns = max(rows, row), max(columns, column)
        if rows * columns > _CELLS_AT_MOST:
            raise ValueError("the sheet reaches out too far")
        formula, result, kind = element.find("{*}f"), element.findtext("{*}v"), element.get("t")
        if kind == "e":
            found[row, column] = result or "#ERROR"
        elif formula is not None and not result and kind != "str":
            found[row, column] = f"={formula.text or ''}"
        element.clear()
    return found


def _number(letters: str) -> int:
    """A column's number, from 1: A, B, ... Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
