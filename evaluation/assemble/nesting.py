"""No area of a comparison lies in another: nobody is counted twice, and nobody on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.observations import Observation
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal


def side_by_side(
    prototype: Prototype,
    named: Sequence[str],
    by_rule: Iterable[str],
    figures: Sequence[Observation],
    gazetteer: Gazetteer,
) -> tuple[str, ...] | Refusal:
    """Those of the areas by rule that may stand beside the areas the plan names, sorted.

    Of an area and the one it became, whose figures publishers give side by side, that
    with figures for more periods is taken, then the later. Refuses where an area lies
    in another that stood at the same time, as a district lies in its county.
    """
    taken: dict[str, str] = {}  # the smallest parts of the areas taken so far -> the area
    for code in named:
        other = _claim(code, taken, gazetteer)
        if other is not None:
            return _nested(prototype, code, other, gazetteer)
    periods = Counter(
        area for area, _ in {(figure.area, figure.period) for figure in figures if figure.value is not None}
    )
    kept = []
    for code in sorted(by_rule, key=lambda each: (-periods[each], not gazetteer.stands(each), each)):
        other = _claim(code, taken, gazetteer)
        if other is None:
            kept.append(code)
        elif gazetteer.stood_together(code, other):
            return _nested(prototype, code, other, gazetteer)
    return tuple(sorted(kept))


def _claim(code: str, taken: dict[str, str], gazetteer: Gazetteer) -> str | None:
    """The area that holds any part of this one already; None, and the parts are this one's, where none does."""
    parts = gazetteer.parts(code)
    others = [taken[part] for part in sorted(parts) if part in taken]
    if others:
        return others[0]
    taken |= dict.fromkeys(parts, code)
    return None


def _nested(prototype: Prototype, one: str, other: str, gazetteer: Gazetteer) -> Refusal:
    smaller, larger = sorted((one, other), key=gazetteer.extent)
    lie = "lies in" if gazetteer.place(one) != gazetteer.place(other) else "and"
    names = f"{gazetteer.name(smaller)} {lie} {gazetteer.name(larger)}"
    why = names if lie == "lies in" else f"{names} are one place"
    return refuse(prototype, Reason.NESTED_AREAS, why, "areas that lie apart: districts, or counties, but not both")
