from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.conftest import PATIENCE


def _page() -> None:
    # AppTest runs these lines as a script of their own.
    from evaluation.app.chart import chart  # noqa: PLC0415
    from evaluation.charts.spec import Axis, ChartKind, ChartSpec, Point, Role, Series, Tick  # noqa: PLC0415
    from evaluation.model.release import Audience, Column, Released, Stamps, Table  # noqa: PLC0415

    points = (Point("2018", 1.0, 61.5, row=0), Point("2019", 2.0, None, gap="hidden"), Point("2020", 3.0, 64.0, row=2))
    table = Table((Column("Year"), Column("In every 100")), (("2018", 61.5), ("2019", None), ("2020", 64.0)))
    spec = ChartSpec(
        kind=ChartKind.SMALL_LINE,
        title="On-time reviews rose",
        unit="in every 100 due",
        alt="On-time reviews rose from 61.5 to 64 in every 100.",
        table=table,
        source="Source: illustrative figures.",
        x=Axis(1.0, 3.0, (Tick(1.0, "2018"), Tick(3.0, "2020"))),
        y=Axis(60.0, 70.0, (Tick(60.0, "60"), Tick(70.0, "70"))),
        series=(Series("Marsh End", Role.SMALL, points),),
    )
    chart(Released(spec, Stamps(illustrative=True, audience=Audience.GROUP)), key="on-time")


def test_a_chart_speaks_has_its_numbers_as_a_table_and_can_be_taken_away() -> None:
    app = AppTest.from_function(_page, default_timeout=PATIENCE).run()
    assert not app.exception
    drawn = app.get("plotly_chart")[0]
    assert drawn.proto.alt == "On-time reviews rose from 61.5 to 64 in every 100."
    assert app.header[0].value == "On-time reviews rose"
    assert list(app.table[0].value["In every 100"].dropna()) == [61.5, 64.0]
    assert app.get("download_button")[0].proto.label == "Download the numbers"
    assert any("Source: illustrative figures." in element.value for element in app.markdown)
