from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from tests.app.looking import OpenAt, shown

EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)
READER = Actor("rob", "Rob Reader", Role.READER)


@pytest.fixture
def figures(small_folder: Path) -> bytes:
    return (small_folder / "figures.csv").read_bytes()


def chosen(app: AppTest, name: str, content: bytes) -> AppTest:
    """Choose a file; nothing is stored by that."""
    app.file_uploader[0].set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_every_source_has_its_state_in_a_word(at_filled: OpenAt) -> None:
    app = at_filled("figures")
    assert "Figures: of 9 sources, 1 late and 1 never arrived" in shown(app)
    states = list(app.table[0].value["State"])
    assert ":orange[**late**]" in states
    assert ":green[**up to date**]" in states


def test_before_the_first_file_the_page_says_so(at_small: OpenAt) -> None:
    assert "No figures yet. Bring in your first file." in shown(at_small("figures"))


def test_a_file_is_shown_before_it_is_stored_and_then_stored_once(at_small: OpenAt, figures: bytes) -> None:
    app = chosen(at_small("figures", EVALUATOR), "figures.csv", figures)
    assert "figures.csv: 360 new figures, nothing stored yet" in shown(app)
    assert "No figures yet." in shown(app)
    app.button(key="store-figures").click().run()
    assert "Stored from figures.csv: 360 new figures, 0 revised." in shown(app)
    assert "No figures yet." not in shown(app)
    chosen(app, "again.csv", figures)
    assert "again.csv was brought in before, byte for byte. Nothing has changed." in shown(app)
    assert "Store these figures" not in labels(app)


def test_refused_rows_are_named_row_by_row_and_the_rest_is_offered(at_small: OpenAt, figures: bytes) -> None:
    faulty = figures.replace(b"on-time,X01,2024-01,", b"on-tiem,X01,2024-01,").replace(
        b",X02,2024-02,", b",X99,2024-02,"
    )
    app = chosen(at_small("figures", EVALUATOR), "faulty.csv", faulty)
    tables = [table.value for table in app.table if next(iter(table.value.columns)) == "Where"]
    assert len(tables) == 1
    assert len(tables[0]) == 2
    assert "on-time" in " ".join(tables[0].iloc[0])
    assert "Store these figures" in labels(app)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("names.csv", b"nhs_number,area\n9434765919,X01\n", "No figures were taken from names.csv."),
        ("empty.csv", b"", "No figures were taken from empty.csv."),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "No figures were taken from picture.csv."),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(
    at_small: OpenAt, name: str, content: bytes, said: str
) -> None:
    app = chosen(at_small("figures", EVALUATOR), name, content)
    assert said in shown(app)
    assert "Store these figures" not in labels(app)


def test_a_reader_sees_what_a_file_would_do_and_does_not_store_it(at_small: OpenAt, figures: bytes) -> None:
    app = chosen(at_small("figures", READER), "figures.csv", figures)
    assert "360 new figures, nothing stored yet" in shown(app)
    assert "Evaluators and officers store figures." in shown(app)
    assert "Store these figures" not in labels(app)


def test_somebody_without_a_name_is_asked_for_it_before_storing(at_small: OpenAt, figures: bytes) -> None:
    app = chosen(at_small("figures"), "figures.csv", figures)
    assert "Who is this?" in [header.value for header in app.header]
    assert "Store these figures" not in labels(app)


def test_the_template_can_be_taken(at_small: OpenAt) -> None:
    assert "Download a template to fill in" in [
        element.proto.label for element in at_small("figures").get("download_button")
    ]
