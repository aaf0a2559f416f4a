"""What a note, a story or a result means for a step: kept, shown, corrected, and refused where it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from evaluation.model.evidence import Strength
from evaluation.model.learning import AnswerState, Visible, Voice
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.problems import UsageError
from evaluation.programme import (
    LinkLine,
    Programme,
    Settings,
    StoppedTextError,
    add_note,
    answer,
    compare,
    evidence_choices,
    import_file,
    nothing_new,
    open_programme,
    prototype_page,
    redact,
    tell_story,
    upgrade,
    verify,
    weigh_evidence,
)
from evaluation.programme.cited import cited
from tests.databases import NewUrl
from tests.programme.conftest import EVALUATOR, LEAD, NOW, OFFICER, acting_as
from tests.small import figures, write_programme

READER = Actor("ray", "Ray Reader", Role.READER)
LINK = "link:team-time"


def note(programme: Programme, text: str = "It is kept up to date.", **more: Any) -> str:
    kept = add_note(programme, prototype="one-team", noticed=text, request_key=f"note:{text}", **more)
    return str(kept.content.reference)


def weigh(programme: Programme, rests_on: str, *, supports: bool = True, **more: Any) -> str:
    said: dict[str, Any] = {"about": LINK, "why": "One list is what we meant.", "strength": Strength.ONE_ACCOUNT}
    said |= {"request_key": f"{rests_on}{supports}{more}"} | more
    kept = weigh_evidence(programme, prototype="one-team", rests_on=rests_on, supports=supports, **said)
    return str(kept.content.reference)


def step(programme: Programme) -> LinkLine:
    (line,) = prototype_page(programme, "one-team").content.theory.links
    return line


def result(programme: Programme) -> str:
    return str(compare(programme, "one-team", "on-time").content.reference)


def test_one_note_is_shown_and_is_no_test(programme: Programme) -> None:
    weigh(programme, note(programme))
    line = step(programme)
    assert (line.state, line.tally) == ("untested", "1\u00a0for")
    (found,) = line.supports
    assert found.source.replace("\u00a0", " ") == "The note of 3 June 2026 by Ann Lead"
    assert (found.text, found.strength, found.why) == (
        "It is kept up to date.",
        "one account",
        "One list is what we meant.",
    )
    assert found.weighed.replace("\u00a0", " ") == "Ann Lead, 3 June 2026"


def test_enough_against_it_breaks_the_chain_and_says_where(programme: Programme) -> None:
    """Unsure is 1 to 4; a count against divides by 6: 1 to 24."""
    weigh(programme, note(programme, "Two lists in nine of ten."), supports=False, strength=Strength.COUNTED)
    theory = prototype_page(programme, "one-team").content.theory
    assert [line.state for line in theory.links] == ["looks wrong"]
    assert (
        theory.headline.replace("\u00a0", " ")
        == "How we think it works: 1 step of 1 tested, and the chain breaks at 1 step"
    )
    assert theory.chain == (
        "The chain breaks at: One team leads to: More reviews on time. Everything after it hangs on that."
    )
    assert "dashed" in theory.graph
    assert theory.riskiest == ""


def test_a_strong_result_turns_a_step_we_were_unsure_of(filled: Programme) -> None:
    """1 to 4, times 20: 5 to 1."""
    weigh(filled, result(filled), strength=Strength.COMPARED)
    line = step(filled)
    assert line.state == "supported"
    (found,) = line.supports
    assert (found.prototype, found.measure, found.text) == ("one-team", "on-time", "")
    assert found.source.startswith("The result on Reviews on time: ")


def test_a_result_that_shows_nothing_cannot_be_weighed(programme: Programme) -> None:
    refused = result(programme)
    with pytest.raises(UsageError, match=r"(?s)shows nothing yet.*\[cannot-carry\]"):
        weigh(programme, refused, strength=Strength.COMPARED)


def changed(programme: Programme, effect: int, key: str = "other", *, lose: int = 0) -> Programme:
    """With figures in which the test areas do so much better from the start on, in place of what was there."""
    rows = figures(effect=effect).splitlines()
    content = "\n".join(rows[: len(rows) - lose]) + "\n"
    import_file(acting_as(programme, EVALUATOR), f"{key}.csv", content.encode(), request_key=key)
    return programme


@pytest.mark.parametrize(
    ("effect", "supports", "found"), [(8, False, "for"), (-8, True, "against"), (0, True, "against")]
)
def test_a_result_that_speaks_the_other_way_by_itself_is_weighed_with_a_reason_alone(
    programme: Programme, effect: int, supports: bool, found: str
) -> None:
    """Eight in 100 more speaks for the step, eight fewer against it, and so does no worthwhile change."""
    rests_on = result(changed(programme, effect))
    with pytest.raises(
        UsageError, match=rf"all the same\?(?s:.*)speaks {found} the step by itself.*\[speaks-otherwise\]"
    ):
        weigh(programme, rests_on, supports=supports, strength=Strength.COUNTED)
    assert step(programme).tally == ""
    said = "The lists were merged for everyone in March."
    weigh(programme, rests_on, supports=supports, strength=Strength.COUNTED, although=said)
    (line,) = step(programme).supports if supports else step(programme).contradicts
    assert line.although == said


def test_a_result_that_speaks_this_way_asks_for_no_further_reason(filled: Programme) -> None:
    (choice,) = evidence_choices(filled, "one-team").content.sources
    assert choice.against_itself[True] == ""
    assert "speaks for the step by itself" in choice.against_itself[False]


def test_an_earlier_result_is_weighed_with_a_reason_and_says_what_stands_today(filled: Programme) -> None:
    before = result(filled)
    weigh(filled, before, strength=Strength.COMPARED)
    now = result(changed(filled, -8))
    assert now != before
    with pytest.raises(UsageError, match=r"not the result on Reviews on time as it stands today.*\[speaks-otherwise\]"):
        weigh(filled, before, strength=Strength.COMPARED, request_key="again")
    weigh(filled, now, supports=False, strength=Strength.COMPARED)
    line = step(filled)
    assert (line.state, line.tally) == ("looks wrong", "1\u00a0against")
    (gone,) = line.no_longer
    assert gone.no_longer == "A later result on the same measure counts in its place."


def test_a_result_that_shows_nothing_says_why_and_what_would_be_needed(programme: Programme) -> None:
    choices = evidence_choices(programme, "one-team").content
    ((measure, why),) = choices.silent
    assert measure == "Reviews on time"
    assert "We cannot work this out yet." in why
    assert "What would be needed:" in why
    with pytest.raises(UsageError, match=r"(?s)shows nothing yet.*What would be needed:.*\[cannot-carry\]"):
        weigh(programme, result(programme), strength=Strength.COUNTED, although="I know it works.")


def test_a_result_of_invented_figures_says_nothing_once_the_programme_is_real(filled: Programme) -> None:
    weigh(filled, result(filled), strength=Strength.COMPARED)
    framework = filled.folder / "frameworks" / "small.toml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("illustrative = true\n", ""), encoding="utf-8")
    real = open_programme(Settings.from_environment({}, folder=filled.folder), actor=LEAD, clock=lambda: NOW)
    assert step(real).state == "untested"
    real.store.close()


@pytest.mark.parametrize("strength", [Strength.ONE_ACCOUNT, Strength.SEVERAL_ACCOUNTS])
def test_a_result_is_nobodys_account(filled: Programme, strength: Strength) -> None:
    with pytest.raises(UsageError, match=r"Choose counted.*\[cannot-carry\]"):
        weigh(filled, result(filled), strength=strength)


def test_a_note_compares_nothing(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"A note cannot stand as compared. Choose one account or .*\[cannot-carry\]"):
        weigh(programme, note(programme), strength=Strength.COMPARED)


def test_a_story_is_at_most_several_accounts(programme: Programme) -> None:
    kept = tell_story(
        programme, prototype="one-team", told="She knows us.", voice=Voice.PARENT, agreed=True, request_key="s"
    )
    story = str(kept.content.reference)
    weigh(programme, story, strength=Strength.SEVERAL_ACCOUNTS)
    assert step(programme).supports[0].text == "She knows us."
    with pytest.raises(UsageError, match=r"A story cannot stand as counted"):
        weigh(programme, story, strength=Strength.COUNTED)


@pytest.mark.parametrize("missing", ["entry:99", "comparison:9f2c", "decision:1", "nonsense", "link:team-time"])
def test_what_is_not_there_cannot_be_cited(programme: Programme, missing: str) -> None:
    note(programme)
    with pytest.raises(UsageError, match=r"\[unknown-reference\]"):
        weigh(programme, missing)
    assert step(programme).tally == ""


def test_a_week_without_news_says_nothing_of_a_step(programme: Programme) -> None:
    kept = nothing_new(programme, prototype="one-team", request_key="n")
    with pytest.raises(UsageError, match=r"It says nothing"):
        weigh(programme, str(kept.content.reference))


def test_a_note_that_nobody_else_may_see_carries_nothing_for_the_group(programme: Programme) -> None:
    own = note(programme, visible=Visible.ME)
    with pytest.raises(UsageError, match=r"Only you may see it"):
        weigh(programme, own)
    with pytest.raises(UsageError, match=r"It rests on a note, a story or a result"):
        weigh(acting_as(programme, EVALUATOR), own)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"about": "link:nobody-said"}, r"\[unknown-id\]"),
        ({"about": ""}, r"\[empty-note\]"),
        ({"why": "  "}, r"\[empty-note\]"),
        ({"why": "x" * 100_000}, r"\[too-long\]"),
        ({"on": NOW.date() + timedelta(days=1)}, r"\[bad-day\]"),
        ({"amends": "evidence:99"}, r"\[unknown-reference\]"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(programme: Programme, more: dict[str, Any], said: str) -> None:
    rests_on = note(programme)
    with pytest.raises(UsageError, match=said):
        weigh(programme, rests_on, **more)
    assert step(programme).tally == ""


def test_what_could_identify_someone_is_not_kept(programme: Programme) -> None:
    rests_on = note(programme)
    with pytest.raises(StoppedTextError) as stopped:
        weigh(programme, rests_on, why="Ring her on 01223 496012.")
    assert "[01223 496012]" in next(iter(stopped.value.marked.values()))


def test_who_only_reads_may_not_weigh(programme: Programme) -> None:
    rests_on = note(programme)
    with pytest.raises(UsageError, match=r"may not say what speaks for or against a step.*\[not-allowed\]"):
        weigh(acting_as(programme, READER), rests_on)


def test_a_decision_that_rests_on_it_says_so_in_words(programme: Programme) -> None:
    said = cited(programme, Reference.parse(weigh(programme, note(programme))))
    assert said.replace("\u00a0", " ") == "what speaks for a step, weighed on 3 June 2026 by Ann Lead"


def test_the_same_submission_twice_is_kept_once(programme: Programme) -> None:
    rests_on = note(programme)
    assert weigh(programme, rests_on, request_key="a") == weigh(programme, rests_on, request_key="a")


def test_a_correction_takes_the_place_of_what_was_said(programme: Programme) -> None:
    rests_on = note(programme)
    first = weigh(programme, rests_on)
    weigh(programme, rests_on, supports=False, amends=first)
    assert step(programme).tally == "1\u00a0against"


def test_a_corrected_note_goes_on_counting_and_is_shown_as_corrected(programme: Programme) -> None:
    first = note(programme, "Too lists are kept.")
    weigh(programme, first, supports=False)
    note(programme, "Two lists are kept.", amends=first)
    assert [line.text for line in step(programme).contradicts] == ["Two lists are kept."]


def test_a_note_cited_twice_under_two_spellings_is_one_source(programme: Programme) -> None:
    first = note(programme)
    weigh(programme, first)
    weigh(programme, first.replace("entry:", "entry:00"))
    assert step(programme).tally == "1\u00a0for"


@pytest.mark.parametrize("which", ["note", "evidence"])
def test_once_its_text_is_removed_it_counts_no_more(programme: Programme, which: str) -> None:
    rests_on = note(programme)
    said = weigh(programme, rests_on, supports=False, strength=Strength.COUNTED)
    assert step(programme).state == "looks wrong"
    target = rests_on if which == "note" else said
    officer = acting_as(programme, OFFICER)
    redact(officer, target=target, reason="It named a street.", second_name="Sam Second", request_key="r")
    assert (step(programme).state, step(programme).tally) == ("untested", "")


def test_what_was_removed_counts_no_more_for_those_either_who_could_never_see_it(programme: Programme) -> None:
    rests_on = note(programme, visible=Visible.TEAM)
    weigh(programme, rests_on, supports=False, strength=Strength.COUNTED)
    (line,) = step(acting_as(programme, READER)).contradicts
    assert (line.source, line.text) == ("A note you may not see", "[a note you may not see]")
    officer = acting_as(programme, OFFICER)
    redact(officer, target=rests_on, reason="It named a street.", second_name="Sam Second", request_key="r")
    assert step(programme).state == step(acting_as(programme, READER)).state == "untested"


def test_as_it_was_before_it_was_weighed(programme: Programme) -> None:
    rests_on = note(programme)
    before = NOW + timedelta(hours=1)
    later = replace(programme, clock=lambda: NOW + timedelta(days=2))
    weigh(later, rests_on, supports=False, strength=Strength.COUNTED)
    assert step(later).state == "looks wrong"
    assert step(replace(later, as_at=before)).state == "untested"


def test_a_note_an_answer_rests_on_speaks_for_its_step_too(programme: Programme) -> None:
    rests_on = note(programme)
    answer(
        programme, prototype="one-team", question="on-time", state=AnswerState.ANSWERED, text="Yes.",
        cites=[rests_on], supports=True, request_key="b",
    )  # fmt: skip
    (found,) = step(programme).supports
    assert found.weighed.replace("\u00a0", " ") == "The answer of 3 June 2026 rests on it"


def test_the_choices_are_the_steps_and_what_others_can_read(filled: Programme) -> None:
    note(filled, "Seen by all.")
    note(filled, "Mine alone.", visible=Visible.ME)
    nothing_new(filled, prototype="one-team", request_key="n")
    choices = evidence_choices(filled, "one-team").content
    assert [(choice.about, choice.text) for choice in choices.steps] == [
        (LINK, "One team leads to: More reviews on time")
    ]
    found, told = choices.sources
    assert found.text.startswith("Result on Reviews on time (")
    assert Strength.COMPARED in found.strengths
    assert told.text.replace("\u00a0", " ") == "Note of 3 June 2026, Ann Lead: Seen by all."
    assert told.strengths == (Strength.ONE_ACCOUNT, Strength.SEVERAL_ACCOUNTS, Strength.COUNTED)


def test_every_choice_can_be_weighed_at_each_of_its_strengths(filled: Programme) -> None:
    note(filled)
    for choice in evidence_choices(filled, "one-team").content.sources:
        for strength in choice.strengths:
            weigh(filled, choice.rests_on, strength=strength)
    assert step(filled).tally == "2\u00a0for"


def test_it_is_kept_and_follows_on_either_database(tmp_path: Path, database: str, new_url: NewUrl) -> None:
    folder = write_programme(tmp_path / "small")
    settings = Settings.from_environment({}, folder=folder, database=new_url(database))
    upgrade(settings)
    opened = open_programme(settings, actor=LEAD, clock=lambda: NOW)
    said = weigh(opened, note(opened), supports=False, strength=Strength.COUNTED)
    assert step(opened).state == "looks wrong"
    weigh(opened, note(opened, "One list after all."), strength=Strength.COUNTED)
    weigh(opened, note(opened), amends=said)
    # 1 to 4, times 6, times 1.5: 9 to 4, which is less than 3 to 1.
    assert (step(opened).state, step(opened).tally) == (
        "evidence both ways",
        "2\u00a0for, our view at the start against",
    )
    assert verify(opened).problems == ()
    opened.store.close()
