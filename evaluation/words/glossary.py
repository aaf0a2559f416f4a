"""The programme's own words: what a term means, and how an internal term appears to people."""

from __future__ import annotations

from evaluation.model.framework import Framework
from evaluation.model.references import Reference


def meaning(framework: Framework, term: str) -> str | None:
    """What the glossary says of a term, by its id or as it is written; None where it says nothing."""
    wanted = term.casefold()
    return next(
        (known.meaning for known in framework.glossary if wanted in (known.id.casefold(), known.term.casefold())), None
    )


def say(framework: Framework, term: str) -> str:
    """How an internal term appears on screen; a term the framework has no other word for appears as it is."""
    return framework.words.get(term, framework.words.get(term.lower(), term))


def cite(said: str, reference: Reference) -> str:
    """A number or a finding with where it comes from, for papers: `74 in every 100 [comparison:9f2c41d0]`."""
    return f"{said} [{reference}]"
