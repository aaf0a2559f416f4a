"""What a kind of file has to say for itself, to be one line in the table SOURCES."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable
from evaluation.model.measure import Find, Measure, Scale

_IN_SHARES = frozenset({Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE})


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of published file.

    Attributes
    ----------
    from_workbook
        Whether it comes as a workbook rather than as text; None where as either.
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
    beside
        Columns of `group` and `symbol` of the whole file, where a person said which they are.
    apart
        Columns that tell figures of one measure, area and period apart, in the order in which they are
        settled, each with the text that is meant where a measure says nothing; None where nothing goes
        without saying.
    title
        What people call this kind of file.
    """

    from_workbook: bool | None
    recognises: Callable[[frozenset[str]], bool]
    finds: Callable[[Measure, frozenset[str]], tuple[Find, ...]]
    shape: Callable[[Table], Table] = lambda table: table
    by_find: bool = False
    names_measures: str | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, str | None] = field(default_factory=dict)
    title: str = "a table"


def as_percentage(find: Find, measure: Measure) -> Find:
    """The find of a publisher that writes shares as percentages, always: no measure needs to say so.

    The Department for Education and Fingertips do. The range of the values never decides.
    """
    is_share = measure.scale in _IN_SHARES and find.values_as == "number"
    return replace(find, values_as="percent") if is_share else find


def unnamed(measure: Measure, what: str, example: str) -> Unreadable:
    """What to say where a file may hold anything and a find does not say what it means."""
    return Unreadable(
        "ambiguous-rows",
        f'The plan does not say which {what} "{measure.id}" is.',
        f"Add it to the filters of its `find`, like {example}.",
    )
