"""Official look-ups are brought in, kept apart by edition, and used where areas are named, changed or chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from evaluation import measures, store
from evaluation.model.observations import Batch
from evaluation.model.place_facts import FactsKind
from evaluation.model.places import add_months
from evaluation.model.references import Kind
from evaluation.model.results import Estimate
from evaluation.places import known
from evaluation.problems import MeasuresError, UsageError
from evaluation.programme import (
    Programme,
    Settings,
    bring_in_places,
    compare,
    figures_page,
    import_file,
    open_programme,
    results_page,
    suggest_comparison,
)
from evaluation.programme.cited import cited
from evaluation.programme.figures.added_up import added_up
from evaluation.programme.figures.places import gazetteer_of
from evaluation.statistics import simulate
from evaluation.words import breakable
from tests.programme.conftest import EVALUATOR, NOW, acting_as
from tests.small import AREA, FRAMEWORK, PROTOTYPE, write_programme

REAL = Path(__file__).parents[3].parent / "shared" / "real-data"
CAMBRIDGESHIRE, PETERBOROUGH, FENLAND, EAST = "E10000003", "E06000031", "E07000010", "E12000006"
# The ten statistical neighbours of Cambridgeshire, April 2021, by number (Department for Education).
TEN = (931, 916, 850, 800, 865, 938, 869, 919, 885, 937)
NEIGHBOURS = "LA num,SN1,SNP,SN2,SNP\n873,{},Close,{},Close\n"
AREAS = """
[[areas]]
code = "E10000003"
role = "test"

