"""A place that took something up as a whole is one area, in however many parts its figures come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.places import Area
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal


def taken_up_as_a_whole(
    prototype: Prototype, test: Collection[str], known: Iterable[Area], there: Collection[str]
) -> Refusal | None:
    """A Refusal where the test areas are all the parts of fewer places than there are test areas.

    What else happened in those places happened to all of their parts, so the parts
    are no more independent of one another than one place is of itself: an interval
    drawn from them is far too narrow. `known` says what lies `within` what; parts
    without figures (`there` are those with) do not count.
    """
    within = {area.code: area.within for area in known if area.within}
    if not test or not all(code in within for code in test):
        return None
    wholes = {within[code] for code in test}
    if len(wholes) == len(test) or not _are_whole(wholes, test, within, there):
        return None
    names = {area.code: area.name for area in known}
    named = ", ".join(sorted(names.get(code, code) for code in wholes))
    return refuse(
        prototype,
        Reason.PARTS_OF_A_PLACE,
        f"the {len(test)} test areas are all there is of {named}, so {_as_one(len(wholes))}",
        f"figures of {named} as a whole beside those of other such places",
    )


def _are_whole(
    wholes: Collection[str], test: Collection[str], within: Mapping[str, str], there: Collection[str]
) -> bool:
    """Whether nothing of these places is left to compare with."""
    return all(code in test for code, whole in within.items() if whole in wholes and code in there)


def _as_one(number: int) -> str:
    return "one place tried it" if number == 1 else f"{number} places tried it"
