from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from evaluation.store.sealing import digest, first_seal, line, observations_digest, salted, seal


def test_a_line_is_one_text_for_one_meaning() -> None:
    assert line({"b": 0.1, "a": date(2026, 6, 3)}) == '{"a":"2026-06-03","b":0.1}'


def test_a_moment_is_one_text_in_any_zone() -> None:
    summer_time = datetime(2026, 6, 3, 13, tzinfo=timezone(timedelta(hours=1)))
    assert line([summer_time]) == line([datetime(2026, 6, 3, 12, tzinfo=UTC)]) == '["2026-06-03T12:00:00.000000+00:00"]'


def test_what_no_column_holds_cannot_be_sealed() -> None:
    with pytest.raises(TypeError, match="set"):
        line([{1}])
    with pytest.raises(ValueError, match="JSON"):
        line([float("nan")])


def test_a_seal_covers_every_column_and_the_seal_before() -> None:
    row: dict[str, object] = {"number": 2, "body": "{}", "key": None, "previous_seal": "a"}
    others: list[dict[str, object]] = [{"number": 3}, {"body": "[]"}, {"key": ""}, {"previous_seal": "b"}]
    assert len({seal(row), *(seal(row | other) for other in others)}) == 5


def test_an_empty_column_added_later_changes_no_seal() -> None:
    row = {"number": 2, "body": "{}", "previous_seal": "a"}
    assert seal(row) == seal(row | {"remark": None}) == seal(row | {"seal": "itself"})


def test_the_digest_of_figures_depends_on_their_order_and_every_value() -> None:
    first, second = ("gld", 0.5), ("gld", 0.25)
    digests = [observations_digest(rows) for rows in ([first, second], [second, first], [first], [])]
    assert len(set(digests)) == 4


def test_two_programmes_never_begin_with_the_same_seal() -> None:
    now, later = datetime(2026, 6, 3, tzinfo=UTC), datetime(2026, 6, 4, tzinfo=UTC)
    assert len({first_seal("one", now), first_seal("two", now), first_seal("one", later)}) == 3


def test_the_same_text_under_two_salts_has_two_digests() -> None:
    assert len({salted("a", "text"), salted("b", "text"), digest("text")}) == 3


def test_a_note_that_is_not_there_seals_as_before_there_were_notes() -> None:
    before = observations_digest([("gld", 0.5, 2)])
    assert observations_digest([("gld", 0.5, 2, None)]) == before
    assert observations_digest([("gld", 0.5, 2, "a note")]) != before
