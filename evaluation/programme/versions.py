"""The version that stands of what was written down before: what a later state amends."""

from __future__ import annotations

from typing import Any

from evaluation import store
from evaluation.learning import first_versions, shown_once
from evaluation.model.references import Kind
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.store import Stored


def standing_version(programme: Programme, text: str, kind: Kind) -> Stored[Any]:
    """What is stored under this reference, or the latest correction of it. Raises UsageError where nothing is.

    A person keeps to the name they were first told: `commitment:3` stays theirs, whatever became of it.
    """
    reference = exists(programme, text, kind)
    rows = store.rows(programme.store, kind)
    first = first_versions(rows)
    return [row for row in shown_once(rows) if first[row.reference] == first[reference]][-1]
