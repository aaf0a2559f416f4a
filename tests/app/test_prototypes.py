from __future__ import annotations

import os
import re
from pathlib import Path

from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, compare, import_file, open_programme
from tests.app.acting import typed
from tests.app.looking import OpenAt, shown

LEAD = Actor("ann", "Ann Lead", Role.LEAD)
EVALUATOR = Actor("eve", "Eve Evaluator", Role.EVALUATOR)
READER = Actor("rob", "Rob Reader", Role.READER)


def test_without_a_choice_every_prototype_is_listed(at_filled: OpenAt) -> None:
    app = at_filled("prototypes")
    assert "6 prototypes" in shown(app)
    assert "Test and develop: 4." in shown(app)
    links = [element.proto.label for element in app.get("page_link")]
    assert {"One team around the family", "Welcome walkers"} <= set(links)


def test_the_address_chooses_the_prototype(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="hub-clinics")
    assert app.title[0].value == "Clinics moved into hubs"
    app.selectbox(key="choose-prototype").select("one-team").run()
    assert app.title[0].value == "One team around the family"
    assert app.query_params["prototype"] == "one-team"


def test_its_parts_are_listed_at_the_top_by_the_anchors_of_their_headings(at_filled: OpenAt) -> None:
    for prototype, left_out in (("one-team", set()), ("welcome-walkers", {"measures"})):
        app = at_filled("prototypes", prototype=prototype)
        (listed,) = [element.proto.body for element in app.get("html") if "On this page" in element.proto.body]
        anchors = re.findall(r'href="#([a-z-]+)"', listed)
        assert {"how-it-works", "questions", "decided", "noticed", "told", "plan"} <= set(anchors)
        assert not left_out & set(anchors)
        assert anchors == [header.proto.anchor for header in app.header if header.proto.anchor in anchors]


def test_the_theory_is_drawn_and_stands_beside_as_words(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="one-team")
    drawn = app.get("graphviz_chart")[0].proto
    assert drawn.spec.startswith("digraph theory {")
    assert "They meet for half an hour each week and agree who visits whom: supported" in drawn.alt
    assert list(app.table[0].value.columns) == ["This leads to that", "State"]
    assert "only if there is somewhere to send a child who needs help" in shown(app)


def test_each_measure_has_its_words_its_line_and_its_link(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="one-team")
    lines = [element.proto.alt for element in app.get("plotly_chart")]
    assert len(lines) == 6
    assert all("in the test areas, latest" in alt for alt in lines)
    to = [element.proto.query_string for element in app.get("page_link")]
    assert "prototype=one-team&measure=reviews-on-time" in to


def test_what_a_decision_rests_on_is_said_in_words(at_filled: OpenAt) -> None:
    page = shown(at_filled("prototypes", prototype="hub-clinics"))
    assert "the note of 22 January 2026 by Bethan Quillfeather" in page
    assert "entry:" not in page


def test_an_idea_has_its_questions_and_no_measures(at_filled: OpenAt) -> None:
    app = at_filled("prototypes", prototype="welcome-walkers")
    assert "not written down yet" in shown(app)
    assert not app.get("plotly_chart")
    assert "Measures" not in [header.value for header in app.header]


def test_a_programme_without_prototypes_says_how_to_begin(at_small: OpenAt, small_folder: Path) -> None:
    (small_folder / "prototypes" / "one-team.toml").unlink()
    assert "Describe your first one (5 questions)" in shown(at_small("prototypes"))


def test_a_faulty_plan_is_named_and_the_others_stay(at_small: OpenAt, small_folder: Path) -> None:
    plan = (small_folder / "prototypes" / "one-team.toml").read_text(encoding="utf-8")
    for name in ("second", "third"):
        faulty = plan.replace('id = "one-team"', f'id = "{name}"').replace('kind = "impact"', 'kind = "hope"')
        (small_folder / "prototypes" / f"{name}.toml").write_text(faulty, encoding="utf-8")
    page = shown(at_small("prototypes"))
    assert "1 prototype\n" in page
    assert "Second: the plan cannot be used until this is mended." in page
    assert "Third: the plan cannot be used until this is mended." in page
    assert "hope" in page


def test_a_lead_answers_a_question(at_small: OpenAt) -> None:
    app = at_small("prototypes", LEAD, prototype="one-team")
    app.session_state["answer"] = True
    app.run()
    app.selectbox(key="answer-question").select_index(1).run()
    typed(app, "ann/one-team/answer-know-who", "They do, once told.")
    app.button(key="answer-save").click().run()
    assert "We have saved the answer." in shown(app)
    assert "What we want to find out: 1 answered, 1 open" in shown(app)


def test_an_answer_against_the_result_it_rests_on_is_told_so_before_it_is_saved_and_beside_it(
    at_small: OpenAt, small_folder: Path
) -> None:
    opened = open_programme(Settings.from_environment(os.environ), actor=EVALUATOR)
    import_file(opened, "figures.csv", (small_folder / "figures.csv").read_bytes(), request_key="f")
    result = str(compare(opened, "one-team", "on-time").content.reference)
    opened.store.close()
    app = at_small("prototypes", LEAD, prototype="one-team")
    app.session_state["answer"] = True
    app.run()
    app.radio(key="answer-supports").set_value("No, it looks wrong")
    app.multiselect(key="answer-cites").select(result).run()
    assert "This result speaks for the step by itself:" in shown(app)
    assert "You may save it: a result that speaks the other way does not count for the answer." in shown(app)
    typed(app, "ann/one-team/answer-on-time", "No, the lists were merged.")
    app.button(key="answer-save").click().run()
    beside = "A result it rests on speaks for the step by itself:"
    assert "We have saved the answer." in shown(app)
    assert beside in shown(app)
    cells = [str(cell) for table in app.table for cell in table.value.to_numpy().flatten()]
    assert any("No, the lists were merged." in cell and beside in cell for cell in cells)


def test_an_answer_that_could_identify_someone_is_not_kept(at_small: OpenAt) -> None:
    app = at_small("prototypes", LEAD, prototype="one-team")
    app.session_state["answer"] = True
    app.run()
    typed(app, "ann/one-team/answer-on-time", "Ring 07700 900123 to hear.")
    app.button(key="answer-save").click().run()
    assert "We have not saved this: it could identify someone." in shown(app)
    assert "What we want to find out: 2 open" in shown(app)


def test_a_reader_is_told_who_answers(at_small: OpenAt) -> None:
    app = at_small("prototypes", READER, prototype="one-team")
    app.session_state["answer"] = True
    app.run()
    assert "Innovation leads, sponsors and evaluators answer the questions." in shown(app)
    assert "Save the answer" not in [button.label for button in app.button]
