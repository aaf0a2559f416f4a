"""Keep a story that somebody agreed to, and what others who know say of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from evaluation import store
from evaluation.model.learning import Visible, Voice
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.model.stories import Story, StoryKind, Substantiation
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.note_checks import check_area
from evaluation.programme.noticing.recording import check_text, subject
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import sees
from evaluation.words.notes import ASKED, TOLD, had_story

LONGEST_ROLE: Final = 80  # characters: a role, not a description


def tell_story(
    programme: Programme,
    *,
    prototype: str,
    told: str,
    voice: Voice,
    agreed: bool,
    request_key: str,
    recorded_by: str = "",
    kind: StoryKind = StoryKind.STORY,
    contributed: str = "",
    matters: str = "",
    about: str | None = None,
    area: str | None = None,
    success: str | None = None,
    visible: Visible = Visible.GROUP,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep a story. `recorded_by` wrote it down: the actor, where nobody else is named.

    The same words of one day and prototype are one story. Raises UsageError where the
    person did not agree or something asked for is missing, and StoppedTextError.
    """
    actor = acting(programme.actor, Act.WRITE_NOTES)
    plan = programme.prototype(prototype)
    texts = {"told": told.strip(), "contributed": contributed.strip(), "matters": matters.strip()}
    _complete(kind, texts, agreed=agreed)
    recorder = " ".join(recorded_by.split()) or actor.name
    boxes = {TOLD: texts["told"], "Who wrote it down?": recorder}
    check_text(boxes | {box: texts[field] for field, box in ASKED.values()})
    story = Story(
        prototype=plan.id,
        on=not_to_come(programme, on),
        voice=voice,
        agreed=agreed,
        recorded_by=recorder[:LONGEST_ROLE],
        kind=kind,
        about=subject(plan, about),
        area=check_area(programme.framework_of(plan), area),
        success=_success(plan, success),
        visible=visible,
        **texts,
    )
    kept, was_there = store.append_once(
        programme.store,
        story,
        store.Act(actor, programme.clock(), request_key),
        same=lambda row: (row.noun.on, row.noun.told, row.noun.voice) == (story.on, story.told, story.voice),
        plan=plan,
    )
    today = programme.clock().date()
    sentence = had_story(kept.recorded_at.date(), today) if was_there else "We have saved the story."
    return release(programme, Receipt(kept.reference, sentence))


def bear_out(
    programme: Programme,
    *,
    story: str,
    confirms: bool,
    who: str,
    said: str,
    request_key: str,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what somebody else who knows (`who`, a role) says of a story: that it is so, or that it is not."""
    actor = acting(programme.actor, Act.WRITE_NOTES)
    row = store.get(programme.store, exists(programme, story, Kind.STORY))
    if row is None or not sees(programme, row):
        raise UsageError(
            "We have no such story that you may see.",
            [Problem("unknown-reference", f"{story} is no story you may see.", "Look on the prototype's page.")],
        )
    role = " ".join(who.split())
    if not role or known_as(role) == known_as(row.noun.recorded_by):
        raise UsageError(
            "Say whose word it is.",
            [
                Problem(
                    "empty-note",
                    "A story is borne out by somebody else who knows, not by whoever wrote it down.",
                    "Give their role, as in: health visitor of the area.",
                )
            ],
        )
    check_text({"Who bears it out": role, "What they say": said})
    word = Substantiation(row.reference, confirms, not_to_come(programme, on), role[:LONGEST_ROLE], said.strip())
    return keep(programme, word, actor, "We have saved what they say of the story.", request_key=request_key)


def _complete(kind: StoryKind, texts: dict[str, str], *, agreed: bool) -> None:
    """Raises UsageError for what a story of this kind cannot do without."""
    if not agreed:
        raise UsageError(
            "We have not saved the story: it is kept only if the person who told it agreed.",
            [
                Problem(
                    "not-agreed",
                    "It does not say that the person agreed.",
                    "Ask them first, and tick that they agreed.",
                )
            ],
        )
    field, box = ASKED.get(kind, ("told", TOLD))
    for name, asked in (("told", TOLD), (field, box)):
        if not texts[name]:
            raise UsageError(
                "Something is missing in the story.",
                [Problem("empty-note", f'"{asked}" is empty.', "Write one sentence.")],
            )


def _success(plan: Prototype, given: str | None) -> str | None:
    """The id of a success statement of the plan. Raises UsageError."""
    there = [statement.id for statement in plan.success]
    if given and given not in there:
        raise UsageError(
            f"{plan.name} has no such success statement.",
            [
                Problem(
                    "unknown-id", f'There is no statement "{given}".', f"There is: {', '.join(there) or 'none yet'}."
                )
            ],
        )
    return given or None
