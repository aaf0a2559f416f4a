"""Files with a few pieces taken out, put in or doubled, and what must hold of any file whatever."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from evaluation.measures.reading import Reading
from evaluation.problems import MeasuresError

# What breaks tables: separators, quotes, marks, wrong encodings; and what must be seen: dates, people, symbols.
PIECES = st.sampled_from(
    b', | ; | \t | " | = | - | % | z | <5 | 1e400 | NA | name | gld | Total | 01/04/2020 | 9434765919 | LS1 4AP |'
    b" \n | \r | \0 | \xff | \x81 | \xef\xbb\xbf | \xe2\x80\x93 | ".split(b" | ")
)


@st.composite
def mutated(draw: st.DrawFn, original: bytes) -> bytes:
    """The bytes with a few pieces taken out, put in or doubled."""
    content = original
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        piece = draw(PIECES | st.binary(max_size=4) | st.just(content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return content


def accounts_for(read: Callable[[], Reading]) -> None:
    """Hold that the rows add up, or that a MeasuresError says what is wrong."""
    try:
        reading = read()
    except MeasuresError as refused:
        assert refused.problems  # noqa: PT017 - both ends of a reading are looked at
        return
    assert reading.rows_used + reading.rows_filtered + reading.rows_refused == reading.rows_read
    rows = {found.row for found in reading.observations}
    assert len(rows) == reading.rows_used
    assert reading.rows_refused == len({problem.origin.row for problem in reading.problems if problem.origin})
    assert len({found.key for found in reading.observations}) == len(reading.observations)
