"""Official figures that lie beside the project, as tidy frames; a test that needs them skips where they are not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

FOLDER = Path(__file__).parents[2] / "shared" / "real-data"
TO_2018 = "ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv"
TO_2019 = "ees/APS_GLD_ELG_EXP_2013_2019.csv"
# Blackpool, Bradford, Lambeth, Nottingham, Southend-on-Sea.
BETTER_START = ("E06000009", "E08000032", "E09000022", "E06000018", "E06000033")
UPPER_TIER = ("E06", "E08", "E09", "E10")


def good_level(name: str, test_areas: tuple[str, ...] = (), start: str | None = None) -> pd.DataFrame:
    """Good level of development by local authority and school year, all children: counts (Department for Education)."""
    figures = _read(name)
    figures = figures[figures["geographic_level"].str.lower() == "local authority"]
    figures = figures[figures["gender" if "gender" in figures else "characteristic"] == "Total"]
    return pd.DataFrame(
        {
            "area": figures["new_la_code"],
            "period": figures["time_period"],
            "start": [start if area in test_areas else None for area in figures["new_la_code"]],
            "numerator": pd.to_numeric(figures["gld_number"], errors="coerce"),
            "denominator": pd.to_numeric(figures["number_of_children"], errors="coerce"),
        }
    )


def by_sex(name: str, test_areas: tuple[str, ...] = (), start: str | None = None) -> pd.DataFrame:
    """Good level of development by local authority, school year and sex: counts (Department for Education)."""
    figures = _read(name)
    figures = figures[(figures["geographic_level"].str.lower() == "local authority") & (figures["gender"] != "Total")]
    return pd.DataFrame(
        {
            "area": figures["new_la_code"],
            "period": figures["time_period"],
            "group": figures["gender"],
            "start": [start if area in test_areas else None for area in figures["new_la_code"]],
            "numerator": pd.to_numeric(figures["gld_number"], errors="coerce"),
            "denominator": pd.to_numeric(figures["number_of_children"], errors="coerce"),
        }
    )


def reception_obesity(test_area: str, start: str) -> pd.DataFrame:
    """Obesity in reception by upper-tier authority and school year: published percentages, as shares (NCMP)."""
    figures = _read("ncmp/obese_reception_corporate_plan_2024.csv")
    one_year = figures["indicator"] == "Reception prevalence of obesity (including severe obesity)"
    figures = figures[one_year & figures["inequality"].isna() & figures["area_code"].str[:3].isin(UPPER_TIER)]
    return pd.DataFrame(
        {
            "area": figures["area_code"],
            "period": figures["period"],
            "start": [start if area == test_area else None for area in figures["area_code"]],
            "value": pd.to_numeric(figures["value"], errors="coerce") / 100,
        }
    )


def _read(name: str) -> pd.DataFrame:
    if not (FOLDER / name).exists():
        pytest.skip(f"official figures are not beside the project: {name}")
    return pd.read_csv(FOLDER / name, dtype=str, encoding="utf-8-sig")
