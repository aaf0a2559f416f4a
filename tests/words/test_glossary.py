"""The programme's own words."""

from __future__ import annotations

from evaluation.model.framework import Framework, GlossaryTerm
from evaluation.model.references import Kind, Reference
from evaluation.words import cite, meaning, say

FRAMEWORK = Framework(
    "f", "F", (), (), (),
    glossary=(GlossaryTerm("gld", "Good level of development", "What most five year olds can do."),),
    words={"dose": "how much?", "grade A": "strong"},
)  # fmt: skip


def test_term_is_found_by_id_or_name_in_any_case() -> None:
    assert (
        meaning(FRAMEWORK, "GLD")
        == meaning(FRAMEWORK, "good level of development")
        == "What most five year olds can do."
    )
    assert meaning(FRAMEWORK, "dose") is None


def test_internal_term_is_said_as_the_framework_says_it() -> None:
    assert [say(FRAMEWORK, term) for term in ("dose", "Dose", "grade A", "story")] == [
        "how much?",
        "how much?",
        "strong",
        "story",
    ]


def test_citation_leads_home() -> None:
    assert cite("74 in every 100", Reference(Kind.COMPARISON, "9f2c41d0")) == "74 in every 100 [comparison:9f2c41d0]"
