"""Words in a picture that Graphviz draws: plain labels on short lines, and nothing in them that it would obey."""

from __future__ import annotations

import re
import unicodedata
from textwrap import wrap
from typing import Final

from evaluation.words.numbers import NBSP

# Hebrew and Arabic letters run right to left; marks that turn the direction are left out of labels.
TURNING: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"


def wrapped(text: str, letters: int, *, indent: str = "") -> str:
    """A label: plain text on short lines. On a link the lines begin at the left, kept off it by the indent."""
    words = wrap(_readable(text), letters, break_long_words=True) or [""]
    end = r"\l" if indent else r"\n"
    lines = [indent + _escaped(line) for line in words]
    return '"' + (end.join(lines) + (end if indent else "")) + '"'


def _readable(text: str) -> str:
    """The text without what no eye can see: line ends become spaces, control and direction marks go."""
    seen = re.sub(rf"[^\S{NBSP}]+", " ", text)
    return "".join(letter for letter in seen if letter not in TURNING and unicodedata.category(letter) != "Cc")


def quoted(text: str) -> str:
    """A name or a text between double quotes."""
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    r"""Safe between double quotes. A backslash would begin an escape (`\N` is the node's name); `&` an entity."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
