from __future__ import annotations

from evaluation.charts import DriverColumn, DriverStep, drivers_dot
from evaluation.charts.palette import DARK, LIGHT, Meaning

COLUMNS = (
    DriverColumn(
        "Driver", (DriverStep("driver:list", "One list"), DriverStep("driver:words", "Few words", "no prototype yet"))
    ),
    DriverColumn("Prototype", (DriverStep("prototype:one", 'One "team" \\N & co'),)),
)
LEGS = (("driver:list", "prototype:one"),)


def test_every_box_stands_in_its_column_below_its_title() -> None:
    drawn = drivers_dot(COLUMNS, LEGS)
    assert '{rank=same; "driver:list"; "driver:words"; title0}' in drawn
    assert "title0 -> title1 [style=invis]" in drawn
    assert '"driver:list" -> "prototype:one"' in drawn


def test_what_a_box_lacks_is_written_in_it() -> None:
    drawn = drivers_dot(COLUMNS, LEGS)
    (lacking,) = [line for line in drawn.splitlines() if "dashed" in line]
    assert lacking.startswith('"driver:words" [label="Few words\\nno prototype yet"')
    assert LIGHT[Meaning.LOOK] in lacking
    assert DARK[Meaning.LOOK] in drivers_dot(COLUMNS, LEGS, dark=True)


def test_a_name_is_shown_and_never_obeyed() -> None:
    assert r"One \"team\" \\N &amp;\nco" in drivers_dot(COLUMNS, LEGS)


def test_nothing_to_draw_is_an_empty_picture() -> None:
    assert drivers_dot((), ()).endswith("}")
