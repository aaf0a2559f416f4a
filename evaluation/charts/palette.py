"""Colours by meaning, light and dark.

Colour is never the only signal: every state also has a word and a line style. Contrast with the page:

    meaning                                  light   dark   needed
    ink: text, event and no-difference line   15.9   14.9   4.5
    quiet: notes, axes, expected, untested     7.0    8.9   4.5
    test area                                 10.3    9.4   4.5
    unusual, for the better                    6.1    9.1   4.5
    other areas (shapes only)                  3.2    4.6   3
    supported                                  6.3    9.6   4.5
    both ways, unusual, changed                6.1    8.8   4.5
    looks wrong                                9.8    9.0   4.5
    action: button fill (white text on it)     6.1    4.6   4.5
    link                                       6.1    9.1   4.5
    field border                               3.7    5.1   3
    band, hairlines: said in words as well     none needed
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Meaning(StrEnum):
    """What a colour stands for."""

    PAGE = "page"
    WASH = "wash"
    INK = "ink"
    QUIET = "quiet"
    TEST = "test area"
    BETTER = "unusual, for the better"
    OTHER = "other areas"
    BAND = "likely range"
    SUPPORTED = "supported"
    LOOK = "look at this"
    WRONG = "looks wrong"
    ACTION = "action"
    LINK = "link"
    FIELD = "field border"
    HAIRLINE = "hairline"


LIGHT: Final[Mapping[Meaning, str]] = {
    Meaning.PAGE: "#FFFFFF",
    Meaning.WASH: "#F4F5F2",
    Meaning.INK: "#1B2329",
    Meaning.QUIET: "#505B64",
    Meaning.TEST: "#12436D",
    Meaning.BETTER: "#1A65A6",
    Meaning.OTHER: "#87919A",
    Meaning.BAND: "#E3E6E8",
    Meaning.SUPPORTED: "#146B63",
    Meaning.LOOK: "#A8430B",
    Meaning.WRONG: "#801650",
    Meaning.ACTION: "#1A65A6",
    Meaning.LINK: "#1A65A6",
    Meaning.FIELD: "#7C868F",
    Meaning.HAIRLINE: "#D5D9DC",
}
DARK: Final[Mapping[Meaning, str]] = {
    Meaning.PAGE: "#14181B",
    Meaning.WASH: "#1F2529",
    Meaning.INK: "#E8EBED",
    Meaning.QUIET: "#AEB8C0",
    Meaning.TEST: "#8CC2F0",
    Meaning.BETTER: "#8CBDF0",
    Meaning.OTHER: "#77828B",
    Meaning.BAND: "#2B3338",
    Meaning.SUPPORTED: "#66CFC3",
    Meaning.LOOK: "#F7A26C",
    Meaning.WRONG: "#EBA3C6",
    Meaning.ACTION: "#2B78BF",
    Meaning.LINK: "#8CBDF0",
    Meaning.FIELD: "#7F8A93",
    Meaning.HAIRLINE: "#3A4248",
}


def colours(*, dark: bool) -> Mapping[Meaning, str]:
    """The colours of a light or a dark page."""
    return DARK if dark else LIGHT
