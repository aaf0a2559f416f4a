"""Find what a reference points at."""

from __future__ import annotations

from evaluation import store
from evaluation.model.references import Kind, Reference
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme

STORED = frozenset(store.NOUNS) - {Kind.REDACTION}


def exists(programme: Programme, text: str, kind: Kind | None = None) -> Reference:
    """What is stored under the reference written as `text`, by the one name it is cited by. Raises UsageError.

    `comparison:9f2c` and `entry:012` come back in full and without the nought: cited twice, they are one source.
    """
    try:
        reference = Reference.parse(text)
    except ValueError:
        raise _unknown(text, "References look like entry:12 or decision:4.") from None
    if (kind is not None and reference.kind is not kind) or reference.kind not in STORED:
        raise _unknown(
            text, f"Here we need {f'{kind.value}:NUMBER' if kind else 'a note, a comparison, a file or a decision'}."
        )
    row = store.get(programme.store, reference)
    if row is None:
        raise _unknown(text, "Look for it under notes, results or figures.")
    return row.reference


def _unknown(text: str, mend: str) -> UsageError:
    return UsageError(
        f"We have nothing stored as {text}.", [Problem("unknown-reference", f'"{text}" points at nothing.', mend)]
    )
