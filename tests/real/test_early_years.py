"""Early years foundation stage profile: what is taken of each file, counted by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from evaluation.measures.preview import preview
from evaluation.measures.reading import Reading, read_file
from evaluation.model.framework import Framework
from evaluation.model.measure import Find
from evaluation.model.observations import Status

Official = Callable[[str], bytes]
Declared = Callable[[str], Framework]
TO_2018 = "ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv"
META = "ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.meta.csv"
TO_2019 = "ees/APS_GLD_ELG_EXP_2013_2019.csv"
BY_AREA_OF_LEARNING = "ees/EYFSP_areas_of_learning_underlying_data_2013_2018.csv"


def rows(reading: Reading) -> tuple[int, int, int, int]:
    return reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused


def test_all_rows_to_2018_are_accounted_for(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2018, official(TO_2018), declared("better-start"), areas=None, meta=official(META))
    # By hand: England, 10 regions and 152 authorities make 163 areas; 3 rows each (both sexes, girls, boys) in each
    # of 6 years make 163 x 3 x 6 = 2,934 rows. Taken: authorities, both sexes: 152 x 6 = 912. The rest are passed over.
    assert rows(reading) == (2934, 912, 2934 - 912, 0)
    assert (reading.source, reading.problems) == ("ees", ())
    assert Counter(found.period.notation for found in reading.observations) == dict.fromkeys(
        ("2012-13", "2013-14", "2014-15", "2015-16", "2016-17", "2017-18"), 152
    )
    assert "gld_number: Number of children achieving a good level of development" in reading.notes


def test_a_figure_is_the_one_in_the_file(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2018, official(TO_2018), declared("better-start"), areas=None)
    (darlington,) = [found for found in reading.observations if found.row == 35]  # line 35 of the file
    assert (darlington.area, darlington.period.notation) == ("E06000005", "2017-18")
    assert (darlington.numerator, darlington.denominator) == (913, 1257)
    assert round(darlington.value or 0, 3) == 0.726  # published: 72.6


def test_the_later_release_moved_its_columns_and_is_read_all_the_same(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2019, official(TO_2019), declared("better-start"), areas=None)
    # By hand: as above for 6 years, and 1 + 10 + 151 areas x 3 rows in 2018/19: 2,934 + 486 = 3,420.
    # Taken: 912 + 151 = 1,063.
    assert rows(reading) == (3420, 1063, 3420 - 1063, 0)


def test_no_figure_differs_between_the_two_releases(official: Official, declared: Declared) -> None:
    framework = declared("better-start")
    first = read_file(TO_2018, official(TO_2018), framework, areas=None)
    later = read_file(TO_2019, official(TO_2019), framework, areas=None)
    seen = preview(later, {found.key: found for found in first.observations})
    assert (len(seen.unchanged), len(seen.revised), len(seen.new)) == (912, 0, 151)


def test_the_same_file_again_changes_nothing(official: Official, declared: Declared) -> None:
    reading = read_file(TO_2018, official(TO_2018), declared("better-start"), areas=None)
    seen = preview(reading, {found.key: found for found in reading.observations})
    assert (len(seen.unchanged), len(seen.to_store)) == (912, 0)


def test_points_for_not_available_stay_gaps_with_their_symbol(official: Official, declared: Declared) -> None:
    reading = read_file("f.csv", official(BY_AREA_OF_LEARNING), exceeding(declared, "All Prime Areas"), areas=None)
    # By hand: 9 areas of learning for each of the 2,934 rows above make 26,406. "Exceeded" is not given for the two
    # sums over areas of learning, so all 912 figures are gaps.
    assert rows(reading) == (26406, 912, 26406 - 912, 0)
    assert {(found.status, found.symbol, found.value) for found in reading.observations} == {
        (Status.MISSING, ".", None)
    }


def test_one_area_of_learning_has_all_its_figures(official: Official, declared: Declared) -> None:
    reading = read_file("f.csv", official(BY_AREA_OF_LEARNING), exceeding(declared, "literacy"), areas=None)
    assert Counter(found.status for found in reading.observations) == {Status.REPORTED: 912}


def exceeding(declared: Declared, area_of_learning: str) -> Framework:
    """The share of children who exceeded what is expected in an area of learning."""
    framework = declared("better-start")
    filters = {"geographic_level": "local authority", "characteristic": "total", "area_of_learning": area_of_learning}
    find = Find("ees", filters, numerator="exceeded_number", denominator="number_of_children")
    return replace(framework, measures=(replace(framework.measures[0], id="exceeding", find=(find,)),))
