"""What a result that evidence rests on shows: how strong it is, and which way it speaks for itself.

A step leads to something better, so a result that settles anything speaks

- for the step, where it shows a difference for the better by the measure's polarity;
- against it, where the difference is for the worse, or the range leaves no room for the
  gain that was hoped for;
- neither way, where it shows a difference and neither way is better; or no worthwhile
  change on a balancing measure, which is there to see that nothing gets worse.

A result may be weighed the other way: the step may be that something goes down first.
Whoever does so says why, and that stays beside it. An answer gives no such reason, so a
result it cites counts only on a side it may speak on; a decision gives its reasons in
words, and counts for no step. Neither is refused for a result that speaks otherwise: it
is said before and after, and for what a decision needs beyond that the group has agreed a
rule. A result that does not settle it,
or gave no number, shows nothing and cannot be weighed at all; nor can one on invented
figures in a programme that is no longer an illustration.

A result is kept as it was. A later one on the same measure has seen all that the earlier
one had, and more: of several that are cited about one step only that of the latest
figures counts, on whichever side it was put.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.codes import Finds, Grade
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.measure import Polarity
from evaluation.model.references import Reference

# Which way a decision goes: with the prototype or against it. To change it, or to come back, goes neither way.
_GOES: Final[Mapping[Verdict, bool]] = {Verdict.CARRY_ON: True, Verdict.SPREAD: True, Verdict.STOP: False}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a result shows that settles something.

    `speaks` is for (True), against (False) or neither way of its own (None); `of` names
    prototype and measure, `until` its last period and then its place in the history.
    """

    grade: Grade
    speaks: bool | None = None
    of: str = ""
    until: tuple[str, int] = ("", 0)

    def may_speak(self, *, supports: bool) -> bool:
        """Whether nothing in the result itself is against counting it on this side."""
        return self.speaks is None or self.speaks is supports


def speaks(found: Finds, polarity: Polarity, *, is_balancing: bool = False) -> bool | None:
    """Which way a result that found this speaks for itself.

    Example
    -------
    >>> speaks(Finds.NO_WORTHWHILE_CHANGE, Polarity.HIGHER)
    False
    """
    match found:
        case Finds.DIFFERENCE:
            return None if polarity is Polarity.NEITHER else True
        case Finds.HARM:
            return False
        case Finds.NO_WORTHWHILE_CHANGE:
            return None if is_balancing else False
        case _:
            return None


def side_of(said: Answer | Decision) -> bool | None:
    """Which way an answer or a decision goes: for (True), against (False), or neither or both ways (None)."""
    if isinstance(said, Decision):
        return _GOES.get(said.verdict)
    return said.supports if said.state is AnswerState.ANSWERED else None


def speak_otherwise(said: Answer | Decision, results: Mapping[Reference, Shown]) -> tuple[Reference, ...]:
    """The results it cites that speak the other way by themselves.

    A decision is held against the results of its own prototype: that another works may be why this one stops.
    """
    side = side_of(said)
    if side is None:
        return ()
    here = (each for each in dict.fromkeys(said.cites) if each in results)
    return tuple(
        each
        for each in here
        if not results[each].may_speak(supports=side)
        and (isinstance(said, Answer) or results[each].of.startswith(f"{said.prototype}/"))
    )


def latest(cited: Iterable[Reference], results: Mapping[Reference, Shown]) -> frozenset[Reference]:
    """Of the results cited, on each measure those of the latest figures."""
    shown = {each: results[each] for each in cited if each in results}
    last: dict[str, tuple[str, int]] = {}
    for each in shown.values():
        last[each.of] = max(last.get(each.of, each.until), each.until)
    return frozenset(reference for reference, each in shown.items() if each.until == last[each.of])
