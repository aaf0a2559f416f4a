"""Best Start in Life in Cambridgeshire beside its ten statistical neighbours, start September 2019.

The good level of development was measured anew from 2021/22 and not collected in 2019/20 and 2020/21: the tool
joins nothing across that, and says why. Levels and differences were worked out independently from the same file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.real.test_walk import bring_in

Official = Callable[[str], bytes]
Say = Callable[..., str]
LAIT = "lait/lait_early_years_subset.csv"
HERE = "cambridgeshire"
# School year -> Cambridgeshire, the neighbours' mean, the difference; in points.
LEVELS = {
    "2015/16": ("69.7", "70.5", "-0.8"),
    "2018/19": ("71.4", "73.2", "-1.8"),
    "2021/22": ("65.8", "66.9", "-1.1"),
    "2024/25": ("67.6", "70.0", "-2.4"),
}


def found(say: Say, official: Official, tmp_path: Path, measure: str) -> str:
    brought = bring_in(say, HERE, official(LAIT), tmp_path)
    # By hand: 11 areas x 10 years for two measures and x 9 for breastfeeding make 319 rows of 18,870.
    assert "18870 rows" in brought
    assert "Taken: 319 rows. Passed over: 18551. Refused: 0." in brought
    return say(HERE, "compare", HERE, measure)


def test_nothing_is_joined_across_the_reform_and_the_reason_is_said(
    official: Official,
    say: Say,
    tmp_path: Path,
) -> None:
    said = found(say, official, tmp_path, "gld")
    assert (
        '"Good level of development" has been measured differently since the 2021/22 school year. '
        "Earlier and later results cannot be compared, so the chart has a gap."
    ) in said
    assert "The early years foundation stage profile was reformed" in said
    assert "p 0." not in said
    assert "interval" not in said


def test_what_is_left_is_the_difference_from_its_neighbours_on_either_side(
    official: Official,
    say: Say,
    tmp_path: Path,
) -> None:
    lines = found(say, official, tmp_path, "gld").splitlines()
    for year, (ours, others, apart) in LEVELS.items():
        anew = ", measured differently from here on" if year == "2021/22" else ""
        assert f"  {year} school year{anew}: {ours}, the others {others}, difference {apart} (10 others)" in lines
    assert not any(line.startswith(("  2019/20", "  2020/21")) for line in lines)


def test_excess_weight_shows_no_change_beside_the_neighbours(
    official: Official,
    say: Say,
    tmp_path: Path,
) -> None:
    said = found(say, official, tmp_path, "excess-weight")
    # By the same file: from -2.8 points beside the neighbours in 2018/19 to -2.4 in 2024/25.
    assert "Windows: 2015-16 to 2018-19 before, 2019-20 to 2024-25 after" in said
    assert "Estimate: 0.007 (95% interval \N{MINUS SIGN}0.020 to 0.035), p 0.555" in said
    assert "2020/21 school year: not collected, as the plan says" in said
    assert "For part of the time nothing was collected as usual, and we left that time out." in said


def test_breastfeeding_is_not_worked_out_where_the_county_has_no_figures(
    official: Official,
    say: Say,
    tmp_path: Path,
) -> None:
    said = found(say, official, tmp_path, "breastfeeding")
    # Cambridgeshire has none for 2017/18, 2018/19 and 2020/21, and more than half of all cells are missing.
    assert "No test area has figures in all 8 periods compared; of 10 comparison areas" in said
    assert "p 0." not in said
