"""What success would be, in people's own words, by whose words they are; and what measure or story speaks to each."""

from __future__ import annotations

from typing import Final

from evaluation.learning import shown_once
from evaluation.model.learning import REMOVED
from evaluation.model.prototype import Perspective, Prototype, SuccessStatement
from evaluation.programme.overview.part import Part, Scope, nothing_yet, sentences, short_name, table_of
from evaluation.programme.seeing import is_masked
from evaluation.words.programme import NOT_MEASURED, missing, named, stories

TITLE: Final = "Success in people's own words"


def success(scope: Scope) -> Part:
    """Every success statement: children first, and within each perspective those nothing speaks to."""
    told = [(plan, one, *_speaking(scope, plan, one)) for plan in scope.plans for one in plan.success]
    if not told:
        return nothing_yet("success", TITLE)
    order = list(Perspective)
    told.sort(key=lambda each: (order.index(each[1].perspective), bool(each[2] or each[3])))
    silent = sum(not (measure or story) for _, _, measure, story in told)
    unheard = [view.value for view in order if view not in {one.perspective for _, one, _, _ in told}]
    rows = [
        (one.perspective.value.capitalize(), one.text, measure or NOT_MEASURED, story or "none yet", short_name(plan))
        for plan, one, measure, story in told
    ]
    return Part(
        "success",
        TITLE,
        missing(silent, len(told), "statement", "neither a measure nor a story"),
        sentences(named("Nobody has said what success would be for", unheard)),
        (table_of(scope, ["For whom", "In their words", "Measured by", "Stories", "Prototype"], rows),),
    )


def _speaking(scope: Scope, plan: Prototype, statement: SuccessStatement) -> tuple[str, str]:
    """The measure a statement is tied to, and the stories told to it that whoever asks may see; empty without."""
    measures = {measure.id: measure.name for measure in scope.framework.measures}
    told = [
        row.noun.on
        for row in shown_once(scope.known.stories)
        if row.noun.prototype == plan.id
        and row.noun.success == statement.id
        and row.noun.told != REMOVED
        and not is_masked(row.noun)
    ]
    return measures.get(statement.measure or "", ""), stories(len(told), max(told, default=None))
