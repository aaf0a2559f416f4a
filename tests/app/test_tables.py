from __future__ import annotations

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from tests.app.conftest import PATIENCE


def _page() -> None:
    # AppTest runs these lines as a script of their own.
    from evaluation.app.tables import calm_table  # noqa: PLC0415
    from evaluation.app.text import state_word  # noqa: PLC0415
    from evaluation.model.release import HIDDEN  # noqa: PLC0415

    calm_table(
        ["Area", "On time", "State"],
        [("Saltby", 1490, state_word("holds")), ("*Fallow*", HIDDEN, "open"), ("Ferry", None, "open")],
    )


def test_a_hidden_figure_says_so_and_the_column_stays_numeric() -> None:
    table = AppTest.from_function(_page, default_timeout=PATIENCE).run().table[0]
    assert str(table.value["On time"].dtype) == "float64"
    shown = table.proto.arrow_data.styler.display_values
    assert shown
    cells = convert_arrow_bytes_to_pandas_df(shown)
    assert list(cells.iloc[:, 1]) == ["1,490", "hidden", "none yet"]
    assert list(cells.iloc[:, 0]) == ["Saltby", r"\*Fallow\*", "Ferry"]
    assert cells.iloc[0, 2] == ":green[**holds**]"
