from __future__ import annotations

from tests.app.looking import OpenAt, shown


def test_since_the_last_meeting_comes_first(at_filled: OpenAt) -> None:
    app = at_filled("what_we_learnt")
    assert str(app.selectbox(key="digest-time").value).startswith("Since the last meeting")
    assert "What we do not know yet" in shown(app)


def test_what_was_found_out_for_an_earlier_meeting_is_one_choice_away(at_filled: OpenAt) -> None:
    app = at_filled("what_we_learnt")
    earlier = app.selectbox(key="digest-time").options[1]
    assert earlier.startswith("Since the second to last meeting, ")
    app.selectbox(key="digest-time").select(earlier).run()
    assert "Stop, decided on" in shown(app)


def test_since_the_beginning_tells_what_was_answered_and_what_surprised_us(at_filled: OpenAt) -> None:
    app = at_filled("what_we_learnt")
    app.selectbox(key="digest-time").select("Since the beginning").run()
    assert "Yes, once two are enough. Before that it did not." in shown(app)
    assert "We had expected: We thought they forgot." in shown(app)
    assert app.title[0].value.startswith("We answered")


def test_every_question_stands_on_its_five_steps_and_nobody_is_ranked(at_filled: OpenAt) -> None:
    app = at_filled("what_we_learnt")
    assert "Learning takes five steps." in shown(app)
    assert [word for word in ("best", "worst", "rank") if word in shown(app).casefold().split()] == []


def test_a_programme_without_decisions_begins_with_the_beginning(at_small: OpenAt) -> None:
    app = at_small("what_we_learnt")
    assert app.selectbox(key="digest-time").value == "Since the beginning"
    assert app.title[0].value == "We have not answered a question yet."
    assert "Nothing was decided or changed in this time." in shown(app)
