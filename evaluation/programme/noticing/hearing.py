"""Write down who was heard: how many, of whom, how and where, and what they said."""

from __future__ import annotations

from datetime import date
from typing import Final

from evaluation.model.around import Engagement
from evaluation.model.learning import Voice
from evaluation.model.people import Actor
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.around.voices_corrected import may_correct
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.note_checks import check_area
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.programme.versions import standing_version

MOST: Final = 1_000_000  # people heard at once; more live in no county's families with young children


def add_engagement(
    programme: Programme,
    *,
    voice: Voice | None,
    heard: int,
    how: str,
    request_key: str,
    prototype: str | None = None,
    area: str | None = None,
    said: str = "",
    source: str = "",
    is_about: bool = False,
    on: date | None = None,
    amends: str | None = None,
) -> Released[Receipt]:
    """Keep who was heard; in place of what was written down before, where it `amends` that.

    Raises UsageError, for identifying text StoppedTextError.
    """
    actor = acting(programme.actor, Act.KEEP_WHO_WAS_HEARD)
    plan = programme.prototype(prototype) if prototype else None
    if voice is None:
        problem = Problem("empty-note", "It does not say who was heard.", "Children, parents, the community or staff?")
        raise UsageError("Say who was heard.", [problem])
    _check(heard, {"How were they heard?": how, "What did they say?": said, "Where is it from?": source})
    engagement = Engagement(
        voice=voice,
        heard=heard,
        on=not_to_come(programme, on),
        how=how.strip(),
        area=check_area(programme.framework, area),
        prototype=plan.id if plan else None,
        said=said.strip(),
        source=source.strip(),
        is_about=is_about,
    )
    return keep(
        programme,
        engagement,
        actor,
        "We have written down who was heard.",
        request_key=request_key,
        amends=_correctable(programme, actor, amends) if amends else None,
        plan=plan,
    )


def _correctable(programme: Programme, actor: Actor, amends: str) -> Reference:
    """What stands of it. Raises UsageError where it is neither this person's nor of a team they are named in."""
    row = standing_version(programme, amends, Kind.ENGAGEMENT)
    plans = {plan.id: plan for plan in programme.declarations.prototypes}
    if may_correct(row, actor, plans.get(row.noun.prototype or "")):
        return row.reference
    problem = Problem(
        "not-allowed",
        f"{amends} was not written down by {actor.name}, nor is {actor.name} of its prototype's team.",
        f"Ask {row.actor.name}.",
    )
    raise UsageError("Whoever wrote it down corrects who was heard, or their team.", [problem])


def _check(heard: int, boxes: dict[str, str]) -> None:
    """It says how many and how, in words that identify nobody."""
    if not 1 <= heard <= MOST:
        problem = Problem("number-out-of-range", f"{heard:,} is not how many were heard.", f"Give 1 to {MOST:,}.")
        raise UsageError("How many were heard?", [problem])
    if not next(iter(boxes.values())).strip():
        problem = Problem("empty-note", "It does not say how.", "A focus group, a survey, a conversation?")
        raise UsageError("Say how they were heard.", [problem])
    check_text(boxes)
