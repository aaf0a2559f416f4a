"""What a publisher remarks on its figures, said once a remark when the file comes in.

"Value for Hackney and City of London combined" stands under the codes of both: who
adds the two up counts them twice, so nobody should find out later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from evaluation.measures.unreadable import quoted
from evaluation.model.figures import Figures

_SHOWN: Final = 10  # remarks named
_LONGEST: Final = 120  # characters of each


def said_by_publisher(figures: Figures) -> Iterator[str]:
    """A line for each remark, with how many figures it is on; the most frequent first."""
    counted = Counter(figures.note.codes)
    remarks = [(figures.note.values[code], times) for code, times in counted.most_common() if figures.note.values[code]]
    for note, times in remarks[:_SHOWN]:
        yield f"The publisher remarks on {times:,} figure{'' if times == 1 else 's'}: {quoted(note, _LONGEST)}."
    if remarks[_SHOWN:]:
        yield f"And on others: {len(remarks) - _SHOWN:,} more remarks."
