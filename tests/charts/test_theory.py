from __future__ import annotations

import re

import pytest

from evaluation.charts.palette import DARK, LIGHT, Meaning
from evaluation.charts.theory import STYLES, dot
from evaluation.model.theory import Link, Node, NodeKind, TheoryOfChange


def theory(*texts: str) -> TheoryOfChange:
    nodes = tuple(Node(f"n{at}", text, NodeKind.ACTIVITY) for at, text in enumerate(texts))
    links = tuple(Link(f"l{at}", f"n{at}", f"n{at + 1}", "parents agree") for at in range(len(texts) - 1))
    return TheoryOfChange(nodes, links)


def labels(drawn: str) -> list[str]:
    return re.findall(r'label="((?:[^"\\]|\\.)*)"', drawn)


@pytest.mark.parametrize("state", STYLES)
def test_every_state_is_written_on_its_link(state: str) -> None:
    drawn = dot(theory("One team", "One list"), {"l0": state}, None)
    assert labels(drawn)[2].replace("\\l", " ").replace("\u00a0", "").split() == state.split()


def test_a_link_nobody_spoke_of_is_untested() -> None:
    assert "untested" in dot(theory("One team", "One list"), {}, None)


def test_the_riskiest_link_says_so_in_ink() -> None:
    drawn = dot(theory("One team", "One list"), {}, "l0")
    assert LIGHT[Meaning.INK] in drawn.split("->")[1]
    assert "riskiest" in drawn


def test_what_comes_after_a_break_has_an_outline_of_its_own_and_says_so() -> None:
    drawn = dot(theory("One team", "One list", "Seen on time"), {"l0": "looks wrong"}, None, hanging={"n1", "n2"})
    assert [line.count("dashed") for line in drawn.split("\n") if line.startswith('"n') and "->" not in line] == [
        0,
        1,
        1,
    ]
    first, second = (label for label in labels(drawn)[3:])
    assert "after" not in first
    assert second.replace("\\l", " ").replace("\u00a0", "").split() == ["untested,", "after", "the", "break"]


def test_states_differ_in_more_than_colour() -> None:
    looks = {(style.style, style.head, style.is_double) for style in STYLES.values()}
    assert len(looks) == len(STYLES)


def test_an_unknown_state_is_not_drawn() -> None:
    with pytest.raises(KeyError):
        dot(theory("One team", "One list"), {"l0": "refuted"}, None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('says "yes"', r"says \"yes\""),
        (r"to \N or \l", r"to \\N or \\l"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("a &lt; b", "a &amp;lt; b"),
        ("one\ntwo\r\n\tthree", "one two three"),
        ("\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd", "abc \u05e9\u05dc\u05d5\u05dd"),
        ("ends in \\", r"ends in \\"),
        ('"]; evil [label="', r"\"]; evil [label=\""),
        ("nul\x00", "nul"),
        ("", ""),
    ],
)
def test_a_label_says_what_was_written_and_nothing_more(text: str, label: str) -> None:
    assert labels(dot(theory(text), {}, None)) == [label]


def test_long_steps_are_wrapped_and_crowded_ones_more() -> None:
    long = "Families tell their story once to one person"
    few = dot(theory(long), {}, None)
    crowded = dot(TheoryOfChange(tuple(Node(f"n{at}", long, NodeKind.INPUT) for at in range(4))), {}, None)
    assert max(map(len, labels(few)[0].split("\\n"))) <= 18
    assert max(map(len, labels(crowded)[0].split("\\n"))) <= 10


def test_it_runs_from_top_to_bottom_in_letters_that_are_measured_wide() -> None:
    drawn = dot(theory("One team"), {}, None)
    assert "rankdir=TB" in drawn
    assert 'fontname="Helvetica"' in drawn


def test_a_dark_page_has_dark_steps() -> None:
    assert DARK[Meaning.WASH] in dot(theory("One team"), {}, None, dark=True)
