"""The signs everyone responds to in the same way: a page to read, never a form."""

from __future__ import annotations

from evaluation.model.framework import Sign
from evaluation.programme.overview.part import Part, Scope, nothing_yet, table_of
from evaluation.words import counted, day
from evaluation.words.capitals import capital
from evaluation.words.explained import SIGNS
from evaluation.words.programme import SIGNS_TITLE


def signs(scope: Scope) -> Part:
    """Each sign in the order declared, the one agreed response, and who agreed it and when."""
    known = scope.framework.signs
    if not known:
        return nothing_yet("signs", SIGNS_TITLE)
    rows = [(sign.sign, sign.response, agreed(sign)) for sign in known]
    table = table_of(scope, ["Sign", "The one agreed response", "Agreed"], rows)
    return Part("signs", SIGNS_TITLE, counted(len(known), "sign"), (SIGNS,), (table,))


def agreed(sign: Sign) -> str:
    """`By the board, on 19 November 2024`, as far as it is known."""
    said = [f"by {sign.agreed_by}" if sign.agreed_by else "", f"on {day(sign.agreed_on)}" if sign.agreed_on else ""]
    return capital(", ".join(part for part in said if part)) or "Not said by whom"
