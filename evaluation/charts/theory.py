"""How we think it works, as a picture: the theory of change in Graphviz's language, the state written on each link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.charts.labels import quoted, wrapped
from evaluation.charts.palette import Meaning, colours
from evaluation.model.theory import Link, Node, TheoryOfChange
from evaluation.words.numbers import NBSP

UNTESTED: Final = "untested"
RISKIEST: Final = ", and the riskiest"
HANGS: Final = ", after the break"
# Points across: wider, the page would shrink steps and arrows while its words keep their size.
WIDEST: Final = 520
LETTERS: Final = (10, 18)  # fewest and most letters in a line of a step
LETTER, ROUND_STEP = 8.5, 45  # points a letter of Helvetica takes at size 16, and the room round a step
LETTERS_ON_LINK: Final = 13


@dataclass(frozen=True, slots=True)
class _Style:
    """How a state is drawn, beside being written."""

    colour: Meaning
    style: str
    width: float
    head: str = "normal"
    is_double: bool = False


STYLES: Final[Mapping[str, _Style]] = {
    "supported": _Style(Meaning.SUPPORTED, "solid", 2.6),
    UNTESTED: _Style(Meaning.QUIET, "dashed", 1.8),
    "evidence both ways": _Style(Meaning.LOOK, "solid", 1.8, is_double=True),
    "looks wrong": _Style(Meaning.WRONG, "dotted", 2.4, head="tee"),
}


def dot(
    theory: TheoryOfChange,
    states: Mapping[str, str],
    riskiest: str | None,
    *,
    hanging: Collection[str] = (),
    dark: bool = False,
) -> str:
    """The theory as DOT. `states` gives a link's state in words; a link not in it is untested.

    `riskiest` is the id of the riskiest link, drawn in ink; `hanging` are the ids of the
    steps that come after one that looks wrong: they have an outline of dashes and no
    ground, and the links between them say so. Raises KeyError for a state that is none
    of `STYLES`.
    """
    palette = colours(dark=dark)
    letters = _letters(theory)
    lines = [_node(node, letters, palette, hangs=node.id in hanging) for node in theory.nodes]
    for link in theory.links:
        state, is_riskiest = states.get(link.id, UNTESTED), link.id == riskiest
        words = f"{state}{RISKIEST if is_riskiest else ''}{HANGS if link.source in hanging else ''}"
        lines.append(_link(link, state, words, palette, is_riskiest=is_riskiest))
    return "\n".join((*_head(palette), *lines, "}"))


def _head(palette: Mapping[Meaning, str]) -> tuple[str, ...]:
    filled = f'fillcolor="{palette[Meaning.WASH]}", fontcolor="{palette[Meaning.INK]}"'
    return (
        "digraph theory {",
        f'graph [rankdir=TB, bgcolor="transparent", size="{WIDEST / 72:.2f},30", nodesep=0.3, ranksep=0.55]',
        f'node [shape=box, style="filled,rounded", penwidth=0, margin="0.16,0.11", {filled}]',
        'node [fontname="Helvetica", fontsize=16]',
        'edge [fontname="Helvetica", fontsize=15, arrowsize=0.9]',
    )


def _letters(theory: TheoryOfChange) -> int:
    """How many letters a line of a step has room for, where most steps stand side by side."""
    depth = {node.id: 0 for node in theory.nodes}
    for _ in theory.nodes:
        for link in theory.links:
            depth[link.target] = min(max(depth[link.target], depth[link.source] + 1), len(depth))
    abreast = max(Counter(depth.values()).values(), default=1)
    fewest, most = LETTERS
    return max(fewest, min(most, int((WIDEST / abreast - ROUND_STEP) / LETTER)))


def _node(node: Node, letters: int, palette: Mapping[Meaning, str], *, hangs: bool) -> str:
    look = f', style="rounded,dashed", penwidth=1.6, color="{palette[Meaning.WRONG]}"' if hangs else ""
    return f"{quoted(node.id)} [label={wrapped(node.text, letters)}{look}]"


def _link(link: Link, state: str, words: str, palette: Mapping[Meaning, str], *, is_riskiest: bool) -> str:
    style = STYLES[state]
    colour = palette[Meaning.INK if is_riskiest else style.colour]
    stroke = f"{colour}:{palette[Meaning.PAGE]}:{colour}" if style.is_double else colour
    label = wrapped(words, LETTERS_ON_LINK, indent=2 * NBSP)
    return (
        f"{quoted(link.source)} -> {quoted(link.target)} "
        f'[label={label}, color="{stroke}", fontcolor="{colour}", style={style.style}, '
        f"penwidth={style.width}, arrowhead={style.head}]"
    )
