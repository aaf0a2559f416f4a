from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from tests.app.acting import typed
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
    wanting, rest = (table.value for table in app.table if "What is missing" in table.value.columns)
    assert list(wanting["State"]) == [":orange[**late**]", ":orange[**never arrived**]"]
    assert set(rest["State"]) == {":green[**up to date**]"}
    assert all("due on" in said for said in rest["Next"])


def test_what_was_agreed_to_be_shared_is_a_list_with_its_lawful_basis(at_filled: OpenAt) -> None:
    (agreed,) = (table.value for table in at_filled("figures").table if "Lawful basis" in table.value.columns)
    assert len(agreed) == 9
    assert all(agreed["Lawful basis"])


def test_warnings_come_first_with_the_response_that_was_agreed(at_filled: OpenAt) -> None:
    app = at_filled("figures")
    assert app.header[0].value.replace("\u00a0", " ") == "5 warnings"
    assert list(app.table[0].value["State"]) == [":orange[**waiting for an answer**]"] * 3
    assert "The immunisation lead rings the practices of the area" in shown(app)


def test_a_letter_is_written_when_somebody_opens_it(at_filled: OpenAt) -> None:
    app = at_filled("figures")
    assert not app.text
    app.session_state["letters"] = True
    app.run()
    assert not app.exception
    assert app.text[0].value.startswith("Dear colleague,")
    assert "Smoking at the time of delivery: April to June 2026, all areas" in app.text[0].value


def test_a_measure_is_chosen_and_its_completeness_said(at_filled: OpenAt) -> None:
    app = at_filled("figures", measure="reviews-on-time")
    assert "2 to 2½ year reviews on time: every figure that is due has come" in shown(app)
    app = at_filled("figures", measure="dental-decay")
    assert "Tooth decay at five: no figures yet." in shown(app)


def test_a_lead_says_what_is_being_done_about_a_warning(at_small: OpenAt, small_folder: Path, figures: bytes) -> None:
    framework = small_folder / "frameworks" / "small.toml"
    level = (
        '[[measures.warning_levels]]\nid = "few"\nbelow = 0.62\nresponse = "Ask why."\nowner = "The lead"\ndays = 9\n\n'
    )
    text = framework.read_text(encoding="utf-8").replace("[[groups]]", f"{level}[[groups]]", 1)
    framework.write_text(text, encoding="utf-8")
    app = chosen(at_small("figures", EVALUATOR), "figures.csv", figures)
    app.button(key="store-figures").click().run()
    assert "Warning. Reviews on time, Area" in shown(app)
    app.session_state["answer-warning"] = True
    app.run()
    typed(app, "eve/warning-on-time@X04/2025-12-few", "Two clinics more.")
    app.button(key="warning-save").click().run()
    assert not app.exception
    assert "We have kept what is being done." in shown(app)


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
