"""A note as it stands in a list: whose and when, what was noticed, what was said beside it, what became of it."""

from __future__ import annotations

from typing import Final

from evaluation.app.text import Markup, as_text, bold, link, quiet
from evaluation.programme import NoteLine

_FURTHER: Final = (
    ("expected", "We expected"),
    ("make_of_it", "What we make of it"),
    ("next_step", "Next"),
)


def note_markup(line: NoteLine, heading: str) -> Markup:
    """The whole note under a quiet heading."""
    about = [quiet(f"About: {line.about}")] if line.about else []
    further = [quiet(f"{name}: {getattr(line, field)}") for field, name in _FURTHER if getattr(line, field)]
    became = [Markup(f":green[{bold(line.became)}]")] if line.became else []
    return Markup("  \n".join([quiet(heading), as_text(line.noticed), *about, *further, *beneath(line), *became]))


def beneath(line: NoteLine) -> list[Markup]:
    """What was said beside the four boxes and before it was corrected, its links, and another correction beside it."""
    more = [quiet(f"{what}: {said}") for what, said in (*line.more, *line.earlier)]
    links = [Markup(f":small[{link(address)}]") for address in line.links]
    beside = [Markup(f":orange[{bold(line.beside)}]")] if line.beside else []
    return [*more, *links, *beside]