[comparison]
starting_with = ["E06", "E08", "E09", "E10"]
"""


@pytest.fixture
def national(tmp_path: Path) -> Iterator[Programme]:
    """A programme in Cambridgeshire that declares no areas, and compares with every upper-tier authority."""
    folder = write_programme(tmp_path / "national")
    (folder / "frameworks" / "small.toml").write_text(FRAMEWORK.format(areas=""), encoding="utf-8")
    plan = PROTOTYPE.format(areas=AREAS, theme="").replace('theme = ""\n', "")
    (folder / "prototypes" / "one-team.toml").write_text(plan, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=EVALUATOR, clock=lambda: NOW)
    yield opened
    opened.store.close()


def past(months: int = 12, others: tuple[str, ...] = ()) -> bytes:
    """Figures of every upper-tier authority there is now, with a region and a district among them."""
    gazetteer = known()
    upper = [
        code for code in gazetteer.called if code.startswith(("E06", "E08", "E09", "E10")) and gazetteer.stands(code)
    ]
    codes = [*upper, EAST, FENLAND, *others]
    rng = np.random.default_rng(3)
    seen = rng.binomial(100, 1 / (1 + np.exp(-simulate.log_odds(rng, areas=len(codes), periods=months))))
    lines = ["measure,area,period,numerator,denominator"]
    for (area, month), number in np.ndenumerate(seen):
        lines.append(f"on-time,{codes[area]},{add_months(date(2024, 1, 1), month):%Y-%m},{number},100")
    return "\n".join(lines).encode()


def codes(numbers: tuple[int, ...]) -> set[str]:
    return {known().known_as(str(number))[0] for number in numbers}


def test_a_look_up_is_kept_once_and_said_to_be_known(national: Programme) -> None:
    content = NEIGHBOURS.format(931, 916).encode()
    done = bring_in_places(national, "sn_april_2021.csv", content).content
    assert (done.kind, done.edition, done.rows_read, done.rows_used, done.again) == (
        FactsKind.NEIGHBOURS, "2021-04", 1, 1, False,
    )  # fmt: skip
    assert cited(national, done.reference) == "the look-up sn_april_2021.csv"
    again = bring_in_places(national, "sn_april_2021.csv", content).content
    assert (again.reference, again.again) == (done.reference, True)
    assert len(store.rows(national.store, Kind.PLACES)) == 1


def test_what_is_no_look_up_leaves_the_store_as_it_was(national: Programme) -> None:
    for content in (b"a,b\n1,2\n", b"", b"LA num,SN1,SN2\nx,y,z\n"):
        with pytest.raises(MeasuresError):
            bring_in_places(national, "sn_april_2021.csv", content)
    assert store.rows(national.store, Kind.PLACES) == ()
    with pytest.raises(UsageError, match="2021"):
        bring_in_places(national, "sn.csv", NEIGHBOURS.format(931, 916).encode(), edition="April")


def test_editions_stay_apart_and_the_latest_is_used_unless_one_is_named(national: Programme) -> None:
    bring_in_places(national, "sn_may_2025.csv", NEIGHBOURS.format(916, 850).encode())
    bring_in_places(national, "sn_april_2021.csv", NEIGHBOURS.format(931, 916).encode())
    held = gazetteer_of(national, national.framework)
    assert held.nearest(CAMBRIDGESHIRE) == ("E10000013", "E10000014")
    assert held.nearest(CAMBRIDGESHIRE, "2021-04") == ("E10000025", "E10000013")
    assert held.nearest(CAMBRIDGESHIRE, "2020-04") == held.nearest(PETERBOROUGH) == ()
    assert gazetteer_of(replace(national, as_at=NOW - timedelta(days=1)), national.framework).neighbours == {}


def test_statistical_neighbours_are_suggested_before_all_others(national: Programme) -> None:
    import_file(national, "past.csv", past(), request_key="past")
    bring_in_places(national, "sn_april_2021.csv", NEIGHBOURS.format(931, 916).encode())
    page = suggest_comparison(national, "one-team", number=4).content
    assert {one.area for one in page.areas[:2]} == codes((931, 916))
    assert [one.is_statistical_neighbour for one in page.areas] == [True, True, False, False]
    assert set(page.names[:2]) == {"Oxfordshire", "Gloucestershire"}


def test_the_ten_neighbours_of_cambridgeshire_from_the_official_workbook(national: Programme) -> None:
    path = REAL / "lait" / "sn_april_2021.xlsx"
    if not path.exists():
        pytest.skip("the official file lait/sn_april_2021.xlsx is not at ../shared/real-data")
    import_file(national, "past.csv", past(), request_key="past")
    bring_in_places(national, path.name, path.read_bytes())
    page = suggest_comparison(national, "one-team", number=10).content
    assert {one.area for one in page.areas} == codes(TEN)


def test_neither_regions_nor_districts_are_suggested_for_a_county(national: Programme) -> None:
    import_file(national, "past.csv", past(), request_key="past")
    page = suggest_comparison(national, "one-team", number=200).content
    suggested = {one.area for one in page.areas}
    assert PETERBOROUGH in suggested
    assert not suggested & {EAST, FENLAND, CAMBRIDGESHIRE}


def test_deprivation_counts_where_the_test_area_has_a_score(national: Programme) -> None:
    import_file(national, "past.csv", past(), request_key="past")
    others = "".join(f"E060000{number:02d},{number}\n" for number in range(30, 46))
    bring_in_places(national, "imd2019.csv", f"code,score\n{others}".encode())
    assert [row.characteristic for row in suggest_comparison(national, "one-team").content.balance][-1] == "size"
    bring_in_places(national, "imd2020.csv", f"code,score\n{CAMBRIDGESHIRE},32\n{others}".encode())
    page = suggest_comparison(national, "one-team", number=200).content
    assert page.balance[-1].characteristic == "deprivation"
    assert {one.area for one in page.areas} <= {f"E060000{number:02d}" for number in range(30, 46)}


def test_look_ups_held_are_listed_with_the_files(national: Programme) -> None:
    assert figures_page(national).content.look_ups == ()
    bring_in_places(national, "sn_april_2021.csv", NEIGHBOURS.format(931, 916).encode())
    ((what, file, on),) = figures_page(national).content.look_ups
    assert (what, file, breakable(on)) == ("statistical neighbours, 2021-04", "sn_april_2021.csv", "3 June 2026")


def test_figures_kept_under_two_codes_are_joined_and_the_method_says_so(national: Programme) -> None:
    """Barnsley was given a new code on 1 April 2025: what was kept before the tool knew stands under the old one."""
    read = measures.read_file("past.csv", past(24), national.framework, areas=None)
    kept = [
        replace(one, area="E08000016") if one.area == "E08000038" and one.period.start < date(2025, 4, 1) else one
        for one in read.observations
    ]
    batch = Batch("past.csv", "0" * 64, "tidy", len(kept), len(kept), 0, 0, len(kept), 0, 0)
    store.append_batch(national.store, batch, kept, EVALUATOR, at=NOW, request_key="past")
    page = results_page(national, "one-team", "on-time").content
    (said,) = [breakable(text) for term, text in page.method if term == "Places"]
    assert said == "Barnsley was E08000016 until 1 April 2025 and is E08000038 since: one place."


def test_names_and_numbers_in_a_file_are_found_and_said(national: Programme) -> None:
    figures = b"measure,area,period,numerator,denominator\non-time,Dorset,2019-03,1,10\non-time,Dorset,2019-04,2,10\n"
    done = import_file(national, "names.csv", figures, request_key="names").content
    stored = {figure.observation.area for figure in store.observations(national.store)}
    assert stored == {"E10000009", "E06000059"}
    assert any("Figures whose area was found by its name or number: 2." in note for note in done.notes)


def test_the_same_area_under_two_codes_is_one_figure_or_a_problem(national: Programme) -> None:
    heading = "measure,area,period,numerator,denominator\n"
    same = heading + "on-time,E08000020,2024-01,1,10\non-time,E08000037,2024-01,1,10\n"
    done = import_file(national, "same.csv", same.encode(), request_key="same").content
    assert (done.batch.rows_used, done.batch.rows_filtered, done.problems) == (1, 1, ())
    other = heading + "on-time,E08000020,2024-02,1,10\non-time,E08000037,2024-02,2,10\n"
    done = import_file(national, "other.csv", other.encode(), request_key="other").content
    assert {problem.code for problem in done.problems} == {"duplicate-key"}


def test_counties_and_districts_in_one_file_are_said_and_never_compared(national: Programme) -> None:
    done = import_file(national, "past.csv", past(24), request_key="past").content
    assert any(
        "areas and larger areas they lie in (Fenland and Cambridgeshire, for one)" in note for note in done.notes
    )
    comparison = compare(national, "one-team", "on-time").content.comparison
    assert FENLAND not in repr(comparison.outcome)


def test_a_look_up_names_places_the_table_does_not_know(national: Programme) -> None:
    content = "LADCD,LADNM,UTLACD,UTLANM\nE06000077,Newshire,E06000077,Newshire\n"
    bring_in_places(national, "codes.csv", content.encode())
    assert gazetteer_of(national, national.framework).known_as("Newshire") == ("E06000077",)
    assert gazetteer_of(replace(national, as_at=NOW - timedelta(days=1)), national.framework).known_as("Newshire") == ()


def test_who_may_not_bring_in_figures_may_not_bring_in_look_ups(national: Programme) -> None:
    reader = acting_as(national, replace(EVALUATOR, role=type(EVALUATOR.role)("reader")))
    with pytest.raises(UsageError):
        bring_in_places(reader, "sn_april_2021.csv", NEIGHBOURS.format(931, 916).encode())


@pytest.fixture
def merging(tmp_path: Path) -> Iterator[Programme]:
    """The small programme, two comparison areas of which become one on 1 June 2025; counts are carried over."""
    folder = write_programme(tmp_path / "merging")
    framework = (folder / "frameworks" / "small.toml").read_text(encoding="utf-8")
    for number in (14, 15):
        declared = AREA.format(number=number)
        framework = framework.replace(declared, f'{declared}valid_to = 2025-06-01\nsuccessor = "X16"\n')
    framework += AREA.format(number=16) + "valid_from = 2025-06-01\n"
    (folder / "frameworks" / "small.toml").write_text(framework, encoding="utf-8")
    plan = (folder / "prototypes" / "one-team.toml").read_text(encoding="utf-8")
    plan += '\n[design]\nboundary_policy = "carry"\n'
    (folder / "prototypes" / "one-team.toml").write_text(plan, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=EVALUATOR, clock=lambda: NOW)
    yield opened
    opened.store.close()


def until_june(folder: Path) -> list[str]:
    """The small programme's figures: areas 14 and 15 up to May 2025, then area 16."""
    lines = (folder / "figures.csv").read_text(encoding="utf-8").splitlines()
    rest = [line for line in lines if ",X14," not in line and ",X15," not in line]
    before = [line for line in lines if line not in rest and line.split(",")[2] < "2025-06"]
    after = [line.replace(",X14,", ",X16,") for line in lines if ",X14," in line and line.split(",")[2] >= "2025-06"]
    return [*rest, *before, *after]


