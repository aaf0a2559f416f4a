"""Results become chart specifications here; only drawing one loads a plotting library."""

from evaluation.charts.calendar import Calendar
from evaluation.charts.completeness import CompletenessWords, completeness
from evaluation.charts.drivers import DriverColumn, DriverStep, drivers_dot
from evaluation.charts.effect_range import EffectRangeWords, effect_range
from evaluation.charts.other_areas import OtherAreasWords, other_areas
from evaluation.charts.over_time import OverTimeWords, over_time
from evaluation.charts.path import PathWords, path
from evaluation.charts.process import ProcessWords, process
from evaluation.charts.small_line import SmallLineWords, UsualRange, small_line
from evaluation.charts.spec import ChartSpec
from evaluation.charts.theory import dot

__all__ = [
    "Calendar",
    "ChartSpec",
    "CompletenessWords",
    "DriverColumn",
    "DriverStep",
    "EffectRangeWords",
    "OtherAreasWords",
    "OverTimeWords",
    "PathWords",
    "ProcessWords",
    "SmallLineWords",
    "UsualRange",
    "completeness",
    "dot",
    "drivers_dot",
    "effect_range",
    "other_areas",
    "over_time",
    "path",
    "process",
    "small_line",
]
