"""The programme's big ideas, and the prototypes that try each."""

from __future__ import annotations

from typing import Final

from evaluation.model.prototype import Prototype
from evaluation.programme.overview.part import Part, Scope, nothing_yet, sentences, short_name, table_of
from evaluation.words.programme import missing, named

TITLE: Final = "Themes"
NO_PROTOTYPE: Final = "no prototype yet"


def themes(scope: Scope) -> Part:
    """The portfolio by theme; a theme nobody tries comes first, a prototype of no theme last."""
    known = scope.framework.themes
    if not known:
        return nothing_yet("themes", TITLE)
    trying = {theme.id: [plan for plan in scope.plans if plan.theme == theme.id] for theme in known}
    empty = [theme.name for theme in known if not trying[theme.id]]
    loose = [plan for plan in scope.plans if plan.theme not in trying]
    rows = [
        (theme.name, theme.about, _with_stages(scope, trying[theme.id]))
        for theme in sorted(known, key=lambda theme: bool(trying[theme.id]))
    ]
    rows += [("No theme", "", _with_stages(scope, loose))] if loose else []
    return Part(
        "themes",
        TITLE,
        missing(len(empty), len(known), "theme", NO_PROTOTYPE),
        sentences(
            named("No prototype yet", empty),
            named("These prototypes belong to no theme", [short_name(plan) for plan in loose]),
        ),
        (table_of(scope, ["Theme", "What it is about", "Prototypes and their stage"], rows),),
    )


def _with_stages(scope: Scope, plans: list[Prototype]) -> str:
    stages = {stage.id: stage.name for stage in scope.framework.stages}
    told = (
        f"{short_name(plan)} ({stages.get(plan.stage, plan.stage.value.replace('_', ' ')).lower()})" for plan in plans
    )
    return ", ".join(told) or NO_PROTOTYPE
