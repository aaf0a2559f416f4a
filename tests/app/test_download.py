from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.conftest import PATIENCE
from tests.app.looking import OpenAt


def _page() -> None:
    # AppTest runs these lines as a script of their own.
    from evaluation.app.download import download_numbers  # noqa: PLC0415
    from evaluation.model.release import Audience, Column, Released, Stamps, Table  # noqa: PLC0415

    table = Table((Column("Word"), Column("Meaning")), (("cohort", "those born together"),))
    download_numbers(Released(table, Stamps(illustrative=False, audience=Audience.PUBLISHED)), "words")


def test_a_table_can_be_taken_in_every_form_there_is() -> None:
    app = AppTest.from_function(_page, default_timeout=PATIENCE).run()
    assert not app.exception
    labels = [element.proto.label for element in app.get("download_button")]
    assert labels == ["Download the numbers", "For Excel", "With notes"]


def test_every_chart_has_its_numbers_in_every_form(at_filled: OpenAt) -> None:
    labels = [element.proto.label for element in at_filled("results", prototype="one-team").get("download_button")]
    charts = labels.count("Download the picture")
    assert charts == labels.count("Download the numbers") == labels.count("For Excel") == labels.count("With notes")
    assert charts > 0
