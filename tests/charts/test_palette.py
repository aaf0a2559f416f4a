"""Contrast by the Web Content Accessibility Guidelines 2.2: 4.5 for text, 3 for shapes that carry meaning."""

from __future__ import annotations

import pytest

from evaluation.charts.palette import DARK, LIGHT, Meaning, colours

TEXT, SHAPE = 4.5, 3.0
NEEDED = {
    Meaning.INK: TEXT,
    Meaning.QUIET: TEXT,
    Meaning.TEST: TEXT,
    Meaning.BETTER: TEXT,
    Meaning.OTHER: SHAPE,
    Meaning.SUPPORTED: TEXT,
    Meaning.LOOK: TEXT,
    Meaning.WRONG: TEXT,
    Meaning.ACTION: SHAPE,
    Meaning.LINK: TEXT,
    Meaning.FIELD: SHAPE,
}
ON_AREAS = (Meaning.INK, Meaning.QUIET, Meaning.TEST, Meaning.BETTER, Meaning.SUPPORTED, Meaning.LOOK, Meaning.WRONG)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("meaning", NEEDED)
def test_a_colour_stands_out_from_the_page(meaning: Meaning, *, dark: bool) -> None:
    palette = colours(dark=dark)
    assert contrast(palette[meaning], palette[Meaning.PAGE]) >= NEEDED[meaning]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("area", [Meaning.BAND, Meaning.WASH])
def test_words_can_be_read_on_bands_and_steps(area: Meaning, palette: dict[Meaning, str]) -> None:
    assert min(contrast(palette[meaning], palette[area]) for meaning in ON_AREAS) >= TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_white_words_can_be_read_on_a_button(palette: dict[Meaning, str]) -> None:
    assert contrast("#FFFFFF", palette[Meaning.ACTION]) >= TEXT


def test_both_palettes_know_every_meaning() -> None:
    assert set(LIGHT) == set(DARK) == set(Meaning)
