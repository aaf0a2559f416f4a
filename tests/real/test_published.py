"""What two releases, or two publishers, say of one figure; and eight exports of one indicator, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evaluation import places
from evaluation.measures.preview import preview
from evaluation.measures.reading import Reading, read_file
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import PeriodKind
from tests.measures.conftest import measure
from tests.real.conftest import OFFICIAL

Official = Callable[[str], bytes]
TO_2018 = "ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv"
TO_2019 = "ees/APS_GLD_ELG_EXP_2013_2019.csv"
SINCE_2016 = "lait/lait_early_years_subset.csv"
REGIONS = "fingertips/children_mh_by_region"
ALL_CHILDREN = {"characteristic": "Total", "gender": "Total"}
COUNTED = Find(
    "ees",
    {"geographic_level": "Local authority"},
    if_present=ALL_CHILDREN,
    numerator="gld_number",
    denominator="number_of_children",
)


def read(content: bytes, find: Find, scale: Scale, periods: PeriodKind = PeriodKind.ACADEMIC_YEAR) -> Reading:
    measures = (measure("one", scale, periods, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    return read_file("file.csv", content, framework, areas=None, gazetteer=places.known())


def by_key(reading: Reading) -> dict[Any, Observation]:
    return {found.key: found for found in reading.observations}


def test_two_releases_of_the_foundation_stage_profile_report_no_change(official: Official) -> None:
    first, later = (read(official(name), COUNTED, Scale.PROPORTION) for name in (TO_2018, TO_2019))
    seen = preview(later, by_key(first))
    # By hand: 152 authorities in each of the six years that both releases hold; 151 in the seventh.
    assert (len(seen.unchanged), len(seen.revised), len(seen.new)) == (152 * 6, 0, 151)


def test_tiny_authorities_stay_as_they_are(official: Official) -> None:
    reading = read(official(TO_2019), COUNTED, Scale.PROPORTION)
    counts = {
        area: sorted(found.denominator or 0 for found in reading.observations if found.area == area)
        for area in ("E09000001", "E06000053")  # City of London, Isles of Scilly
    }
    assert {area: (few[0], few[-1]) for area, few in counts.items()} == {"E09000001": (42, 81), "E06000053": (15, 28)}


def test_the_tool_of_the_department_means_the_year_that_ends(official: Official) -> None:
    # Percentages of the results for 2018/19 to one decimal; the tool writes 2019.
    published = Find("ees", {"geographic_level": "Local authority"}, if_present=ALL_CHILDREN, value="gld_percent")
    results = by_key(read(official(TO_2019), published, Scale.PUBLISHED_PERCENTAGE))
    tool = read(official(SINCE_2016), Find("lait", {"Short Desc": "FSP_NEW_GOODDEV"}), Scale.PUBLISHED_PERCENTAGE)
    both = [(found, results[found.key]) for found in tool.observations if found.key in results]
    agreeing = [one for one, other in both if one.value is not None and one.value == pytest.approx(other.value)]
    gaps = [one for one, _ in both if one.value is None]
    assert {one.period.notation for one in agreeing} == {"2015-16", "2016-17", "2017-18", "2018-19"}
    # By hand: 152 authorities in three years and 151 in the fourth; the tool keeps back two of them.
    assert (len(agreeing), len(gaps), len(both)) == (605, 2, 607)


def test_eight_exports_one_after_the_other_revise_nothing(official: Official) -> None:
    files = sorted(path.relative_to(OFFICIAL).as_posix() for path in (OFFICIAL / REGIONS).glob("*.csv"))
    find = Find("fingertips", {"indicator": "91141"})
    stored: dict[Any, Observation] = {}
    unchanged = read_rows = 0
    for file in files:
        reading = read(official(file), find, Scale.PUBLISHED_PERCENTAGE, PeriodKind.CALENDAR_YEAR)
        seen = preview(reading, stored)
        assert seen.revised == ()
        unchanged, read_rows = unchanged + len(seen.unchanged), read_rows + reading.rows_read
        stored |= {found.key: found for found in seen.new}
    # 1,350 rows of ten indicators; England stands in each of the eight exports, so seven times too often.
    assert (read_rows, unchanged, len(stored)) == (1350, 7, 128)


def test_eight_exports_in_one_file_say_each_figure_once(official: Official) -> None:
    files = sorted(path.relative_to(OFFICIAL).as_posix() for path in (OFFICIAL / REGIONS).glob("*.csv"))
    if not files:
        pytest.skip(f"the official files of {REGIONS} are not at ../shared/real-data")
    first, *others = (official(file).decode("utf-8-sig") for file in files)
    stacked = "".join([first, *(other.partition("\n")[2] for other in others)])
    indicators = ("91141", "91137", "91138", "91139", "91146", "91145", "92315", "90813", "92796", "91871")
    kinds = {"92315": PeriodKind.ACADEMIC_YEAR, "90813": PeriodKind.FINANCIAL_YEAR, "92796": PeriodKind.FINANCIAL_YEAR}
    measures = tuple(
        measure(
            f"i{name}", Scale.MEAN, kinds.get(name, PeriodKind.CALENDAR_YEAR), Find("fingertips", {"indicator": name})
        )
        for name in indicators
    )
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    reading = read_file("stacked.csv", stacked.encode(), framework, areas=None, gazetteer=places.known())
    # 1,350 rows, of which 70 repeat another: England's ten, seven times.
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused) == (1350, 1280, 70, 0)
    assert "Rows passed over because an earlier row gives the same figure: 70." in reading.notes


def test_a_combined_value_stands_under_one_code_and_says_so_under_both(official: Official) -> None:
    find = Find("fingertips", {"indicator": "93356", "age": "All ages"})
    content = official("fingertips/indicators-CountyUA.data_campylobacter.csv")
    reading = read(content, find, Scale.RATE, PeriodKind.CALENDAR_YEAR)
    combined = [found for found in reading.observations if found.note.endswith("combined")]
    by_area = {found.area: found.status for found in combined}
    # City of London with Hackney, Isles of Scilly with Cornwall.
    assert by_area == {
        "E09000001": Status.UNAVAILABLE,
        "E09000012": Status.REPORTED,
        "E06000053": Status.UNAVAILABLE,
        "E06000052": Status.REPORTED,
    }
    assert 'The publisher remarks on 6 figures: "Value for Hackney and City of London combined".' in reading.notes


def test_the_file_that_explains_the_columns_gives_their_labels(official: Official) -> None:
    measures = (measure("one", Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR, COUNTED),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    meta = official(TO_2018.replace(".csv", ".meta.csv"))
    reading = read_file("f.csv", official(TO_2018), framework, areas=None, meta=meta)
    assert "number_of_children: Number of children included in EYFSP results" in reading.notes
