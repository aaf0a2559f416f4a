"""What never stands on a page, but in the evaluator's folded part and in the list of files."""

from __future__ import annotations

import re

import pytest

from tests.app.looking import OpenAt, labels, shown
from tests.writing import mistakes

NEVER = re.compile(
    r"\b(grades?|dose|toml|p-value|suppress\w*|fingerprints?|sha256|null|placebo|denominator|numerator"
    r"|(?:entry|answer|decision|comparison|measure|question|link):\S+)\b",
    re.IGNORECASE,
)
THE_EVALUATORS = "Term"  # the heading of the table of the method
THE_GLOSSARY = "Word"


@pytest.mark.parametrize(
    ("page", "prototype", "measure"),
    [
        ("prototypes", "", ""),
        ("prototypes", "hub-clinics", ""),
        ("prototypes", "one-team", ""),
        ("prototypes", "welcome-walkers", ""),
        ("results", "hub-clinics", "breastfeeding"),
        ("results", "one-team", "reviews-on-time"),
        ("results", "one-team", "visits-as-planned"),
        ("results", "smoke-free-start", "smoking-at-delivery"),
        ("add_note", "", ""),
        ("figures", "", ""),
        ("waiting", "", ""),
        ("how_we_know", "", ""),
        ("meeting", "", ""),
        ("programme", "", ""),
        ("what_we_learnt", "", ""),
    ],
)
def test_no_internal_word_and_no_mistake_of_writing_stands_on_a_page(
    at_filled: OpenAt, page: str, prototype: str, measure: str
) -> None:
    app = at_filled(page, prototype=prototype, measure=measure)
    tables = [table.value for table in app.table if not {THE_EVALUATORS, THE_GLOSSARY} & set(table.value.columns)]
    cells = "\n".join(f"{list(table.columns)} {table.to_numpy().tolist()}" for table in tables)
    assert NEVER.findall(f"{shown(app)}\n{cells}") == []
    told = [cell for table in tables for cell in table.to_numpy().ravel().tolist() if isinstance(cell, str)]
    assert list(mistakes("\n".join([shown(app), labels(app), *told]))) == []
