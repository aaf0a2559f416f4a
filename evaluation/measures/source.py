"""What a kind of file has to say for itself, to be one line in the table SOURCES."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.measures.tables import Table
from evaluation.model.framework import Find, Measure


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of published file.

    Attributes
    ----------
    from_workbook
        Whether it comes as a workbook rather than as text.
    recognises
        Whether these folded headings, by themselves, show a file of this kind.
    by_find
        Whether a file is also of this kind where a measure finds itself in it.
    finds
        Where a measure may stand under these folded headings, every column named;
        those that do not fit the file are passed over.
    shape
        The table with whatever columns this kind of file needs to be read row by row.
    names_measures
        The column in which each row names its measure by id, where there is one.
    """

    from_workbook: bool
    recognises: Callable[[frozenset[str]], bool]
    finds: Callable[[Measure, frozenset[str]], tuple[Find, ...]]
    shape: Callable[[Table], Table] = lambda table: table
    by_find: bool = False
    names_measures: str | None = None
