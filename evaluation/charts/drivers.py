"""What the programme has to move, as a picture: workstreams, drivers, prototypes and measures in four columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.charts.labels import quoted, wrapped
from evaluation.charts.palette import Meaning, colours

# Points across: as wide as the text block of a page, where the words keep their size.
WIDEST: Final = 770
LETTERS: Final = 16  # in a line of a box: four of them and the arrows between fill the width


@dataclass(frozen=True, slots=True)
class DriverStep:
    """A box: its key, its words, and in words what it lacks."""

    key: str
    text: str
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class DriverColumn:
    """Boxes of one kind under one another, and what they are."""

    title: str
    steps: tuple[DriverStep, ...]


def drivers_dot(columns: Sequence[DriverColumn], legs: Sequence[tuple[str, str]], *, dark: bool = False) -> str:
    """The diagram as DOT, from left to right. What lacks something says so and has a dashed edge."""
    palette = colours(dark=dark)
    lines = [_step(step, palette) for column in columns for step in column.steps]
    lines += [f"{quoted(source)} -> {quoted(target)}" for source, target in legs]
    # Last: Graphviz puts what it meets last at the top, and titles belong there.
    lines += [line for number, column in enumerate(columns) for line in _titled(number, column, palette)]
    lines += [f"{' -> '.join(f'title{number}' for number, _ in enumerate(columns))} [style=invis]"] if columns else []
    return "\n".join((*_head(palette), *lines, "}"))


def _head(palette: Mapping[Meaning, str]) -> tuple[str, ...]:
    filled = f'fillcolor="{palette[Meaning.WASH]}", fontcolor="{palette[Meaning.INK]}"'
    return (
        "digraph drivers {",
        f'graph [rankdir=LR, bgcolor="transparent", size="{WIDEST / 72:.2f},60", nodesep=0.16, ranksep=0.5]',
        f'node [shape=box, style="filled,rounded", penwidth=0, margin="0.14,0.09", {filled}]',
        'node [fontname="Helvetica", fontsize=16]',
        f'edge [arrowsize=0.8, penwidth=1.4, color="{palette[Meaning.QUIET]}"]',
    )


def _titled(number: int, column: DriverColumn, palette: Mapping[Meaning, str]) -> tuple[str, str]:
    """The title of a column, and that it stands with its boxes under one another."""
    title, ink = f"title{number}", f'fontcolor="{palette[Meaning.QUIET]}"'
    keys = "; ".join((*(quoted(step.key) for step in column.steps), title))
    return (
        f'{title} [label={wrapped(column.title, LETTERS)}, shape=plaintext, style="", {ink}]',
        f"{{rank=same; {keys}}}",
    )


def _step(step: DriverStep, palette: Mapping[Meaning, str]) -> str:
    label = wrapped(step.text, LETTERS)
    if not step.lacks:
        return f"{quoted(step.key)} [label={label}]"
    label = rf"{label[:-1]}\n{wrapped(step.lacks, LETTERS)[1:]}"
    look = palette[Meaning.LOOK]
    edge = f'style="filled,rounded,dashed", penwidth=1.8, color="{look}", fontcolor="{look}"'
    return f"{quoted(step.key)} [label={label}, {edge}]"
