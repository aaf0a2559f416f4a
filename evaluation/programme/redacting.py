"""Take out text that should never have been written; the row and the chain stay."""

from __future__ import annotations

from evaluation import store
from evaluation.model.learning import Redaction
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.recording import Receipt, check_text
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


def redact(programme: Programme, *, target: str, reason: str, second_name: str, request_key: str) -> Released[Receipt]:
    """Remove every text of a stored row, for good. Needs an officer, a reason and the name of a second person."""
    actor = acting(programme.actor, Act.REMOVE_TEXT)
    if not reason.strip() or not second_name.strip() or second_name.strip().casefold() == actor.name.casefold():
        raise UsageError(
            "Two people take out text together.",
            [Problem("needs-second-name", "The reason or the second person is missing.", "Give both.")],
        )
    check_text({"reason": reason})
    redaction = Redaction(exists(programme, target), reason.strip(), second_name.strip())
    kept = store.redact(programme.store, redaction, actor, at=programme.clock(), request_key=request_key)
    return release(
        programme, Receipt(kept.reference, "The text is gone for good. That it was there is still on record.")
    )
