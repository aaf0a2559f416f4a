"""A reminder as it is read."""

from __future__ import annotations

from datetime import date

from evaluation.words.reminders import Asking, Reminder, reminder

ON = date(2026, 6, 3)
BOX = Asking(
    "One team. What did you notice?", ON, "http://localhost:8501/add-note?prototype=one-team", "note/one-team/"
)
NEXT = Asking(
    "One team. A guess can be made.", date(2026, 6, 9), "http://localhost:8501/prototypes", "guess/one-team/a"
)


def drafted(to: str = "Ann Lead", soon: tuple[Asking, ...] = (), became: tuple[str, ...] = ()) -> Reminder:
    return reminder(to, programme="A small programme", on=ON, now=[BOX], soon=soon, became=became)


def test_it_says_what_waits_with_the_address_of_the_box() -> None:
    found = drafted()
    assert (found.to, found.subject) == ("Ann Lead", "A small programme: 1 thing waits for you, 3 June 2026")
    assert found.body.startswith(
        "Dear Ann Lead,\n\nWhat waits for you:\n- One team. What did you notice?\n"
        "  http://localhost:8501/add-note?prototype=one-team\n\n"
    )


def test_what_comes_next_and_what_became_of_notes_stand_only_where_there_is_something() -> None:
    assert "What comes next" not in drafted().body
    assert "What became" not in drafted().body
    found = drafted(soon=(NEXT,), became=("Your note of 4 March was used in the decision of 12 March.",))
    assert "What comes next:\n- One team. A guess can be made.\n  http://localhost:8501/prototypes\n\n" in found.body
    assert "What became of your notes:\n- Your note of 4 March was used in the decision of 12 March.\n\n" in found.body


def test_the_two_warnings_stand_in_it_and_a_person_signs() -> None:
    body = drafted().body
    assert "Do not name anyone" in body
    assert "follow your safeguarding procedure." in body
    assert body.endswith("With kind regards,\n\n[your name]\nA small programme\n")


def test_a_role_is_no_name() -> None:
    assert drafted("evaluator").body.startswith("Dear colleague,")
