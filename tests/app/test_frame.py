from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.app import PAGES, PageEntry
from tests.app.conftest import PATIENCE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_opens_with_one_title(opened: Callable[[str], AppTest], page: PageEntry) -> None:
    app = opened(page.name)
    assert len(app.title) == 1


def test_the_menu_has_every_page_in_its_order() -> None:
    assert [page.title for page in PAGES] == [
        "Meeting",
        "Prototypes",
        "Add a note",
        "Waiting for you",
        "What we learnt",
        "Results",
        "Figures",
        "The programme",
        "How we know",
    ]


def test_every_file_of_the_folder_is_in_the_menu() -> None:
    folder = PAGES[0].file.parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == {page.name for page in PAGES}


def test_imported_objects_are_out_of_the_collectors_sight_after_a_run(app: AppTest) -> None:
    app.run()
    frozen = gc.get_freeze_count()
    assert frozen > len(sys.modules)
    app.run()
    assert gc.get_freeze_count() <= frozen


def _page_with_a_bad_plan() -> None:
    from evaluation.app.failures import failures_shown  # noqa: PLC0415 - AppTest runs these lines as a script
    from evaluation.problems import DeclarationError, Origin, Problem  # noqa: PLC0415 - AppTest runs these lines as a script

    with failures_shown():
        problem = Problem("cycle", "The steps lead back.", "Take one out.", origin=Origin("prototypes/a.toml", line=24))
        raise DeclarationError("The plan cannot be used.", [problem])


def _page_with_our_fault() -> None:
    from evaluation.app.failures import failures_shown  # noqa: PLC0415 - AppTest runs these lines as a script

    with failures_shown():
        name = "Smith"
        raise RuntimeError(f"Baby {name}")


def test_a_failure_of_the_plan_is_told_with_where_and_how_to_mend() -> None:
    shown = " ".join(element.value for element in _run(_page_with_a_bad_plan).markdown)
    assert "The plan cannot be used" in shown
    assert "Line 24: The steps lead back. Take one out." in shown


def test_our_fault_keeps_the_app_up_and_quotes_nobody(caplog: pytest.LogCaptureFixture) -> None:
    app = _run(_page_with_our_fault)
    assert "Something went wrong on our side" in app.markdown[0].value
    assert "RuntimeError" in caplog.text
    assert "Baby Smith" not in caplog.text


def _run(page: Callable[[], None]) -> AppTest:
    return AppTest.from_function(page, default_timeout=PATIENCE).run()
