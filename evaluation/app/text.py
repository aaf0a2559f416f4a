"""Text on the page: what people wrote is shown as text, never read as markup."""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

# What means something in Markdown, mathematics or Streamlit's directives: anywhere, and at the start of a line.
_MARKS: Final = re.compile(r"([\\`*_\[\]~$|]|:(?=\S))")
_OPENERS: Final = re.compile(r"^([#+=-])")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")
# What Streamlit replaces after reading Markdown, where no escape reaches: icons, arrows, dashes, addresses.
_REPLACED: Final = re.compile(r":(?=[\w+/-]+:)|:(?=//)|www(?=\.)|\w(?=@)|[-<](?=-)|-(?=>)|[<>~](?==)")
_JOINER: Final = "\u2060"  # takes no room; parts what would be replaced
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

# State words by what they mean for the reader; the word itself always stands there too.
_COLOURS: Final = {
    "green": ("supported", "holds", "answered", "used", "up to date", "being dealt with"),
    "orange": (
        "look at this",
        "evidence both ways",
        "unusual",
        "unusual, worth asking why",
        "changed",
        "late",
        "never arrived",
        "partly arrived",
        "answer overdue",
        "waiting for an answer",
    ),
    "red": ("looks wrong",),
    "gray": ("untested", "open", "usual ups and downs", "not used yet", "informs only"),
}
_COLOUR_OF: Final = {word: colour for colour, words in _COLOURS.items() for word in words}


class Markup(str):
    """Text that is Markdown on purpose; everything else is escaped before it is shown."""

    __slots__ = ()


def as_text(text: str) -> Markup:
    """`text` as Markdown that shows exactly it. `Markup` passes unchanged; line ends stay line ends."""
    if isinstance(text, Markup):
        return text
    return Markup("  \n".join(_escaped(line.strip()) for line in text.splitlines()))


def bold(text: str) -> Markup:
    """`text` in bold."""
    return Markup(f"**{as_text(text)}**") if text.strip() else Markup()


def quiet(text: str) -> Markup:
    """`text` small and grey; not `st.caption`, whose grey is too pale to read."""
    return Markup(f":small[:gray[{as_text(text)}]]")


def state_word(word: str) -> Markup:
    """A state such as `holds`, bold, in the colour of its meaning."""
    colour = _COLOUR_OF.get(word)
    return Markup(f":{colour}[{bold(word)}]") if colour else bold(word)


def say_quietly(text: str) -> None:
    """Draw a note, a unit or a source."""
    st.markdown(quiet(text))


def _escaped(line: str) -> str:
    parted = _REPLACED.sub(lambda found: found.group() + _JOINER, line)
    marked = _MARKS.sub(r"\\\1", parted).translate(_HTML)
    return _NUMBERED.sub(r"\1\\\2", _OPENERS.sub(r"\\\1", marked))
