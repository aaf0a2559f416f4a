"""Answers that were worked out before: those that are the same whoever asks, and those of one person.

What is the same for all (results, what the rules point to, what is hidden) is worked out
for nobody in particular, by a store that keeps back what people write from day to day:
so it can tell nobody what is not theirs, and it stays as it is when somebody saves a note.
A new file, an agreed plan, a release or a removal make it be worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from evaluation import store
from evaluation.model.references import Kind
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.keeping import as_of, last_row

P = ParamSpec("P")
T = TypeVar("T")
# No result hangs on these.
WITHOUT: Final = frozenset(
    {
        Kind.ENTRY,
        Kind.ANSWER,
        Kind.REPLY,
        Kind.STORY,
        Kind.SUBSTANTIATION,
        Kind.EVIDENCE,
        Kind.PREDICTION,
        Kind.SETTLEMENT,
        Kind.DECISION,
        Kind.CONFIRMATION,
        Kind.TICK,
        Kind.COMMITMENT,
        Kind.RISK,
        Kind.ENGAGEMENT,
    }
)
# Results are kept in these, found by what they were made from.
_KEPT_IN: Final = frozenset({Kind.COMPARISON, Kind.PROTECTION})
_MOST: Final = 2_000  # answers; a programme of twenty prototypes has some two hundred, and about a hundred a person


def same_for_all(work_out: Callable[Concatenate[Programme, P], T]) -> Callable[Concatenate[Programme, P], T]:
    """`work_out` with a memory: everybody gets the answer that the first who asked waited for.

    What is asked for beside the programme can be hashed, and the answer is frozen.
    """

    @wraps(work_out)
    def answer(programme: Programme, /, *args: P.args, **kwargs: P.kwargs) -> T:
        declared = programme.declarations
        asked = (work_out, args, *kwargs.items(), programme.as_at, programme.true_values)
        state = (store.last_number(programme.store, without=WITHOUT | _KEPT_IN), today(programme), declared.frameworks)
        return _once(
            programme, (*asked, declared.prototypes), state, lambda: work_out(for_nobody(programme), *args, **kwargs)
        )

    return answer


def answered(
    programme: Programme, ask: Callable[Concatenate[Programme, P], T], /, *args: P.args, **kwargs: P.kwargs
) -> T:
    """`ask(programme, ...)`, answered once a day and a person for each state of the store.

    Two people may see different notes: an answer given to one is never shown to another.
    """
    row = last_row(programme)
    asked = (ask, programme.actor, args, *kwargs.items(), programme.as_at, programme.true_values)
    state = (row, today(programme), programme.declarations)
    return _once(programme, asked, state, lambda: ask(as_of(programme, row), *args, **kwargs))


def for_nobody(programme: Programme) -> Programme:
    """The programme as nobody in particular sees it, without what people write from day to day."""
    return replace(programme, actor=None, store=replace(programme.store, kept_back=WITHOUT))


def _once(programme: Programme, asked: Hashable, state: object, work_out: Callable[[], T]) -> T:
    """The answer to what is asked, worked out again only where the state it hangs on is another than before."""
    memory = programme.store.worked_out
    before, found = memory.get(asked, (None, None))
    if before != state:
        found = work_out()
        if len(memory) >= _MOST:
            memory.clear()
        memory[asked] = state, found
    answer: T = found
    return answer
