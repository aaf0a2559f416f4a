"""A file nobody foresaw: asked about on the page, stored, and known the next time."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from tests.app.looking import OpenAt, shown
from tests.measures.test_workbooks import workbook

EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)
RETURN = b"Place code,Month,Number seen,Number due\nX01,2024-01,30,40\nX02,2024-01,20,40\n"


def chosen(app: AppTest, content: bytes, name: str = "returns.csv") -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def select(app: AppTest, label: str) -> object:
    return next(box for box in app.selectbox if box.label.startswith(label)).value


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def choose(app: AppTest, label: str, value: str) -> None:
    next(box for box in app.selectbox if box.label.startswith(label)).set_value(value)


def test_guesses_stand_ready_and_the_first_rows_are_shown(at_small: OpenAt) -> None:
    app = chosen(at_small("figures", EVALUATOR), RETURN)
    assert "Tell us which column is what" in shown(app)
    assert (select(app, "Which area"), select(app, "Which period")) == ("Place code", "Month")
    assert select(app, "What the figures are about") == "on-time"
    tables = [table.value for table in app.table if next(iter(table.value.columns)) == "Place code"]
    assert [len(table) for table in tables] == [2]


def test_what_is_said_is_shown_stored_kept_and_known_again(at_small: OpenAt) -> None:
    app = chosen(at_small("figures", EVALUATOR), RETURN)
    choose(app, "How many", "Number seen")
    choose(app, "Out of how many", "Number due")
    choose(app, "The figure as published", "")
    press(app, "Show what this would do")
    assert "returns.csv: 2 new figures, nothing stored yet" in shown(app)
    app.text_input(key="mapping-name").set_value("Returns")
    press(app, "Store these figures")
    assert "Stored from returns.csv: 2 new figures, 0 revised." in shown(app)
    chosen(app, RETURN.replace(b"2024-01", b"2024-02"), "february.csv")
    assert "february.csv: 2 new figures, nothing stored yet" in shown(app)
    assert "the mapping" in shown(app)


def test_what_is_lacking_is_said_and_nothing_happens(at_small: OpenAt) -> None:
    app = chosen(at_small("figures", EVALUATOR), RETURN)
    choose(app, "Which area", "")
    press(app, "Show what this would do")
    assert "the column of areas" in shown(app)
    assert "nothing stored yet" not in shown(app)


def test_no_row_of_a_file_about_persons_is_shown(at_small: OpenAt) -> None:
    app = chosen(at_small("figures", EVALUATOR), b"Place code,Surname,Seen\nX01,Smith,1\nX02,Jones,1\n")
    assert "No figures were taken from returns.csv." in shown(app)
    assert "Tell us which column is what" not in shown(app)
    assert "Smith" not in str([table.value for table in app.table])


def test_a_sheet_of_several_can_be_chosen(at_small: OpenAt) -> None:
    rows: list[list[object]] = [["Place code", "Month", "Number seen", "Number due"], ["X01", "2024-01", 30, 40]]
    app = chosen(at_small("figures", EVALUATOR), workbook(*rows, first=[["About", "this"], ["it", "is"]]), "book.xlsx")
    choose(app, "Sheet", "Data")
    app.run()
    assert select(app, "Which area") == "Place code"


def test_a_file_that_was_read_can_be_read_another_way(at_small: OpenAt) -> None:
    app = chosen(
        at_small("figures", EVALUATOR), b"measure,area,period,numerator,denominator\non-time,X01,2024-01,3,4\n"
    )
    assert "Is this not the right sheet, or are the columns others?" in [expander.label for expander in app.expander]
