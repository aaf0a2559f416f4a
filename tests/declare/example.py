"""A small complete programme as text, and a folder to change it in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaluation.declare import Declarations, Known, read

FRAMEWORK = """\
id = "good-start"
name = "A good start"
[[outcomes]]
id = "healthy"
name = "Children live healthy lives"
[[streams]]
id = "reviews"
name = "Health visiting reviews"
owner = "Health visiting"
cadence = "quarterly"
lawful_basis = "public task"
[[measures]]
id = "on-time"
name = "Reviews on time"
kind = "outcome"
outcomes = ["healthy"]
stream = "reviews"
scale = "proportion"
polarity = "higher_is_better"
periods = "financial_year"
counted = "reviews"
that = "were on time"
formerly = ["timely-reviews"]
find = [{ source = "tidy", filters = { measure = "on-time" }, value = "value" }]
[[measures]]
id = "heard"
name = "Parents who felt heard"
kind = "experience"
outcomes = ["healthy"]
stream = "reviews"
scale = "mean"
polarity = "higher_is_better"
periods = "month"
counted = "parents"
that = "felt heard"
[[areas]]
code = "D1"
name = "North"
[[areas]]
code = "D2"
name = "South"
[[themes]]
id = "workforce"
name = "Workforce"
[[workstreams]]
id = "one-team"
name = "One team"
drivers = [{ id = "shared-list", name = "A shared list" }]
[[groups]]
id = "implementation-group"
name = "Implementation Group"
"""

PLAN = """\
id = "one-team"
name = "One team"
framework = "good-start"
stage = "execute_and_measure"
what = "One team for each family"
where = "North"
for_whom = "Parents of children under three"
lead = "A health visitor"
sponsor = "The director"
theme = "workforce"
workstreams = ["one-team"]
drivers = ["shared-list"]
group = "implementation-group"
start = 2026-04-01
end = 2027-03-31
[[team]]
name = "A midwife"
role = "Midwife"
[[areas]]
code = "D1"
role = "test"
[[areas]]
code = "D2"
role = "comparison"
[chosen]
how = "by_need"
measure = "on-time"
period = "2024-25"
[[theory_of_change.nodes]]
id = "visits"
text = "We visit"
kind = "activity"
[[theory_of_change.nodes]]
id = "trust"
text = "Parents trust us"
kind = "output"
[[theory_of_change.links]]
id = "visits-to-trust"
source = "visits"
target = "trust"
assumption = "We come back"
[[questions]]
id = "who-to-call"
text = "Do parents know who to call?"
link = "visits-to-trust"
measure = "heard"
[[measures]]
measure = "on-time"
role = "primary"
criteria = [
  { points_to = "stop", when = "not_better_by", threshold = 0.02, text = "Stop where little changed" },
]
[[measures]]
measure = "heard"
role = "experience"
[[planned_looks]]
on = 2026-10-01
after_periods = 2
"""

KNOWN = Known(
    estimators=frozenset({"area-change", "before-after"}),
    checks=frozenset({"scale"}),
    sources=frozenset({"tidy"}),
    profiles=frozenset({"below-5"}),
)


@dataclass(frozen=True)
class Programme:
    """A programme folder that a test changes and reads."""

    folder: Path

    def write(self, file: str, text: str) -> None:
        (self.folder / file).parent.mkdir(exist_ok=True)
        (self.folder / file).write_text(text, encoding="utf-8")

    def change(self, old: str, new: str, file: str = "prototypes/one-team.toml") -> None:
        """Put `new` where `old` stands first."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def read(self) -> Declarations:
        return read(self.folder, KNOWN)

    def said(self) -> list[tuple[str, str]]:
        """Code and place of every problem."""
        return [(problem.code, str(problem.origin)) for problem in self.read().problems]

    def codes(self) -> list[str]:
        return [problem.code for problem in self.read().problems]

    def line(self, text: str, file: str = "prototypes/one-team.toml") -> str:
        """The place of the first line that holds `text`."""
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return f"{file}:{next(number for number, line in enumerate(lines, start=1) if text in line)}"
