"""What an illustrative programme starts with around its notes: promises, risks, who was heard, what is in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from evaluation.model.agreeing import Listed, Tick
from evaluation.model.around import Commitment, Engagement, Rating, Risk
from evaluation.model.learning import Voice
from evaluation.model.references import Reference

_Row = Mapping[str, Any]
_Kept = Mapping[str, Reference]


def _commitment(row: _Row, kept: _Kept) -> Commitment:
    said = {name: row[name] for name in ("what", "owner", "prototype", "group", "done_on") if name in row}
    decision = kept[row["decision"]] if "decision" in row else None
    return Commitment(row["due"], row["on"], decision=decision, **said)


def _risk(row: _Row, _: _Kept) -> Risk:
    said = {name: row[name] for name in ("what", "owner", "response", "closed_on") if name in row}
    return Risk(row["prototype"], Rating(row["likelihood"]), Rating(row["impact"]), row["on"], **said)


def _engagement(row: _Row, _: _Kept) -> Engagement:
    said = {name: row[name] for name in ("how", "area", "prototype", "said", "source", "is_about") if name in row}
    return Engagement(Voice(row["voice"]), row["heard"], row["on"], **said)


def _tick(row: _Row, _: _Kept) -> Tick:
    return Tick(row["prototype"], Listed(row.get("listed", Listed.READINESS)), row["item"], True, row["on"])


AROUND: Final[Mapping[str, Callable[[_Row, _Kept], Any]]] = {
    "commitments": _commitment,
    "risks": _risk,
    "engagements": _engagement,
    "ticks": _tick,
}
