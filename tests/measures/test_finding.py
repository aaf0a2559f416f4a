from __future__ import annotations

from evaluation.measures.finding import columns_of, finds_in, lay_out, missing_columns
from evaluation.measures.reading import read_file
from evaluation.measures.sources import tidy
from evaluation.measures.tables import Table
from evaluation.model.canonical import from_json, to_json
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Status
from evaluation.model.places import PeriodKind
from tests.measures.conftest import measure

HEADING = "indicator,kind,code,year,value,remark,why,sex\n"
FIND = Find(
    "tidy",
    {"indicator": ("Seen", "Seen in time")},
    area="code",
    period="year",
    value="value",
    if_present={"kind": "All", "never": "here"},
    note="remark",
    status="why",
    group="sex",
)


def framework(*finds: Find) -> Framework:
    measures = (measure("seen", Scale.MEAN, PeriodKind.CALENDAR_YEAR, *finds),)
    return Framework(id="f", name="F", outcomes=(), measures=measures, streams=())


def test_a_filter_may_hold_several_texts() -> None:
    rows = "SEEN,all,X1,2019,1,,,\nSeen in  time,All,X2,2019,2,,,\nSeen late,All,X3,2019,3,,,\n"
    reading = read_file("f.csv", (HEADING + rows).encode(), framework(FIND), areas=None)
    assert [found.area for found in reading.observations] == ["X1", "X2"]


def test_a_column_only_some_releases_have_is_asked_where_it_is_there() -> None:
    rows = "Seen,All,X1,2019,1,,,\nSeen,Some,X1,2019,2,,,\n"
    reading = read_file("f.csv", (HEADING + rows).encode(), framework(FIND), areas=None)
    assert [found.value for found in reading.observations] == [1.0]
    without = (HEADING + rows.splitlines()[0]).replace(",kind", "").replace(",All", "")
    assert read_file("f.csv", without.encode(), framework(FIND), areas=None).rows_used == 1


def test_the_remark_the_status_and_the_group_of_a_figure_are_read_from_their_columns() -> None:
    rows = "Seen,All,X1,2019,1,by telephone,unreliable,girls\nSeen,All,X1,2019,,,suppressed,boys\n"
    reading = read_file("f.csv", (HEADING + rows).encode(), framework(FIND), areas=None)
    assert [(found.status, found.note, found.group) for found in reading.observations] == [
        (Status.UNRELIABLE, "by telephone", "girls"),
        (Status.SUPPRESSED, "", "boys"),
    ]


def test_a_column_that_is_named_is_needed() -> None:
    table = Table(("indicator", "code", "year", "value", "remark", "sex"), lambda: iter(()))
    (first, *_) = finds_in(table, tidy.SOURCE, framework(FIND).measures[0])
    assert missing_columns(first, table) == ("why",)
    assert "sex" in columns_of(first)
    assert lay_out(table, tidy.SOURCE, framework(FIND)).unfound == ["seen"]


def test_a_find_with_lists_comes_back_from_its_canonical_text() -> None:
    assert from_json(to_json(FIND)) == FIND
