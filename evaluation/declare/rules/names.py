"""Names that mean something elsewhere: in the plan, in the tool, or in a closed list the nouns leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from evaluation.declare.near import near_match
from evaluation.declare.plan import AnyDeclared, Plan
from evaluation.declare.resolve import mentions
from evaluation.problems import Problem

# Where the tool's own names are written -> what they name, and the field of `Known` that holds them.
_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "design.method": ("method of comparing", "estimators"),
    "design.specifications.method": ("method of comparing", "estimators"),
    "design.checks": ("check", "checks"),
    "measures.find.source": ("reader of files", "sources"),
    "disclosure": ("way of protecting small numbers", "profiles"),
}
_FEW: Final = 12  # as many as can be read at a glance are listed
_VALUES_AS: Final = ("percent", "share", "number")


def unknown_ids(plan: Plan) -> Iterator[Problem]:
    """Ids that nothing declares; one that was renamed is recognised."""
    for declared, path, named, pool in mentions(plan):
        if named not in pool.ids:
            what = f'"{named}" is not among the {pool.kind} of {pool.file}.'
            near = pool.formerly.get(named) or near_match(named, pool.ids)
            listed = ", ".join(sorted(pool.ids)) if len(pool.ids) <= _FEW else ""
            mend = f"There are: {listed}." if listed else "Mend the spelling, or declare it there."
            yield from declared.report(path, "unknown-id", what, mend, near=near)


def unknown_names(plan: Plan) -> Iterator[Problem]:
    """Methods, checks, readers and profiles the tool does not have."""
    for declared in plan.declared:
        for places, (kind, field) in _NAMES.items():
            known = getattr(plan.known, field) | _own(declared, field)
            for path, named in declared.each(places):
                if named not in known:
                    what = f'The tool has no {kind} called "{named}".'
                    mend = f"There are: {', '.join(sorted(known)) or 'none'}."
                    yield from declared.report(path, "unknown-name", what, mend, near=near_match(named, known))


def _own(declared: AnyDeclared, field: str) -> frozenset[str]:
    """What the framework itself declares beside the tool's own: ways of protecting small numbers."""
    own = declared.each("disclosure_profiles.id") if field == "profiles" else ()
    return frozenset(name for _, name in own)


def taken_names(plan: Plan) -> Iterator[Problem]:
    """A way of protecting small numbers under a name the tool has already."""
    for framework in plan.frameworks:
        for path, name in framework.each("disclosure_profiles.id"):
            if name in plan.known.profiles:
                what = f'The tool has a way of protecting small numbers called "{name}".'
                why = "Whoever reads the name would take the one for the other."
                yield from framework.report(path, "duplicate-id", what, "Give yours another id.", why=why)


def unknown_words(plan: Plan) -> Iterator[Problem]:
    """What a value column holds is one of three words."""
    for framework in plan.frameworks:
        for path, written in framework.each("measures.find.values_as"):
            if written not in _VALUES_AS:
                what = f'"values_as" cannot be "{written}".'
                mend = 'Say "percent", "share" or "number".'
                near = near_match(written, _VALUES_AS)
                yield from framework.report(path, "not-a-choice", what, mend, near=near)
