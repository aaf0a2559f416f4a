"""How each role is drawn: colour, line and mark go together, so that none is the only signal. Sizes in pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evaluation.charts.palette import Meaning
from evaluation.charts.spec import Role


class Symbol(StrEnum):
    """What stands at a point."""

    NONE = "none"
    DOT = "dot"
    DIAMOND = "diamond"
    ENDS = "ends"  # an upright stroke at both ends, a dot between


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of `width` (0: no line) in `dash` lengths, with `symbol` of `size` at each point.

    `size` 0 leaves the size of the marks to the layout.
    """

    colour: Meaning
    width: float
    symbol: Symbol = Symbol.NONE
    size: float = 0
    dash: tuple[float, float] | None = None


# Among very many small dots ours must still be seen.
SMALLEST_DIAMOND: Final = 13.0
STROKES: Final[Mapping[Role, Stroke]] = {
    Role.TEST: Stroke(Meaning.TEST, 3, Symbol.DOT),
    Role.EXPECTED: Stroke(Meaning.QUIET, 2, dash=(5, 4)),
    Role.COMPARISON: Stroke(Meaning.OTHER, 2),
    Role.RANGE: Stroke(Meaning.TEST, 4, Symbol.ENDS, 18),
    Role.OTHER_AREA: Stroke(Meaning.OTHER, 0, Symbol.DOT),
    Role.OUR_AREA: Stroke(Meaning.TEST, 0, Symbol.DIAMOND),
    Role.SMALL: Stroke(Meaning.TEST, 2),
    Role.LAST: Stroke(Meaning.TEST, 0, Symbol.DOT, 9),
}
