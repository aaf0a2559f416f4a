"""Have we tried this? Every word looked for, over all that was planned, noticed, told, answered, decided and weighed.

What is found in a plan comes first: it says what is or was tried. The rest comes
newest first. What a person may not see is not found. The words looked for are kept
nowhere: not in an address, not in a log, not in the store.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.learning import standing, still_said, withdrawals
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.noticing.stories_page import stories
from evaluation.programme.releasing import release
from evaluation.programme.seeing import is_masked
from evaluation.words import VERDICTS, counted, day
from evaluation.words.notes import NOT_FOUND

LONGEST: Final = 200  # characters looked for; more is a text, not a search


@dataclass(frozen=True, slots=True)
class Hit:
    """What holds every word: what it is, of which prototype, when (empty for a plan), by whom, and its text.

    `note` is what a note is cited by; None for all else.
    """

    what: str
    prototype: str
    prototype_name: str
    on: str
    who: str
    text: str
    note: Reference | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, and how much of it, in words."""

    headline: str
    lines: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Something to look in: `texts` are all its words, the first of them what is shown."""

    what: str
    prototype: str
    on: date | None
    who: str
    texts: tuple[str, ...]
    note: Reference | None = None


def search(programme: Programme, words: str, *, prototype: str | None = None) -> Released[Hits]:
    """What holds every word of `words`, in whatever case, with or without accents; nothing where none is given."""
    sought = _folded(words[:LONGEST]).split()
    everything = _everything(programme) if sought else ()
    found = [each for each in everything if prototype in (None, each.prototype) and _holds(each, sought)]
    plans_then_newest = sorted(found, key=lambda each: each.on or date.max, reverse=True)
    names = {plan.id: plan.name for plan in programme.declarations.prototypes}
    lines = tuple(_hit(each, names.get(each.prototype, each.prototype), sought) for each in plans_then_newest)
    headline = f"{counted(len(lines), 'place', 'places')} found." if lines else NOT_FOUND if sought else ""
    return release(programme, Hits(headline, lines))


def _everything(programme: Programme) -> Iterator[_Found]:
    """Plans first, and of what was written down all that stands."""
    for plan in programme.declarations.prototypes:
        yield from _plan(plan)
    yield from _written(programme, history(programme))


def _plan(plan: Prototype) -> Iterator[_Found]:
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
            yield _Found(f"The plan, {what}", plan.id, None, "", tuple(text for text in texts if text))


def _written(programme: Programme, known: History) -> Iterator[_Found]:
    for row in known.notes:
        note = row.noun
        texts = (note.noticed, note.expected, note.make_of_it, note.next_step, note.visited)
        yield _Found("A note", note.prototype, note.on, note.by or row.actor.name, texts, row.reference)
    for story in stories(programme):
        told = story.noun
        yield _Found("A story", told.prototype, told.on, told.recorded_by, (told.told, told.contributed, told.matters))
    for answer in standing(known.answers):
        yield _Found("An answer", answer.noun.prototype, answer.noun.on, answer.actor.name, (answer.noun.text,))
    for asked, reply in known.replies_to_notes:
        yield _Found("A sponsor's answer", asked.noun.prototype, reply.noun.on, reply.actor.name, (reply.noun.text,))
    for each in known.decisions:
        made = each.decision
        reasons = (made.why, made.actions, made.against_because, made.released)
        yield _Found(f"A decision, {VERDICTS[made.verdict].lower()}", made.prototype, made.on, "", reasons)
    unseen = {row.reference for row in known.sources if is_masked(row.noun)}
    weighed = [("Evidence", row, "") for row in still_said(known.evidence)]
    weighed += [("Evidence, taken back", row, by.noun.taken_back_because) for row, by in withdrawals(known.evidence)]
    for what, piece, because in weighed:
        said = piece.noun
        if said.rests_on not in unseen:  # why it bears on something may repeat what it rests on
            yield _Found(what, said.prototype, said.on, piece.actor.name, (said.why, said.although, because))


def _holds(found: _Found, sought: Iterable[str]) -> bool:
    whole = _folded(" ".join(found.texts))
    return all(word in whole for word in sought)


def _hit(found: _Found, name: str, sought: list[str]) -> Hit:
    """What is shown: the first text, and with it those that hold a word looked for."""
    first, *others = found.texts or ("",)
    shown = [first, *(text for text in others if any(word in _folded(text) for word in sought))]
    on = day(found.on) if found.on else ""
    return Hit(found.what, found.prototype, name, on, found.who, " ".join(text for text in shown if text), found.note)


def _folded(text: str) -> str:
    """In small letters and without accents, so that nobody has to know how a word was spelt."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
