from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.conftest import PATIENCE


def _script() -> None:
    from evaluation.app.searching import searching  # noqa: PLC0415 - a page of its own

    searching()


def test_the_box_takes_no_more_than_a_search_and_says_nothing_before_one() -> None:
    app = AppTest.from_function(_script, default_timeout=PATIENCE).run()
    (box,) = app.text_input
    assert (box.label, box.max_chars) == ("Words to look for", 200)
    assert not app.markdown
