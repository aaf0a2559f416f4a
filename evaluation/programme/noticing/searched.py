"""What is looked in: each part of the plans, and everything written down that whoever asks may see.

A guess is found without the name of whoever guessed, as it is shown everywhere, and not while it is kept back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.learning import shown_once, standing, still_said, withdrawals
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.guesses.kept_back import is_kept_back
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.noticing.stories_page import stories
from evaluation.programme.seeing import is_masked
from evaluation.words import VERDICTS

# What else is written down, and which of its texts are looked in; the first is what is shown.
_AROUND: Final[Mapping[Kind, tuple[str, tuple[str, ...]]]] = {
    Kind.ADAPTATION: ("Done another way", ("what", "why")),
    Kind.CHANGE: ("A change to the plan", ("why",)),
    Kind.STAGE: ("A move to another stage", ("why",)),
    Kind.COMMITMENT: ("A commitment", ("what", "owner")),
    Kind.RISK: ("What could go wrong", ("what", "owner", "response")),
    Kind.ENGAGEMENT: ("Who was heard", ("how", "said", "source")),
    Kind.PREDICTION: ("A guess", ("why",)),
    Kind.ACKNOWLEDGEMENT: ("What is done about a warning", ("doing",)),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something to look in: `texts` are all its words, the first of them what is shown."""

    what: str
    prototype: str
    on: date | None
    who: str
    texts: tuple[str, ...]
    reference: Reference | None = None


def everything(programme: Programme) -> Iterator[Found]:
    """Plans first, and of what was written down all that stands."""
    for plan in programme.declarations.prototypes:
        yield from _plan(plan)
    yield from _written(programme, history(programme))
    yield from _around(programme)


def _plan(plan: Prototype) -> Iterator[Found]:
    """Each part of a plan by itself, so that what is shown is what was meant."""
    links = [(link.assumption, link.weakened_by) for link in plan.theory_of_change.links]
    parts = (
        ("what is tried", [(plan.name, plan.what, plan.for_whom, plan.where)]),
        ("what was tried before", [(text,) for text in plan.prior_attempts]),
        ("what we want to find out", [(question.text,) for question in plan.questions]),
        ("a step", [(node.text,) for node in plan.theory_of_change.nodes]),
        ("what has to be true", links),
        ("success in people's words", [(statement.text,) for statement in plan.success]),
        ("what could go wrong", [(text,) for text in plan.pre_mortem]),
    )
    for what, found in parts:
        for texts in found:
            yield Found(f"The plan, {what}", plan.id, None, "", tuple(text for text in texts if text))


def _written(programme: Programme, known: History) -> Iterator[Found]:
    for row in known.notes:
        note = row.noun
        texts = (note.noticed, note.expected, note.make_of_it, note.next_step, note.visited)
        yield Found("A note", note.prototype, note.on, note.by or row.actor.name, texts, row.reference)
    yield from _told(programme)
    for answer in standing(known.answers):
        said = answer.noun
        yield Found("An answer", said.prototype, said.on, answer.actor.name, (said.text,), answer.reference)
    for asked, reply in known.replies_to_notes:
        about, to = asked.noun.prototype, reply.noun
        yield Found("A sponsor's answer", about, to.on, reply.actor.name, (to.text,), reply.reference)
    for each in known.decisions:
        made = each.decision
        reasons = (made.why, made.actions, made.against_because, made.released)
        what = f"A decision, {VERDICTS[made.verdict].lower()}"
        yield Found(what, made.prototype, made.on, "", reasons, each.reference)
    yield from _weighed(known)


def _told(programme: Programme) -> Iterator[Found]:
    """The stories, and what others who know say of them."""
    seen = {story.reference: story.noun for story in stories(programme)}
    for reference, told in seen.items():
        texts = (told.told, told.contributed, told.matters)
        yield Found("A story", told.prototype, told.on, told.recorded_by, texts, reference)
    for row in standing(store.rows(programme.store, Kind.SUBSTANTIATION, as_at=programme.as_at)):
        story, word = seen.get(row.noun.story), row.noun
        if story is not None:
            words = (word.said, word.who)
            yield Found("What is said of a story", story.prototype, word.on, row.actor.name, words, row.reference)


def _weighed(known: History) -> Iterator[Found]:
    unseen = {row.reference for row in known.sources if is_masked(row.noun)}
    weighed = [("Evidence", row, "") for row in still_said(known.evidence)]
    weighed += [("Evidence, taken back", row, by.noun.taken_back_because) for row, by in withdrawals(known.evidence)]
    for what, piece, because in weighed:
        said = piece.noun
        if said.rests_on not in unseen:  # why it bears on something may repeat what it rests on
            texts = (said.why, said.although, because)
            yield Found(what, said.prototype, said.on, piece.actor.name, texts, piece.reference)


def _around(programme: Programme) -> Iterator[Found]:
    """The rest, each as it stands; what became of one is looked in where that was last said."""
    for kind, (what, names) in _AROUND.items():
        for row in shown_once(store.rows(programme.store, kind, as_at=programme.as_at)):
            if kind is Kind.PREDICTION and is_kept_back(programme, row):
                continue
            noun = row.noun
            who = "" if kind is Kind.PREDICTION else row.actor.name
            texts = tuple(getattr(noun, name) for name in names)
            yield Found(what, getattr(noun, "prototype", None) or "", noun.on, who, texts, row.reference)
