"""Text on the page: what people wrote is shown as text, never read as markup."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

import streamlit as st

# What means something in Markdown, mathematics or Streamlit's directives: anywhere, and at the start of a line.
_MARKS: Final = re.compile(r"([\\`*_\[\]~$|]|:(?=\S))")
_OPENERS: Final = re.compile(r"^([#+=-])")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")
# What Streamlit replaces after reading Markdown, where no escape reaches: icons, arrows, dashes, addresses.
_REPLACED: Final = re.compile(r":(?=[\w+/-]+:)|:(?=//)|www(?=\.)|\w(?=@)|[-<](?=-)|-(?=>)|[<>~](?==)")
# What turns the letters that follow round, and what ends that: text of people keeps its turns to itself.
_TURNS: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATED: Final = "\u2068{}\u2069"  # in the direction of its first letter, whatever stands round it
_JOINER: Final = "\u2060"  # takes no room; parts what would be replaced
_IN_ADDRESSES: Final = ":/?#@!$&'*+,;=%~"  # brackets and quotes are coded, so that nothing in it ends the link
_LONGEST_LINK: Final = 60  # characters shown
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

# State words by what they mean for the reader; the word itself always stands there too.
_COLOURS: Final = {
    "green": ("supported", "holds", "answered", "used", "up to date", "being dealt with", "done on time", "ready"),
    "orange": (
        "look at this",
        "evidence both ways",
        "unusual",
        "unusual, worth asking why",
        "changed",
        "late",
        "overdue",
        "never arrived",
        "partly arrived",
        "answer overdue",
        "waiting for an answer",
    ),
    "red": ("looks wrong",),
    "gray": ("untested", "open", "usual ups and downs", "not used yet", "informs only", "to come"),
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
    return Markup(f":small[:gray[{as_text(text)}]]") if text.strip() else Markup()


def link(address: str) -> Markup:
    """An address of the web as a link that shows where it leads; what it holds cannot end it."""
    shown = address.partition("://")[2].rstrip("/")
    shown = shown if len(shown) <= _LONGEST_LINK else f"{shown[:_LONGEST_LINK]}..."
    return Markup(f"[{as_text(shown)}]({quote(address, safe=_IN_ADDRESSES)})")


def state_word(word: str) -> Markup:
    """A state such as `holds`, bold, in the colour of its meaning."""
    colour = _COLOUR_OF.get(word)
    return Markup(f":{colour}[{bold(word)}]") if colour else bold(word)


def say_quietly(text: str) -> None:
    """Draw a note, a unit or a source."""
    st.markdown(quiet(text))


def _escaped(line: str) -> str:
    plain = _TURNS.sub("", line)
    parted = _REPLACED.sub(lambda found: found.group() + _JOINER, plain)
    marked = _MARKS.sub(r"\\\1", parted).translate(_HTML)
    shown = _NUMBERED.sub(r"\1\\\2", _OPENERS.sub(r"\\\1", marked))
    return _ISOLATED.format(shown) if _RIGHT_TO_LEFT.search(plain) else shown
