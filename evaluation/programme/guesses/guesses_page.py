"""Our guesses beforehand: those that wait, those that were settled, and how they turned out together.

Nobody's name stands beside a guess, and there is no table of people: how somebody's
own guesses turned out is told to that person alone. The programme's score is told once
enough people have made guesses for it to be nobody's own. While a guess about a period can
still be made, those of others are kept back: whoever has seen one no longer guesses alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.learning.guesses import CHANCE, VOID, WhyNot
from evaluation.learning.scoring import Settled, Track, how_many_figures, track
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import UsageError
from evaluation.programme.days import today
from evaluation.programme.guesses.kept_back import is_kept_back
from evaluation.programme.guesses.measured import Measured, about, change_since, figures_of, measured
from evaluation.programme.guesses.settling import StoredGuess, said_of_guess, standing_guesses
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import day, percent
from evaluation.words.guesses import (
    CAME_TRUE,
    LIKELIHOODS,
    expected,
    kept_back,
    level_seen,
    more_needed,
    score,
    share,
    too_few,
    why_not,
    within,
)

# With two, either could take their own guesses out of the score and have the other's.
FEWEST_PEOPLE: Final = 3


@dataclass(frozen=True, slots=True)
class GuessLine:
    """A guess as it is read. `level` and `turned_out` are empty while it waits; `waits_for` says for what."""

    reference: Reference
    guessed: str
    likelihood: str
    expected: str
    on: str
    why: str
    level: str
    turned_out: str
    waits_for: str


@dataclass(frozen=True, slots=True)
class GuessesPage:
    """The guesses of one prototype, or of all: waiting ones first due, settled ones newest first.

    `void` are those that no figure can settle any more, and `waits_for` says why; `kept_back` says how
    many of others there are that nobody but they may see yet.
    """

    waiting: tuple[GuessLine, ...]
    settled: tuple[GuessLine, ...]
    void: tuple[GuessLine, ...] = ()
    kept_back: str = ""


@dataclass(frozen=True, slots=True)
class TurnedOut:
    """How guesses turned out, in words. `score` says why there is none where there is none.

    `words` has for each word: the word, the chance it stands for, and how often what
    was said of came true, with its likely range.
    """

    score: str
    words: tuple[tuple[str, str, str], ...] = ()
    within: str = ""


def guesses_page(programme: Programme, prototype: str | None = None) -> Released[GuessesPage]:
    """The guesses that stand, of one prototype or of all."""
    known = _known(programme, lambda one: prototype in (None, one.prediction.prototype))
    void = [(one, found) for one, found in known if found in VOID]
    settled = [(one, found) for one, found in known if isinstance(found, Measured) and one.settled is not None]
    open_still = [each for each in known if each not in void and each not in settled]
    waiting = [(one, found) for one, found in open_still if not is_kept_back(programme, one.row)]
    page = GuessesPage(
        waiting=tuple(_line(programme, *each) for each in sorted(waiting, key=lambda each: each[0].prediction.period)),
        settled=tuple(_line(programme, *each) for each in reversed(settled)),
        void=tuple(_line(programme, *each) for each in reversed(void)),
        kept_back=kept_back(len(open_still) - len(waiting)),
    )
    return release(programme, page, measures=sorted({one.prediction.measure for one, _ in known}))


def how_guesses_turned_out(programme: Programme) -> Released[TurnedOut]:
    """How the guesses of the whole programme turned out, once there are enough, of enough people."""
    known = _settled(_known(programme, lambda _: True))
    people = {one.row.actor.id for one in known}
    settled = [_as_settled(programme, one) for one in known]
    found = track(settled)
    if found is None or len(people) < FEWEST_PEOPLE:
        return release(programme, TurnedOut(too_few(how_many_figures(settled), len(people), FEWEST_PEOPLE)))
    return release(programme, _told(found))


def how_mine_turned_out(programme: Programme) -> Released[TurnedOut]:
    """How the guesses of the person who asks turned out: for nobody else. Raises UsageError where nobody asks."""
    actor = programme.actor
    if actor is None:
        raise UsageError("Say who you are to see how your own guesses turned out.")
    known = _settled(_known(programme, lambda one: one.row.actor.id == actor.id))
    settled = [_as_settled(programme, one) for one in known]
    found = track(settled)
    return release(programme, TurnedOut(more_needed(how_many_figures(settled))) if found is None else _told(found))


def five_words() -> tuple[tuple[str, str], ...]:
    """Each of the five words with the chance it stands for."""
    return tuple((LIKELIHOODS[word], percent(chance)) for word, chance in CHANCE.items())


_Known = tuple[StoredGuess, Measured | WhyNot]


def _known(programme: Programme, is_wanted: Callable[[StoredGuess], bool]) -> list[_Known]:
    """The guesses wanted, each with what its measure says today: what is hidden today is not settled today."""
    wanted = [one for one in standing_guesses(programme) if is_wanted(one)]
    figures = figures_of(programme, (one.prediction for one in wanted))
    return [(one, measured(programme, one.row, figures)) for one in wanted]


def _settled(known: Sequence[_Known]) -> list[StoredGuess]:
    return [one for one, found in known if one.settled is not None and isinstance(found, Measured)]


def _as_settled(programme: Programme, one: StoredGuess) -> Settled:
    """With the areas its level is of: those of the plan, as a guess about others is void."""
    assert one.settled is not None
    areas = frozenset(programme.prototype(one.prediction.prototype).test_areas)
    return Settled(one.prediction, one.settled.noun, areas)


def _line(programme: Programme, one: StoredGuess, found: Measured | WhyNot) -> GuessLine:
    guess, known = one.prediction, about(programme, one.prediction)
    is_settled = one.settled is not None and isinstance(found, Measured)
    return GuessLine(
        reference=one.row.reference,
        guessed=said_of_guess(programme, guess),
        likelihood=LIKELIHOODS[guess.likelihood],
        expected=expected(known.measure, guess) if known else "",
        on=day(guess.on),
        why=guess.why,
        level=level_seen(known.measure, guess, one.settled.noun.level) if known and one.settled and is_settled else "",
        turned_out=CAME_TRUE[one.settled.noun.came_true] if one.settled and is_settled else "",
        waits_for="" if is_settled else _waits_for(programme, one, found),
    )


def _waits_for(programme: Programme, one: StoredGuess, found: Measured | WhyNot) -> str:
    known = about(programme, one.prediction)
    now = today(programme)
    reason = found if isinstance(found, WhyNot) else WhyNot.NO_FIGURES
    changed = change_since(programme, known, one.row.recorded_at.date()) if known else None
    return why_not(reason, known.due if known else now, now, changed[1] if changed else None)


def _told(found: Track) -> TurnedOut:
    words = tuple((LIKELIHOODS[each.likelihood], percent(each.chance), share(each.came_true)) for each in found.words)
    return TurnedOut(score(found), words, within(found))
