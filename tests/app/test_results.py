from __future__ import annotations

from pathlib import Path

from tests.app.looking import OpenAt, shown


def test_a_difference_is_a_finding_with_its_range_its_pictures_and_its_checks(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team")
    page = shown(app)
    assert "about 4 in 100 more than we would expect without the prototype" in page
    assert "Are more children seen on time than we would expect without the prototype?" in page
    assert page.count("The likely range is 1 to 7 more") == 1
    assert len(app.get("plotly_chart")) == 3
    assert all(element.proto.alt for element in app.get("plotly_chart"))
    assert ["Check", "What we found", "Result"] in [list(table.value.columns) for table in app.table]


def test_every_chart_has_its_numbers_and_can_be_taken_away(at_filled: OpenAt) -> None:
    app = at_filled("results", prototype="one-team")
    labels = [element.proto.label for element in app.get("download_button")]
    assert labels.count("Download the numbers") == labels.count("Download the picture") == 3


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
    assert "What there is instead" in page
    assert [element.proto.alt[:39] for element in app.get("plotly_chart")] == [
        "Visits made as planned in the test area"
    ]


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
