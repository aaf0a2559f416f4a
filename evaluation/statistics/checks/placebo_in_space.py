"""How often other areas change this much: the test areas' change among those of the comparison areas."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined

NAME: Final = "placebo-in-space"


def placebo_in_space(seen: Examined) -> Check:
    """Inform how many comparison areas moved as far from the rest as the test areas did, in either direction.

    Findings: `as_large` of `areas`; `permutation_p` with the smallest it could be.
    One area moves further than the mean of several, so this leans towards caution.
    """
    outcome = seen.outcome
    others = [area for area in outcome.areas if not area.is_test]
    as_large = sum(abs(area.apart) >= abs(outcome.effect.value) for area in others)
    if not others:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    counted = Finding("as_large", float(as_large)), Finding("areas", float(len(others)))
    if outcome.permutation_p is None or outcome.smallest_p is None:
        return Check(NAME, CheckState.INFORMS, counted)
    chance = Finding("permutation_p", outcome.permutation_p), Finding("smallest_p", outcome.smallest_p)
    note = "cannot_speak" if outcome.smallest_p > 1 - outcome.level else ""
    return Check(NAME, CheckState.INFORMS, counted + chance, note)
