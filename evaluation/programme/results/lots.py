"""Lots: which area goes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation import store
from evaluation.model.canonical import fingerprint
from evaluation.model.choice import Draw
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.statistics import doctor
from evaluation.words import draw_lines


@dataclass(frozen=True, slots=True)
class DrawPage:
    """Lots drawn, the sentences that say on whom they fell and how to draw them again, and where they are kept."""

    draw: Draw
    said: tuple[str, ...]
    reference: Reference | None = None


def draw_lots(
    programme: Programme, prototype: str, areas: Sequence[str] = (), *, number: int, seed: str, record: bool = False
) -> Released[DrawPage]:
    """Draw which of `areas` (by default the plan's test areas) go first, and `record` it for good. Raises UsageError.

    The same draw recorded twice is one row.
    """
    plan = programme.prototype(prototype)
    actor = acting(programme.actor, Act.CHOOSE_AREAS) if record else None
    names = {area.code: area.name for area in programme.framework_of(plan).areas}
    draw = doctor.draw_lots(areas or plan.test_areas, number, seed=seed)
    said = draw_lines(draw, names)
    if actor is None:
        return release(programme, DrawPage(draw, said))
    key = f"draw:{plan.id}:{fingerprint(draw)}"
    kept = store.append(programme.store, draw, actor, at=programme.clock(), request_key=key, plan=plan)
    return release(programme, DrawPage(draw, said, kept.reference))
