"""What is asked for by a name there is not."""

from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.programme.by_name import by_name


def test_the_one_of_the_name_is_found() -> None:
    assert by_name("measure", "b", {"a": 1, "b": 2}) == 2


@pytest.mark.parametrize(("there", "said"), [({"a": 1, "b": 2}, "a, b"), ({}, "none yet")])
def test_a_name_there_is_not_is_answered_with_those_there_are(there: dict[str, int], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        by_name("measure", "c", there)
    assert refused.value.sentence == f'There is no measure "c". There is: {said}.'
