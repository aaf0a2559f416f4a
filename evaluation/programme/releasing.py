"""The door out. Whatever leaves is made here: small numbers protected, stamps on.

Pages, charts, papers and `--json` accept `Released` alone; a test holds that no
other module makes one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from evaluation.disclosure import PROFILES, protect, protect_comparison
from evaluation.model.release import Audience, Released, Stamps, Table
from evaluation.model.results import StoredComparison
from evaluation.programme.handle import Programme

T = TypeVar("T")
U = TypeVar("U")


def release(programme: Programme, content: T, *, hidden: int = 0, draft: bool = False) -> Released[T]:
    """Content that holds no figures of its own, or whose figures were protected already."""
    stamps = Stamps(
        illustrative=any(framework.illustrative for framework in programme.declarations.frameworks),
        audience=Audience.GROUP,
        draft=draft,
        hidden=hidden,
        as_at=programme.as_at,
    )
    return Released(content, stamps)


def release_table(programme: Programme, table: Table) -> Released[Table]:
    """A table with every small count, and what could be worked out from it in its row, hidden."""
    protected, hidden = protect(table, PROFILES[programme.framework.disclosure])
    return release(programme, protected, hidden=hidden)


def release_comparison(programme: Programme, record: StoredComparison) -> Released[StoredComparison]:
    """A comparison whose series and counts are protected; what is drawn or said of it is made from this."""
    profile = PROFILES[programme.framework_of(programme.prototype(record.prototype)).disclosure]
    protected, hidden = protect_comparison(record.comparison, profile)
    return release(programme, replace(record, comparison=protected), hidden=hidden)


def carry(released: Released[T], content: U) -> Released[U]:
    """What was made from released content alone, under the same stamps."""
    return Released(content, released.stamps)