def test_declared_areas_that_merge_are_followed_as_what_they_became(merging: Programme) -> None:
    content = "\n".join(until_june(merging.folder)).encode()
    import_file(merging, "figures.csv", content, request_key="figures")
    page = results_page(merging, "one-team", "on-time").content
    outcome = compare(merging, "one-team", "on-time").content.comparison.outcome
    assert isinstance(outcome, Estimate)
    assert "X16" in outcome.comparison_areas
    assert not {"X14", "X15"} & set(outcome.comparison_areas)
    (said,) = [breakable(text) for term, text in page.method if term == "Places"]
    assert said == (
        "Area 16 was made of Area 14 and Area 15 until 1 June 2025; "
        "without figures of its own their counts are added up."
    )


def test_what_is_carried_over_is_a_sum_of_the_counts_it_is_made_of(merging: Programme) -> None:
    """So that a small number in one part cannot be worked out from the comparison areas together."""
    content = "\n".join(until_june(merging.folder)).encode()
    import_file(merging, "figures.csv", content, request_key="figures")
    figures = [one.observation for one in store.observations(merging.store)]
    plan, framework = merging.prototype("one-team"), merging.framework
    sums = added_up([plan], framework, framework.measures[0], figures, gazetteer_of(merging, framework))
    together = [one.areas for one in sums if one.periods == {"2024-04"} and "X13" in one.areas]
    assert together
    assert all({"X14", "X15"} <= areas for areas in together)
    held = {(one.area, one.period.notation) for one in figures}
    for one in sums:
        for period in one.periods:
            there = {area for area in one.areas if (area, period) in held}
            assert not ("X16" in there and there & {"X14", "X15"})


def test_where_the_plan_says_nothing_the_merger_stops_the_comparison_by_name_and_date(merging: Programme) -> None:
    plan = merging.folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('"carry"', '"stop"'), encoding="utf-8")
    again = open_programme(Settings.from_environment({}, folder=merging.folder), actor=EVALUATOR, clock=lambda: NOW)
    lines = (merging.folder / "figures.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if ",X14," not in line or line.split(",")[2] < "2025-06"]
    import_file(again, "figures.csv", "\n".join(kept).encode(), request_key="figures")
    said = breakable(results_page(again, "one-team", "on-time").content.sentence)
    again.store.close()
    assert said.startswith(
        "We cannot work this out yet. Area 14 became part of Area 16 on 1 June 2025, so figures before"
    )
