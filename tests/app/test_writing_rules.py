from __future__ import annotations

from evaluation.app.writing_rules import WARNINGS
from evaluation.words.situations import BEFORE_YOU_TYPE


def test_the_warnings_are_the_sentences_of_the_words() -> None:
    assert " ".join(WARNINGS) == BEFORE_YOU_TYPE
