"""Local authorities with start and end dates and what replaced them, as mySociety keeps them.

An end is given as the last day in some rows and as the day after in others; an
authority begins on the first of a month, so the last day of a month is taken for
the former.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.model.gazetteer import Gazetteer, is_code
from evaluation.model.place_facts import FactsKind
from evaluation.model.places import Area, ChangeKind, PlaceChange
from evaluation.places.lookup import Found, LookUp, Row, cell, heading

_OWN, _CODE, _NAME = "local-authority-code", "gss-code", "nice-name"
_FROM, _TO, _AFTER, _TYPE, _COUNTY = "start-date", "end-date", "replaced-by", "local-authority-type-name", "county-la"
# Combined authorities lie across others and some bear the name of a region; figures are not published for them.
_ACROSS: Final = ("E47", "E61")
_NEEDED: Final = frozenset({_OWN, _CODE, _NAME, _FROM, _TO, _AFTER})


@dataclass(frozen=True, slots=True)
class _Listed:
    row: int
    said: Mapping[str, str]

    def on(self, column: str) -> date | None:
        """The day in this column, an end as the day after the last. Raises ValueError for what is no day."""
        text = self.said.get(column, "")
        if not text:
            return None
        day = date.fromisoformat(text)
        if day == date.max:  # "for ever", as some lists write it
            return None
        next_day = day + timedelta(days=1)
        return next_day if column == _TO and next_day.day == 1 else day


def recognises(headings: frozenset[str]) -> bool:
    """Whether there are codes with dates and what replaced them."""
    return headings >= _NEEDED


def read(header: Sequence[str], rows: Iterable[Row], _: Gazetteer) -> Found:
    """The areas, and the changes that their ends and replacements make."""
    folded = [heading(text) for text in header]
    listed = [_Listed(row, {name: cell(cells, place) for place, name in enumerate(folded)}) for row, cells in rows]
    codes = {each.said[_OWN]: each.said[_CODE] for each in listed}
    found = Found()
    counties = {each.said.get(_COUNTY) for each in listed}
    ended: defaultdict[tuple[date, tuple[str, ...], bool], list[str]] = defaultdict(list)
    for each in listed:
        if each.said[_CODE].startswith(_ACROSS):
            found.passed_over += 1
            continue
        try:
            area = _area(each, codes)
        except ValueError as error:
            found.refused.append((each.row, f"{each.said[_NAME]}: {error}.", "Correct the row."))
            continue
        found.areas.append(area)
        after = tuple(codes[own] for own in each.said[_AFTER].split(",") if own in codes)
        if area.valid_to and after:
            ended[area.valid_to, after, each.said[_OWN] in counties].append(area.code)
    found.changes += [_change(on, before, after) for (on, after, _), before in sorted(ended.items())]
    return found


def _area(each: _Listed, codes: Mapping[str, str]) -> Area:
    if not is_code(each.said[_CODE]):
        raise ValueError("it has no code")
    return Area(
        each.said[_CODE],
        each.said[_NAME],
        level=each.said.get(_TYPE, "").casefold(),
        within=codes.get(each.said.get(_COUNTY, "")),
        valid_from=each.on(_FROM),
        valid_to=each.on(_TO),
    )


def _change(on: date, before: Sequence[str], after: Sequence[str]) -> PlaceChange:
    """The list does not say whether land changed hands: only places that end together and become one have merged.

    A county that ends with its districts is no further part of what they become.
    """
    kind = ChangeKind.MERGED if len(before) > 1 and len(after) == 1 else ChangeKind.REDRAWN
    return PlaceChange(on, kind, tuple(before), tuple(after), source="list of local authorities")


LOOKUP: Final = LookUp(FactsKind.AUTHORITIES, recognises, read)
