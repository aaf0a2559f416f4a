"""Our guesses beforehand, on the page of a prototype."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor, Role
from evaluation.model.predictions import Likelihood
from evaluation.programme import Programme, Settings, guesses_page, open_programme
from evaluation.words.situations import NO_GUESSES
from tests.app.acting import press, typed
from tests.app.looking import OpenAt, shown

LEAD = Actor("ann", "Ann Lead", Role.LEAD)
EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)
READER = Actor("rea", "Rea Reader", Role.READER)
IDENTIFYING = "Because NHS number 943 476 5919 was seen."


def form(at: OpenAt, who: Actor | None) -> AppTest:
    """The page of the small prototype with the form unfolded."""
    app = at("prototypes", who, prototype="one-team")
    app.session_state["guess"] = True
    return app.run()


def stored(folder: Path) -> Programme:
    """The programme as whoever guessed sees it."""
    settings = Settings.from_environment({}, folder=folder, database=f"sqlite:///{folder / 'store.sqlite'}")
    return open_programme(settings, actor=LEAD)


def test_an_empty_section_says_what_to_do(at_small: OpenAt) -> None:
    assert NO_GUESSES in shown(at_small("prototypes", prototype="one-team"))


def test_the_illustrative_guesses_wait_and_the_others_turned_out(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="one-team")
    assert "Our guesses beforehand" in shown(app)
    assert any("How the others turned out" in fold.label for fold in app.expander)
    tables = "\n".join(table.value.to_string() for table in app.table)
    assert "did not come true" in tables
    assert "prediction:" not in tables


def test_a_guess_is_kept_with_three_choices(at_small: OpenAt, small_folder: Path) -> None:
    app = form(at_small, LEAD)
    app.number_input[0].set_value(70)
    app.radio(key="guess-how-one-team-on-time").set_value(Likelihood.LIKELY)
    app = press(app, "Keep my guess")
    assert not app.exception
    assert "We have kept your guess." in shown(app)
    (line,) = guesses_page(stored(small_folder)).content.waiting
    assert "at least 70 in every 100" in line.guessed.replace("\u00a0", " ")
    assert line.likelihood == "likely"


def test_a_reminder_leads_straight_to_the_guess_about_its_measure(at_small: OpenAt) -> None:
    app = at_small("prototypes", LEAD, prototype="one-team", guess="on-time")
    (box,) = [box for box in app.selectbox if box.label == "What will the figures say about"]
    assert box.value is not None
    assert box.value.measure == "on-time"
    assert [each.label for each in app.expander].count("Guess beforehand") == 1
    folded = at_small("prototypes", LEAD, prototype="one-team", guess="nonsense")
    assert not [box for box in folded.selectbox if box.label == "What will the figures say about"]


def test_without_a_word_nothing_is_kept_and_it_says_so(at_small: OpenAt, small_folder: Path) -> None:
    app = press(form(at_small, LEAD), "Keep my guess")
    assert "choose how likely it is" in shown(app)
    assert guesses_page(stored(small_folder)).content.waiting == ()


def test_text_that_could_identify_someone_stops_it(at_small: OpenAt, small_folder: Path) -> None:
    app = form(at_small, LEAD)
    typed(app, "ann/one-team/guess-on-time", IDENTIFYING)
    app.number_input[0].set_value(70)
    app.radio(key="guess-how-one-team-on-time").set_value(Likelihood.LIKELY)
    app = press(app, "Keep my guess")
    assert "could identify someone" in shown(app)
    assert guesses_page(stored(small_folder)).content.waiting == ()


def test_a_range_is_asked_of_evaluators_alone(at_small: OpenAt) -> None:
    assert len(form(at_small, LEAD).number_input) == 1
    assert [box.label for box in form(at_small, EVALUATOR).number_input][1:] == ["Lowest", "Highest"]


def test_a_reader_makes_none_and_somebody_unnamed_is_asked_who_they_are(at_small: OpenAt) -> None:
    assert "Keep my guess" not in [button.label for button in form(at_small, READER).button]
    assert "Who is this?" in shown(form(at_small, None))


def test_a_persons_own_record_is_for_that_person(at_small: OpenAt) -> None:
    assert "10 more to go" in shown(form(at_small, LEAD))
    assert "your guesses turned out" not in shown(at_small("prototypes", LEAD, prototype="one-team"))


def test_how_we_know_publishes_the_numbers_behind_the_words(at_filled: OpenAt) -> None:
    app = at_filled("how_we_know")
    assert "Intergovernmental Panel on Climate Change" in shown(app)
    told = [list(table.value["That stands for"]) for table in app.table if "That stands for" in table.value.columns]
    assert ["5%", "20%", "50%", "80%", "95%"] in told
