"""What a correction of figures touches, and what stays as it was known before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.release import HIDDEN
from evaluation.programme import (
    Programme,
    Settings,
    compare,
    corrections_page,
    draft_decision,
    import_file,
    meeting_item,
    open_programme,
    preview_file,
    prototype_page,
    results_page,
    upgrade,
)
from tests.databases import NewUrl
from tests.programme.conftest import EVALUATOR, NOTE_TAKER, NOW, acting_as
from tests.small import figures, write_programme

DAY = timedelta(days=1)


def with_one_changed(month: str, count: str) -> bytes:
    """The figures of the small programme, one of the first area otherwise."""
    head = f"on-time,X01,{month},"
    lines = [f"{head}{count},100" if line.startswith(head) else line for line in figures().splitlines()]
    return ("\n".join(lines) + "\n").encode()


@pytest.fixture
def at(new_url: NewUrl, database: str, tmp_path: Path) -> Iterator[Callable[..., Programme]]:
    """Opens the small programme so many days on, perhaps as at another day, on either database."""
    folder, url = write_programme(tmp_path / "small"), new_url(database)
    settings = Settings.from_environment({}, folder=folder, database=url)
    upgrade(settings)
    made = []

    def opened(days: int = 0, as_at: int | None = None) -> Programme:
        then = None if as_at is None else NOW + as_at * DAY
        made.append(open_programme(settings, actor=EVALUATOR, as_at=then, clock=lambda: NOW + days * DAY))
        return made[-1]

    import_file(opened(), "figures.csv", figures().encode(), request_key="figures")
    yield opened
    for programme in made:
        programme.store.close()


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def decided(programme: Programme) -> str:
    """A decision that rests on the result as it is now; the result's reference."""
    found = compare(programme, "one-team", "on-time").content
    draft_decision(
        acting_as(programme, NOTE_TAKER),
        prototype="one-team",
        verdict=Verdict.CARRY_ON,
        why="It works.",
        cites=[str(found.reference)],
        request_key="draft",
    )
    return str(found.reference)


def test_a_preview_says_which_results_and_decisions_a_correction_touches(at: Callable[..., Programme]) -> None:
    reference = decided(at(1))
    seen = preview_file(at(2), "corrected.csv", with_one_changed("2025-03", "40")).content
    # The result of all figures, and that of the figures up to the planned end, which the agreed rule is asked of.
    assert [each.figures for each in seen.touched] == [1, 1]
    (touched,) = (each for each in seen.touched if each.resting)
    assert str(touched.reference) == reference
    assert [kind.kind.value for kind in touched.resting] == ["decision"]
    assert plain(touched.said) == (
        "One team, Reviews on time: 1 figure behind this result is corrected. The decision of 4 June 2026 rests on it."
    )


def test_the_same_is_said_once_it_is_stored(at: Callable[..., Programme]) -> None:
    decided(at(1))
    content = with_one_changed("2025-03", "40")
    seen = preview_file(at(2), "corrected.csv", content).content
    stored = import_file(at(2), "corrected.csv", content, request_key="corrected").content
    assert stored.touched == seen.touched != ()


def test_a_file_that_corrects_nothing_touches_nothing(at: Callable[..., Programme]) -> None:
    decided(at(1))
    more = figures() + "on-time,X01,2026-01,60,100\n"
    assert preview_file(at(2), "more.csv", more.encode()).content.touched == ()


def test_what_was_known_before_a_correction_stays_as_it_was(at: Callable[..., Programme]) -> None:
    before = compare(at(1), "one-team", "on-time").content
    page_before = results_page(at(1), "one-team", "on-time").content
    item_before = meeting_item(at(1, as_at=1), "one-team").content
    import_file(at(3), "corrected.csv", with_one_changed("2025-03", "10"), request_key="corrected")
    now = compare(at(4), "one-team", "on-time").content
    assert now.comparison != before.comparison
    assert compare(at(4, as_at=2), "one-team", "on-time").content == before
    assert meeting_item(at(4, as_at=1), "one-team").content.sentence == item_before.sentence
    shown = results_page(at(4, as_at=2), "one-team", "on-time").content
    assert plain(shown.cautions[0]) == (
        "Figures behind this were corrected on 6 June 2026; this is the result as known before."
    )
    assert (shown.sentence, shown.cautions[1:]) == (page_before.sentence, page_before.cautions)
    assert results_page(at(4), "one-team", "on-time").content.cautions == page_before.cautions


def test_the_plan_in_force_then_answers_for_then(at: Callable[..., Programme]) -> None:
    before = compare(at(1), "one-team", "on-time").content
    plan = at().folder / "prototypes" / "one-team.toml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('lead = "A. Lead"', 'lead = "B. Other"').replace("X03", "X99"), encoding="utf-8")
    assert compare(at(3), "one-team", "on-time").content != before
    assert compare(at(4, as_at=2), "one-team", "on-time").content == before
    assert at(4, as_at=2).prototype("one-team").lead == "A. Lead"
    assert at(4).prototype("one-team").lead == "B. Other"


def test_a_decision_on_an_old_result_says_so(at: Callable[..., Programme]) -> None:
    decided(at(1))
    import_file(at(3), "corrected.csv", with_one_changed("2025-03", "10"), request_key="corrected")
    (line,) = prototype_page(at(4), "one-team").content.decisions
    assert tuple(map(plain, line.rests_on)) == (
        "the result on Reviews on time, made before figures behind it were corrected on 6 June 2026",
    )


def test_corrected_figures_are_listed_before_and_now_with_small_numbers_hidden(at: Callable[..., Programme]) -> None:
    assert corrections_page(at()).content.headline == ""
    import_file(at(1), "second.csv", with_one_changed("2025-03", "30"), request_key="second")
    import_file(at(2), "third.csv", with_one_changed("2025-03", "28"), request_key="third")
    page = corrections_page(at(3)).content
    assert plain(page.headline) == "2 corrected figures in 2 files"
    third, second = page.figures.rows
    assert [plain(str(cell)) for cell in third[:5]] == [
        "third.csv",
        "5 June 2026",
        "Reviews on time",
        "Area 1",
        "March 2025",
    ]
    assert third[5:8] == (HIDDEN, HIDDEN, HIDDEN)  # two children fewer than before
    assert third[8:10] == (28, 100)
    assert second[8:10] == (30, 100)
    assert plain(str(second[10])) == "30 in every 100"
    assert HIDDEN not in second


def test_corrections_as_at_an_earlier_day_are_those_known_by_then(at: Callable[..., Programme]) -> None:
    import_file(at(1), "second.csv", with_one_changed("2025-03", "30"), request_key="second")
    earlier = replace(at(3), as_at=NOW)
    assert corrections_page(earlier).content.figures.rows == ()
