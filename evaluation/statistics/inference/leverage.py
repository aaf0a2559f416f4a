"""How far each area pulls the two-way regression towards itself, and what that does to clustered errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.absorbed import Absorbed

Array = NDArray[np.float64]
# Work beyond which clustered errors are left uncorrected: distinct areas x periods cubed (a second or so).
MOST_WORK: Final = 200_000_000
# Below this a direction has no freedom left: the area alone decides it.
NONE_LEFT: Final = 1e-8


@dataclass(frozen=True, slots=True)
class Leverage:
    """Variances of the effect that allow for leverage.

    `unbiased` is CRV2 and `degrees` its Satterthwaite degrees of freedom; `left_out`
    is the sum of squares of what the effect moves when each area is left out, and
    `can_leave_out` says whether the effect exists without any one of them.
    """

    unbiased: float
    degrees: float
    left_out: float
    can_leave_out: bool


@dataclass(frozen=True, slots=True)
class _Pulls:
    """Every kind of area (same weights, same treatment), a row each.

    `grown` and `leaving` (kinds x periods) take residuals times root weight to CRV2's
    score and to what leaving the area out moves; `own` and `shared` (kinds x effects)
    are its part in the degrees of freedom; `is_free` says whether the effect exists
    without it.
    """

    grown: Array
    leaving: Array
    own: Array
    shared: Array
    is_free: NDArray[np.bool_]


def leverage(found: Absorbed) -> Leverage | None:
    """Leverage area by area; None where it would take too long or no degrees are left.

    Areas with the same weights and treatment are worked out once. With X the
    effects' columns within an area, V their inverse information and H = X V X',
    CRV2 grows residuals by the root of (I - H) inverse and the jackknife by
    (I - H) inverse (Bell and McCaffrey 2002; generalised inverse: Pustejovsky and
    Tipton 2018). Degrees of freedom take errors that are alike, given the weights.
    """
    kinds, kind_of = _kinds(found)
    if len(kinds) * found.weights.shape[1] ** 3 > MOST_WORK:
        return None
    pulls = _pulls(found, kinds)
    residuals = np.sqrt(found.weights) * found.residuals
    degrees = _degrees(pulls, np.bincount(kind_of, minlength=len(kinds)))
    if not degrees > 0:
        return None
    unbiased, left_out = (
        float(np.sum(np.einsum("it,it->i", residuals, pull[kind_of]) ** 2)) for pull in (pulls.grown, pulls.leaving)
    )
    return Leverage(unbiased, degrees, left_out, can_leave_out=bool(pulls.is_free.all()))


def _kinds(found: Absorbed) -> tuple[list[int], NDArray[np.intp]]:
    """One area of each kind, and the kind of each area."""
    seen: dict[bytes, int] = {}
    rows = np.concatenate([found.weights, (found.weights * found.treatment).round(12)], axis=1) + 0.0
    kind_of = np.array([seen.setdefault(row.tobytes(), len(seen)) for row in rows], dtype=np.intp)
    return np.unique(kind_of, return_index=True)[1].tolist(), kind_of


def _pulls(found: Absorbed, kinds: list[int]) -> _Pulls:
    weights, one = found.weights[kinds], np.eye(found.weights.shape[1])
    root = np.sqrt(weights)
    within = root[:, :, None] * (one - weights[:, None, :] / found.effects.total[kinds][:, None, None])
    treatment = root * found.treatment[kinds] / np.sqrt(found.information)
    columns = np.concatenate([within @ found.effects.root, treatment[:, :, None]], axis=2)
    values, vectors = np.linalg.eigh(one - columns @ columns.transpose(0, 2, 1))
    free = values > NONE_LEFT
    along = np.einsum("kts,kt->ks", vectors, treatment / np.sqrt(found.information))
    scaled = np.where(free, 1 / np.sqrt(np.where(free, values, 1)), 0)
    grown, leaving = (np.einsum("kts,ks->kt", vectors, part * along) for part in (scaled, scaled**2))
    is_free = np.sum(np.where(free, 0, along) ** 2, axis=1) <= NONE_LEFT * np.sum(along**2, axis=1)
    return _Pulls(grown, leaving, np.sum(grown**2, axis=1), np.einsum("kte,kt->ke", columns, grown), is_free)


def _degrees(pulls: _Pulls, number: NDArray[np.intp]) -> float:
    """Satterthwaite's: trace squared over trace of the square, of the areas' scores under errors that are alike."""
    both = np.sum(pulls.shared**2, axis=1)
    trace = float(number @ (pulls.own - both))
    together = (pulls.shared.T * number) @ pulls.shared
    square = float(number @ (pulls.own**2 - 2 * pulls.own * both)) + float(np.sum(together**2))
    return trace**2 / square if trace > NONE_LEFT * float(number @ pulls.own) and square > 0 else 0.0
