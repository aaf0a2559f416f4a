"""How we think it works, as a picture: the theory of change in Graphviz's language, the state written on each link."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from evaluation.charts.palette import Meaning, colours
from evaluation.model.prototype import Link, Node, TheoryOfChange
from evaluation.words.numbers import NBSP

UNTESTED: Final = "untested"
# Points across: wider, the page would shrink steps and arrows while its words keep their size.
WIDEST: Final = 520
LETTERS: Final = (10, 18)  # fewest and most letters in a line of a step
LETTER, ROUND_STEP = 8.5, 45  # points a letter of Helvetica takes at size 16, and the room round a step
LETTERS_ON_LINK: Final = 13
# Hebrew and Arabic letters run right to left; marks that turn the direction are left out of labels.
TURNING: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"


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


def dot(theory: TheoryOfChange, states: Mapping[str, str], riskiest: str | None, *, dark: bool = False) -> str:
    """The theory as DOT. `states` gives a link's state in words; a link not in it is untested.

    `riskiest` is the id of the riskiest link, drawn in ink. Raises KeyError for
    a state that is none of `STYLES`.
    """
    palette = colours(dark=dark)
    letters = _letters(theory)
    lines = [_node(node, letters) for node in theory.nodes]
    lines += [
        _link(link, states.get(link.id, UNTESTED), palette, is_riskiest=link.id == riskiest) for link in theory.links
    ]
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


def _node(node: Node, letters: int) -> str:
    return f"{_quoted(node.id)} [label={_wrapped(node.text, letters)}]"


def _link(link: Link, state: str, palette: Mapping[Meaning, str], *, is_riskiest: bool) -> str:
    style = STYLES[state]
    colour = palette[Meaning.INK if is_riskiest else style.colour]
    stroke = f"{colour}:{palette[Meaning.PAGE]}:{colour}" if style.is_double else colour
    words = _wrapped(f"{state}, and the riskiest" if is_riskiest else state, LETTERS_ON_LINK, indent=2 * NBSP)
    return (
        f"{_quoted(link.source)} -> {_quoted(link.target)} "
        f'[label={words}, color="{stroke}", fontcolor="{colour}", style={style.style}, '
        f"penwidth={style.width}, arrowhead={style.head}]"
    )


def _wrapped(text: str, letters: int, *, indent: str = "") -> str:
    """A label: plain text on short lines. On a link the lines begin at the left, kept off it by the indent."""
    words = wrap(_readable(text), letters, break_long_words=True) or [""]
    end = r"\l" if indent else r"\n"
    lines = [indent + _escaped(line) for line in words]
    return '"' + (end.join(lines) + (end if indent else "")) + '"'


def _readable(text: str) -> str:
    """The text without what no eye can see: line ends become spaces, control and direction marks go."""
    seen = re.sub(rf"[^\S{NBSP}]+", " ", text)
    return "".join(letter for letter in seen if letter not in TURNING and unicodedata.category(letter) != "Cc")


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    r"""Safe between double quotes. A backslash would begin an escape (`\N` is the node's name); `&` an entity."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
