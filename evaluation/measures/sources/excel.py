"""Workbooks in the shape of a tidy file: a sheet with a heading somewhere near its top.

What a measure declares for `tidy` files holds for workbooks of the same shape;
`excel` is declared where the headings in the workbook are others.
"""

from __future__ import annotations

from functools import partial

from evaluation.measures.source import Source
from evaluation.measures.sources import tidy

SOURCE = Source(
    from_workbook=True,
    recognises=tidy.recognises,
    finds=partial(tidy.finds, sources=("excel", "tidy")),
    by_find=True,
    names_measures=tidy.MEASURE,
    title="a workbook with a row for each figure",
)
