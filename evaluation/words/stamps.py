"""What everything that leaves says of itself: invented, draft, as known on, what is hidden, who may see it."""

from __future__ import annotations

from typing import Final

from evaluation.model.release import Audience, Stamps
from evaluation.words.dates import day

ILLUSTRATIVE: Final = "Illustrative."
_INVENTED: Final = "Every place and figure here is invented."
DRAFT: Final = "Draft."
TRUE_VALUES: Final = "True values: not for sharing."
PUBLISHED: Final = "Official statistics that are open already: what their publisher shows is not hidden again."
# These must be seen before anything else is.
LOUD: Final = frozenset({ILLUSTRATIVE, DRAFT, TRUE_VALUES})
_AUDIENCE: Final = {Audience.TEAM: "For the team only.", Audience.GROUP: "For the group only.", Audience.PUBLISHED: ""}


def stamp_sentences(stamps: Stamps) -> tuple[str, ...]:
    """The stamps as sentences, the most important first."""
    said = (
        TRUE_VALUES if stamps.true_values else "",
        *((ILLUSTRATIVE, _INVENTED) if stamps.illustrative else ()),
        *((DRAFT, "Not confirmed by the chair.") if stamps.draft else ()),
        f"As known on {day(stamps.as_at)}." if stamps.as_at else "",
        hidden_figures(stamps.hidden),
        PUBLISHED if stamps.published else "",
        "" if stamps.true_values else _AUDIENCE[stamps.audience],
    )
    return tuple(sentence for sentence in said if sentence)


def invented(stamps: Stamps) -> str:
    """What a file that leaves alone says first, where its programme is invented; else nothing."""
    return f"{ILLUSTRATIVE} {_INVENTED}" if stamps.illustrative else ""


def hidden_figures(figures: int) -> str:
    """`2 figures are hidden to protect privacy; hidden does not mean zero.` Nothing where none is."""
    if figures == 0:
        return ""
    counted = "1 figure is" if figures == 1 else f"{figures:,} figures are"
    return f"{counted} hidden to protect privacy; hidden does not mean zero."
