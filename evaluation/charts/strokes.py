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
    SQUARE = "square"
    TRIANGLE = "triangle"
    ENDS = "ends"  # an upright stroke at both ends, a dot between
    RING = "ring"
    BOX = "box"
    CROSS = "cross"
    PLUS = "plus"
    DASH = "dash"


# Drawn by their line alone, of the stroke's colour.
OUTLINES: Final = frozenset({Symbol.RING, Symbol.BOX, Symbol.CROSS, Symbol.PLUS, Symbol.DASH})
OUTLINE: Final = 2.0  # pixels


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of `width` (0: no line) in `dash` lengths, with `symbol` of `size` at each point.

    `size` 0 leaves the size of the marks to the layout: `times` its dots, and at
    least `least`. `edge` is a rim in the colour of the page that keeps marks apart.
    """

    colour: Meaning
    width: float
    symbol: Symbol = Symbol.NONE
    size: float = 0
    dash: tuple[float, float] | None = None
    times: float = 1
    least: float = 0
    edge: float = 0

    def sized(self, dot: float) -> float:
        """How large the marks are among dots of this size."""
        return self.size or max(self.least, self.times * dot)


def _unusual(colour: Meaning, symbol: Symbol) -> Stroke:
    """Marks over the dots of a line: larger than they, and still apart in a run of seven."""
    return Stroke(colour, 0, symbol, times=1.6, least=8, edge=1)


STROKES: Final[Mapping[Role, Stroke]] = {
    Role.TEST: Stroke(Meaning.TEST, 3, Symbol.DOT),
    Role.EXPECTED: Stroke(Meaning.QUIET, 2, dash=(5, 4)),
    Role.COMPARISON: Stroke(Meaning.OTHER, 2),
    Role.RANGE: Stroke(Meaning.TEST, 4, Symbol.ENDS, 18),
    Role.OTHER_AREA: Stroke(Meaning.OTHER, 0, Symbol.DOT),
    Role.OUR_AREA: Stroke(
        Meaning.TEST, 0, Symbol.DIAMOND, times=1.25, least=13, edge=1.5
    ),  # seen among very many small dots
    Role.SMALL: Stroke(Meaning.TEST, 2),
    Role.LAST: Stroke(Meaning.TEST, 0, Symbol.DOT, 9),
    Role.MIDDLE: Stroke(Meaning.QUIET, 2, dash=(5, 4)),
    Role.BETTER: _unusual(Meaning.BETTER, Symbol.DIAMOND),
    Role.WORSE: _unusual(Meaning.LOOK, Symbol.SQUARE),
    Role.UNUSUAL: _unusual(Meaning.QUIET, Symbol.TRIANGLE),
    Role.LEVEL: Stroke(Meaning.INK, 2),
    Role.EACH: Stroke(Meaning.TEST, 4),
    Role.TOGETHER: Stroke(Meaning.TEST, 1.2),
    Role.PATH: Stroke(Meaning.TEST, 0, Symbol.DOT),
    Role.REPORTED: Stroke(Meaning.OTHER, 0, Symbol.DOT),
    Role.PROVISIONAL: Stroke(Meaning.QUIET, 0, Symbol.RING),
    Role.UNRELIABLE: Stroke(Meaning.QUIET, 0, Symbol.TRIANGLE),
    Role.HIDDEN: Stroke(Meaning.QUIET, 0, Symbol.SQUARE),
    Role.NOT_APPLICABLE: Stroke(Meaning.OTHER, 0, Symbol.DASH),
    Role.UNAVAILABLE: Stroke(Meaning.OTHER, 0, Symbol.BOX),
    Role.MISSING: Stroke(Meaning.LOOK, 0, Symbol.CROSS, times=1.1),
    Role.LATE: Stroke(Meaning.LOOK, 0, Symbol.DIAMOND, times=1.2),
    Role.NOT_DUE: Stroke(Meaning.OTHER, 0, Symbol.PLUS),
}
