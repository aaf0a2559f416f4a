"""How we think it works, in words: what speaks for and against a step, where the chain breaks, what to test next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evaluation.learning.chain import Riskiest
from evaluation.learning.evidence import CHANCE, FACTOR
from evaluation.learning.links import LinkStanding, LinkState
from evaluation.model.evidence import Strength
from evaluation.model.theory import Confidence
from evaluation.words.learning import SURENESS
from evaluation.words.numbers import counted, hold, in_every

STRENGTHS: Final[Mapping[Strength, str]] = {
    Strength.ONE_ACCOUNT: "one account",
    Strength.SEVERAL_ACCOUNTS: "several accounts",
    Strength.COUNTED: "counted",
    Strength.COMPARED: "compared",
}
# What earns each.
EARNED: Final[Mapping[Strength, str]] = {
    Strength.ONE_ACCOUNT: "One person or one place noticed it. A note or a story is this, unless more is said.",
    Strength.SEVERAL_ACCOUNTS: "People or places apart from one another say the same.",
    Strength.COUNTED: "Figures show it, without areas to compare with; or with them, where the result is limited.",
    Strength.COMPARED: "A result that is strong or fair shows it: test areas set against comparison areas.",
}


def rubric() -> tuple[tuple[str, str, str], ...]:
    """Each strength, what earns it, and what one of it weighs, as odds."""
    return tuple((STRENGTHS[each], EARNED[each], odds(FACTOR[each])) for each in Strength)


def odds(factor: float) -> str:
    """`1½ to 1`, `20 to 1`, in one piece."""
    whole = int(factor)
    half = "½" if factor - whole == 1 / 2 else ""
    return hold(f"{whole}{half} to 1")


def starts() -> tuple[tuple[str, str], ...]:
    """How sure a team may say it is at the start, and the chance that stands for."""
    return tuple((SURENESS[each], in_every(CHANCE[each])) for each in Confidence)


def because(standing: LinkStanding) -> str:
    """Why a link is in the state it is in."""
    start = SURENESS[standing.link.confidence]
    match standing.state:
        case LinkState.SUPPORTED:
            return f"What speaks for it outweighs the rest. We were {start} at the start."
        case LinkState.REFUTED:
            return f"What speaks against it outweighs the rest. We were {start} at the start."
        case LinkState.CONTESTED if standing.weight.supports and standing.weight.contradicts:
            return f"Neither side outweighs the other. We were {start} at the start."
        case LinkState.CONTESTED:
            side = "for" if standing.weight.supports else "against"
            return f"What we saw speaks {side} it, but we were {start} at the start. It takes more to settle it."
        case LinkState.UNTESTED if standing.pieces:
            return f"What there is cannot tell yet. We were {start} at the start."
        case LinkState.UNTESTED:
            return f"Nothing speaks for or against it yet. We were {start} at the start."


def for_and_against(standing: LinkStanding) -> str:
    """`2 for, 1 against`; `1 for, our view at the start against`; empty where nothing speaks either way."""
    sides = ((len(standing.supports), "for"), (len(standing.contradicts), "against"))
    said = [hold(f"{many} {side}") for many, side in sides if many]
    if standing.state is LinkState.CONTESTED and len(said) == 1:
        said.append(f"our view at the start {'for' if standing.contradicts else 'against'}")
    return ", ".join(said)


def chain_breaks(steps: Sequence[str]) -> str:
    """Where the chain breaks, each step as "this leads to: that"; empty where it holds, or nobody knows."""
    if not steps:
        return ""
    if len(steps) == 1:
        return f"The chain breaks at: {steps[0]}. Everything after it hangs on that."
    listed = "; ".join(steps)
    return f"The chain breaks at {counted(len(steps), 'step')}: {listed}. Everything after them hangs on that."


def riskiest(found: Riskiest) -> str:
    """Why this is what to test next."""
    hangs = hold(f"{found.hangs_on_it} {'step hangs' if found.hangs_on_it == 1 else 'steps hang'}")
    untested = f"{_little(found)}, we were {SURENESS[found.link.confidence]} at the start, and {hangs} on it."
    return f"{untested} {_beside_others(found)}".strip()


def _little(found: Riskiest) -> str:
    """That it is untested, or what little there is."""
    if found.supports + found.contradicts == 0:
        return "Untested"
    return hold(f"Hardly tested ({found.supports + found.contradicts} {'for' if found.supports else 'against'})")


def _beside_others(found: Riskiest) -> str:
    """What sets it apart from the other steps that can be tested now; nothing where there is no other."""
    if found.others == 0:
        return ""
    if found.equals == 0:
        return "Of the steps that can be tested now we are least sure of it."
    return "Of the steps we are least sure of now, most hangs on this one."
