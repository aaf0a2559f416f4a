"""Words in a picture that Graphviz draws."""

from __future__ import annotations

from evaluation.charts.labels import quoted, wrapped


def test_a_label_stands_on_short_lines() -> None:
    assert wrapped("Health and early years under one roof", 16) == r'"Health and early\nyears under one\nroof"'


def test_nothing_in_a_name_ends_its_quotes_or_is_obeyed() -> None:
    assert quoted('a "b" \\N & c') == r'"a \"b\" \\N &amp; c"'


def test_what_no_eye_can_see_is_left_out() -> None:
    assert wrapped("left\u202eright\nnext", 20) == '"leftright next"'


def test_a_name_of_nothing_is_an_empty_label() -> None:
    assert wrapped("", 16) == '""'
