from __future__ import annotations

import re
from pathlib import Path

from evaluation.model.codes import Finds, Grade
from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, import_file, open_programme
from evaluation.words import checks, explained
from tests.app.looking import OpenAt, shown
from tests.store.behind_its_back import change

EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)


def test_every_check_strength_and_outcome_is_explained() -> None:
    assert set(explained.CHECKS) == set(checks.QUESTIONS)
    assert set(explained.STRENGTHS) == set(Grade)
    told = {finds for _, _, finds in explained.OUTCOMES}
    assert set(Finds) - told == {Finds.HARM, Finds.CANNOT_SAY}


def test_nothing_is_explained_in_the_words_of_evaluators() -> None:
    said = [*explained.COMPARING, *explained.STRENGTHS.values(), *explained.CHECKS.values()]
    said += [f"{name} {meaning}" for name, meaning, _ in explained.OUTCOMES]
    said += [explained.HIDDEN_FIGURES, explained.LEARNING, explained.SIGNS, explained.ALTERED]
    never = re.compile(
        r"\b(grade|p-value|significan\w*|suppress\w*|placebo|counterfactual|seal|fingerprint|dose)\b", re.IGNORECASE
    )
    assert [text for text in said if never.search(text)] == []


def test_the_programmes_words_stand_in_order(at_filled: OpenAt) -> None:
    tables = [table.value for table in at_filled("how_we_know").table]
    words = next(list(table["Word"]) for table in tables if "Word" in table.columns)
    assert words == sorted(words, key=str.casefold)
    assert "**Good level of development**" in words


def test_a_programme_without_words_has_no_such_part(at_small: OpenAt) -> None:
    headers = [header.value for header in at_small("how_we_know").header]
    assert "Our words" not in headers


def test_an_untouched_store_gives_the_line_for_the_minutes(at_small: OpenAt) -> None:
    app = at_small("how_we_know")
    app.button(key="verify").click().run()
    assert "Nothing was altered. For the minutes: " in shown(app)


def test_a_row_changed_behind_the_tools_back_is_named(at_small: OpenAt, small_folder: Path) -> None:
    content = (small_folder / "figures.csv").read_bytes()
    url = f"sqlite:///{small_folder / 'store.sqlite'}"
    opened = open_programme(Settings.from_environment({}, folder=small_folder, database=url), actor=EVALUATOR)
    import_file(opened, "figures.csv", content, request_key="figures")
    change(opened.store, "UPDATE observations SET numerator = numerator + 1 WHERE number = 1")
    opened.store.close()
    app = at_small("how_we_know")
    app.button(key="verify").click().run()
    assert "Something was altered outside this tool." in shown(app)
    assert "its figures do not match their seal" in shown(app)
