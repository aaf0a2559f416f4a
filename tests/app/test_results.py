from __future__ import annotations

from pathlib import Path

from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, import_file, open_programme
from tests.app.looking import OpenAt, shown


def test_a_difference_is_a_finding_with_its_range_its_pictures_and_its_checks(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team")
    page = shown(app)
    assert "about 4 in 100 more than we would expect without the prototype" in page
    assert "Are more children seen on time than we would expect without the prototype?" in page
    assert page.count("The likely range is 1 to 7 more") == 1
    assert len(app.get("plotly_chart")) == 4  # the range, over time, other areas, and folded the path
    assert all(element.proto.alt for element in app.get("plotly_chart"))
    assert ["Check", "What we found", "Result"] in [list(table.value.columns) for table in app.table]


def test_every_chart_has_its_numbers_and_can_be_taken_away(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team")
    labels = [element.proto.label for element in app.get("download_button")]
    assert labels.count("Download the numbers") == labels.count("Download the picture") == 4


def test_what_held_is_folded_after_what_should_be_looked_at(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="smoke-free-start")
    tables = [table.value for table in app.table if "Check" in table.value.columns]
    open_states, held_states = ([str(state) for state in table["Result"]] for table in tables)
    assert open_states[0].endswith("look at this**]")
    assert not any("holds" in state for state in open_states)
    assert all("holds" in state for state in held_states)
    (folded,) = (each for each in app.expander if each.label.startswith("What held"))
    assert folded.label == f"What held: {len(held_states)} of {len(open_states) + len(held_states)} checks"


def test_the_evaluator_finds_the_path_and_every_other_fair_way_folded_with_the_method(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team", measure="reviews-on-time")
    (method,) = (each for each in app.expander if each.label == "For the evaluator: the method")
    assert "Other fair ways of comparing, all agreed beforehand" in [each.value for each in method.subheader]
    (ways,) = (table.value for table in method.table if "Why it is fair" in table.value.columns)
    assert list(ways["Way of comparing"]) == [
        "The last twelve months before only",
        "Without the level they were chosen on",
    ]
    assert [element.proto.alt[:39] for element in method.get("plotly_chart")] == [
        "Before the start the areas moved alike,"
    ]


def test_what_it_cost_stands_among_the_facts(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team", measure="reviews-on-time")
    cells = [str(cell) for table in app.table for cell in table.value.to_numpy().ravel()]
    assert any("for each additional child, between \u00a3" in cell for cell in cells)


def test_harm_is_said_plainly_with_the_rule_that_asks_for_a_look(at_filled: OpenAt) -> None:
    page = shown(at_filled("results", prototype="hub-clinics", measure="breastfeeding"))
    assert "Breastfeeding at 6 to 8 weeks is lower than we would expect: about 5 in 100 fewer" in page
    assert "The rule agreed on 5 March 2024 says the group must look at this now." in page


def test_where_there_is_no_result_the_page_says_why_what_is_needed_and_what_there_is(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team", measure="visits-as-planned")
    page = shown(app)
    assert app.title[0].value == "We cannot work this out yet"
    assert "There are no figures from before the start" in page
    assert "What would be needed: at least one period before the start." in page
    assert "Visits made as planned: within its usual ups and downs" in page
    assert "show something unusual when nothing changed" in page
    assert "compared with nothing here" in page
    (alt,) = (element.proto.alt for element in app.get("plotly_chart"))
    assert "Usual range" in alt


def test_a_prototype_offers_its_own_measures_only(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team", measure="emergency-visits")
    app.selectbox(key="choose-prototype").select("smoke-free-start").run()
    assert "measure" not in app.query_params
    assert app.selectbox(key="choose-measure").options == [
        "Smoking at the time of delivery",
        "Parents with someone to talk to",
    ]
    assert app.selectbox(key="choose-measure").value == "smoking-at-delivery"


def test_an_address_that_names_nothing_shows_the_first_result(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="no-such", measure="neither")
    assert app.selectbox(key="choose-prototype").value == "hub-clinics"


def test_the_result_of_the_prototype_looked_at_last_comes_first(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="text-reminders")
    app.query_params.clear()
    app.switch_page("evaluation/app/pages/results.py").run()
    assert app.selectbox(key="choose-prototype").value == "text-reminders"


def test_without_figures_the_page_says_so(at_small: OpenAt) -> None:
    page = shown(at_small("results"))
    assert "We cannot work this out yet" in page
    assert "No figures yet." in page


def test_without_prototypes_the_page_says_where_to_look(at_small: OpenAt, small_folder: Path) -> None:
    (small_folder / "prototypes" / "one-team.toml").unlink()
    assert "Until then look at who it reached" in shown(at_small("results"))


def test_with_nothing_to_compare_with_the_process_chart_stands_where_other_areas_would(
    at_small: OpenAt, small_folder: Path
) -> None:
    plan = small_folder / "prototypes" / "one-team.toml"
    plan.write_text(f'{plan.read_text(encoding="utf-8")}\n[design]\nmethod = "before-after"\n', encoding="utf-8")
    url = f"sqlite:///{small_folder / 'store.sqlite'}"
    settings = Settings.from_environment({"EVALUATION_DATABASE_URL": url}, folder=small_folder)
    programme = open_programme(settings, actor=Actor("eve", "Eve Evaluator", Role.EVALUATOR))
    import_file(programme, "figures.csv", (small_folder / "figures.csv").read_bytes(), request_key="figures")
    programme.store.close()
    app = at_small("results", prototype="one-team")
    assert "Reviews on time: unusual for the better in December\u00a02025, worth asking why" in [
        each.value for each in app.header
    ]
    assert "it is one of seven or more in a row on one side of the middle." in shown(app)
    assert len(app.get("plotly_chart")) == 3
    assert "other area" not in shown(app)
