"""A programme small enough to hold in one's head: fifteen areas, one measure, one prototype, and a known effect."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluation.model.places import add_months

FRAMEWORK = """
id = "small"
name = "A small programme"
illustrative = true

[[outcomes]]
id = "healthy"
name = "Children live healthy lives"

[[streams]]
id = "visits"
name = "Health visiting figures"
owner = "The health visiting service"
cadence = "monthly"
lawful_basis = "Counts only: no personal data"

[[measures]]
id = "on-time"
name = "Reviews on time"
kind = "outcome"
outcomes = ["healthy"]
stream = "visits"
scale = "proportion"
polarity = "higher_is_better"
periods = "month"
counted = "reviews"
that = "were on time"
worthwhile = 0.05

[[groups]]
id = "group"
name = "Implementation Group"
may_decide = ["Carry on with, change or stop a prototype"]

{areas}
"""
AREA = """
[[areas]]
code = "X{number:02d}"
name = "Area {number}"
"""
PROTOTYPE = """
id = "one-team"
name = "One team"
framework = "small"
stage = "test_and_develop"
what = "One team, one list"
where = "Areas 1 to 3"
for_whom = "Families with a two-year-old"
lead = "A. Lead"
sponsor = "B. Sponsor"
theme = "{theme}"
group = "group"
start = 2025-01-01
end = 2025-12-31

[chosen]
how = "by_lot"
on = 2024-11-01

[[team]]
name = "C. Member"
role = "health visitor"

[[questions]]
id = "on-time"
text = "Do more children get their review on time?"
kind = "impact"
link = "team-time"
measure = "on-time"

[[questions]]
id = "know-who"
text = "Do parents know who to call?"

{areas}

[[theory_of_change.nodes]]
id = "team"
text = "One team"
kind = "activity"

[[theory_of_change.nodes]]
id = "time"
text = "More reviews on time"
kind = "outcome"

[[theory_of_change.links]]
id = "team-time"
source = "team"
target = "time"
assumption = "a shared list is kept up to date"
confidence = "unsure"
weakened_by = "Two lists are still kept."

[[measures]]
measure = "on-time"
role = "primary"

[[measures.criteria]]
points_to = "carry_on"
when = "better_by_at_least"
threshold = 0.05
text = "at least 5 in 100 more reviews are on time"
agreed_on = 2024-12-03
agreed_by = "group"
"""
PLACED = """
[[areas]]
code = "X{number:02d}"
role = "{role}"
"""
TEST_AREAS = 3
AREAS = 15
MONTHS = 24
START = 12


def write_programme(folder: Path) -> Path:
    """Declare the small programme under `folder` and write its figures to `figures.csv`; returns the folder."""
    (folder / "frameworks").mkdir(parents=True)
    (folder / "prototypes").mkdir()
    numbers = range(1, AREAS + 1)
    areas = "".join(AREA.format(number=number) for number in numbers)
    (folder / "frameworks" / "small.toml").write_text(FRAMEWORK.format(areas=areas), encoding="utf-8")
    placed = "".join(
        PLACED.format(number=number, role="test" if number <= TEST_AREAS else "comparison") for number in numbers
    )
    plan = PROTOTYPE.format(areas=placed, theme="").replace('theme = ""\n', "")
    (folder / "prototypes" / "one-team.toml").write_text(plan, encoding="utf-8")
    (folder / "figures.csv").write_text(figures(), encoding="utf-8")
    return folder


def figures(*, effect: int = 8) -> str:
    """A tidy file: 60 of 100 everywhere give or take, `effect` more in the test areas from January 2025 on."""
    lines = ["measure,area,period,numerator,denominator"]
    for number in range(1, AREAS + 1):
        for month in range(MONTHS):
            more = effect if number <= TEST_AREAS and month >= START else 0
            wobble = (number * 7 + month * 5) % 7 - 3
            lines.append(f"on-time,X{number:02d},{add_months(date(2024, 1, 1), month):%Y-%m},{60 + wobble + more},100")
    return "\n".join(lines) + "\n"
