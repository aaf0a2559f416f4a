"""A table as CSV with its notes beside it, in one zip file.

The notes are metadata as the W3C recommends them for tables on the web (Tennison and
Kellogg 2015, "Metadata Vocabulary for Tabular Data"), so that programs read them too.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any, Final

from evaluation.model.release import Column, ColumnKind, Released, Table
from evaluation.report.cells import HIDDEN_WORDS
from evaluation.report.csv_file import STAMP_COLUMN, as_csv
from evaluation.report.notes import loud, notes

_CONTEXT: Final = ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}]
# The day every file in the zip carries: the same table gives the same bytes. A zip begins in 1980.
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
_NUMERIC: Final = frozenset({ColumnKind.COUNT, ColumnKind.OUT_OF, ColumnKind.DERIVED, ColumnKind.NUMBER})


def with_notes(released: Released[Table], name: str) -> bytes:
    """A zip of `name.csv`, `name.csv-metadata.json` for programs and `about.txt` for people."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, written in (
            (f"{name}.csv", as_csv(released)),
            (f"{name}.csv-metadata.json", _metadata(released, f"{name}.csv")),
            ("about.txt", _about(released)),
        ):
            archive.writestr(zipfile.ZipInfo(file, _NO_DAY), written, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _metadata(released: Released[Table], file: str) -> bytes:
    stamped = [Column(STAMP_COLUMN)] if loud(released.stamps) else []
    said: dict[str, Any] = {
        "@context": _CONTEXT,
        "url": file,
        "dialect": {"encoding": "utf-8", "header": True},
        "notes": [{"about": what, "text": text} for what, text in notes(released)],
        "tableSchema": {"columns": [_column(column) for column in (*released.content.columns, *stamped)]},
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def _column(column: Column) -> dict[str, Any]:
    return {
        "titles": column.name,
        "datatype": "number" if column.kind in _NUMERIC else "string",
        "null": ["", HIDDEN_WORDS],
    }


def _about(released: Released[Table]) -> bytes:
    """In UTF-8 with its mark and with the line ends of Windows, as its editor expects them."""
    return "".join(f"{what}: {said}\r\n" for what, said in notes(released)).encode("utf-8-sig")
