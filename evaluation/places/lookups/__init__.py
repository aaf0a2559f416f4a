"""One kind of look-up a file. Adding one is a file here and a line in the table."""

from __future__ import annotations

from typing import Final

from evaluation.places.lookup import LookUp
from evaluation.places.lookups import authorities, codes, deprivation, neighbours, numbers

# Asked in this order; the first that recognises the headings reads the file.
LOOKUPS: Final[tuple[LookUp, ...]] = (
    neighbours.LOOKUP,
    authorities.LOOKUP,
    deprivation.LOOKUP,
    codes.LOOKUP,
    numbers.LOOKUP,
)
