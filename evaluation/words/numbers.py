"""Numbers as people read them: "74 in every 100", "6 in 100 more", "1 to 11 more", "23%".

What belongs together is held together by non-breaking spaces. A number that
rounds to nothing but is not nothing says so: "less than 1 in 100 more".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation.model.codes import Unit
from evaluation.model.measure import Measure, Scale

NBSP: Final = "\u00a0"
PER_HUNDRED: Final = 100
# Floating-point noise, so that 0.145 * 100 is rounded as 14.5 and not as 14.499999999999998.
_NOISE: Final = 1e-9


def hold(text: str) -> str:
    """The text in one piece: its spaces do not break."""
    return text.replace(" ", NBSP)


def breakable(text: str) -> str:
    """The text with ordinary spaces, for places that search or measure it."""
    return text.replace(NBSP, " ")


def number(value: float, decimals: int = 0) -> str:
    """`21,000`, `0.4`; halves go away from zero; a minus is a real minus sign."""
    step = 10**decimals
    nearest = int(abs(value) * step + 0.5 + _NOISE) / step
    sign = "\u2212" if value < 0 and nearest else ""
    return f"{sign}{nearest:,.{decimals}f}"


def counted(many: int, noun: str, nouns: str | None = None) -> str:
    """`1 note`, `3 notes`, `no notes`, in one piece."""
    return hold(f"{many:,} {noun}" if many == 1 else f"{f'{many:,}' if many else 'no'} {nouns or noun + 's'}")


def percent(share: float) -> str:
    """`23%`. A share that is neither none nor all never reads as 0% or 100%."""
    return _level(share, "less than 1%", "more than 99%") or f"{number(share * PER_HUNDRED)}%"


def in_every(share: float, per: int = PER_HUNDRED) -> str:
    """`74 in every 100`."""
    base = number(per)
    beyond = _level(share, f"less than 1 in every {base}", f"more than {number(per - 1)} in every {base}", per)
    return hold(beyond or f"{number(share * per)} in every {base}")


def about(many: float) -> str:
    """A number of people rounded to what an estimate can carry: to fives below 100, then to two figures."""
    if many < 10:  # noqa: PLR2004 - below ten there is nothing to round
        return number(many)
    step = 5
    while step < 10 ** (len(str(int(many))) - 2):
        step *= 10 if step > 5 else 2  # noqa: PLR2004 - 5, 10, 100, 1,000 ...
    return number(round(many / step + _NOISE) * step)


def _level(share: float, below: str, above: str, per: int = PER_HUNDRED) -> str:
    """What to say of a share that would round to none or to all without being it; else nothing."""
    shown = number(share * per)
    if shown == "0" and share > 0:
        return below
    return above if shown == number(per) and share < 1 else ""


@dataclass(frozen=True, slots=True)
class Telling:
    """How the numbers of one measure are told: each times `times`, to `decimals`, then `unit`."""

    times: int
    unit: str
    every: str = ""
    decimals: int = 0
    more: str = "more"
    fewer: str = "fewer"

    def level(self, value: float) -> str:
        """`74 in every 100`, `12 days`."""
        if self.times > 1:
            return in_every(value, self.times)
        if self.every:
            return hold(f"{self.bare(value)} {self.every}")
        return hold(f"{number(value, self.decimals)} {self._unit(value)}".strip())

    def bare(self, value: float) -> str:
        """The number alone, for a picture whose axis says the rest: `6`, `less than 1`."""
        shown = number(abs(value) * self.times, self.decimals)
        if value != 0 and shown == number(0, self.decimals):
            return f"less than {number(10**-self.decimals, self.decimals)}"
        return shown

    def directed(self, value: float) -> str:
        """The number with its direction: `6 more`, `0`."""
        return hold(f"{self.bare(value)} {self._direction(value)}") if value else self.bare(value)

    def size(self, value: float) -> str:
        """How large, without its direction: `6 in 100`, `2 days`, `less than 1 in 100`."""
        return hold(f"{self.bare(value)} {self._unit(value)}".strip())

    def difference(self, value: float) -> str:
        """`6 in 100 more`, `2 days fewer`, `no change`."""
        if value == 0:
            return hold("no change")
        return hold(f"{self.size(value)} {self._direction(value)}")

    def about(self, value: float) -> str:
        """`about 6 in 100 more`; what is less than 1 needs no "about"."""
        said = self.difference(value)
        return said if said.startswith(("less", "no")) else hold(f"about {said}")

    def bounds(self, low: float, high: float) -> str:
        """A range on one side of 0 without its direction: `1 to 11`, `1 to 3 days`."""
        near, far = sorted((abs(low), abs(high)))
        first, last = self.bare(near), self.bare(far)
        if first == last:
            return self.size(far)
        return hold(f"{first} to {last} {'' if self.every else self._unit(far)}".strip())

    def range(self, low: float, high: float) -> str:
        """`1 to 11 more`, or with both directions: `3 in 100 fewer to 9 in 100 more`."""
        if low * high > 0:
            return hold(f"{self.bounds(low, high)} {self._direction(high)}")
        return self.difference(low) if low == high else f"{self.difference(low)} to {self.difference(high)}"

    def _direction(self, value: float) -> str:
        return self.more if value > 0 else self.fewer

    def _unit(self, value: float) -> str:
        """The unit, in the singular after one and less than one."""
        one = not self.every and self.bare(value) in {"1", "less than 1"}
        return self.unit.removesuffix("s") if one else self.unit


def telling(measure: Measure, unit: Unit | None = None) -> Telling:
    """How this measure's numbers are told; `unit` where a result says another than the measure's own.

    An average below ten is told to one decimal, unless its unit is whole days, weeks or months.
    """
    match unit or UNITS[measure.scale]:
        case Unit.SHARE:
            base = number(measure.per)
            return Telling(measure.per, f"in {base}", f"in every {base}")
        case Unit.PER:
            base = number(measure.per)
            return Telling(1, f"in {base}", f"in every {base}")
        case Unit.NUMBER if measure.unit:
            return Telling(1, measure.unit, decimals=0 if measure.unit in _WHOLE else 1)
        case Unit.NUMBER:
            return Telling(1, "", decimals=1, more="higher", fewer="lower")


UNITS: Final = {
    Scale.PROPORTION: Unit.SHARE,
    Scale.PUBLISHED_PERCENTAGE: Unit.SHARE,
    Scale.RATE: Unit.PER,
    Scale.MEAN: Unit.NUMBER,
}
_WHOLE: Final = frozenset({"days", "weeks", "months"})
