"""A store that holds a row of every kind, each of its free texts filled: what must hold of all is tried on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from evaluation.model.agreeing import Adaptation, Agreement, Listed, PlanChange, StageMove, Tick
from evaluation.model.around import Commitment, Engagement, Rating, Risk
from evaluation.model.choice import Draw, FrozenChoice
from evaluation.model.decisions import Confirmation, Decision, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Acknowledgement, Answer, AnswerState, Entry, EntryKind, Redaction, Reply, Voice
from evaluation.model.leaving import Protection, Release
from evaluation.model.mapping import FileMapping
from evaluation.model.place_facts import FactsKind, PlaceFacts
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Audience
from evaluation.model.stories import Story, Substantiation
from evaluation.store import NOUNS, Store, append, redact
from evaluation.store.bodies import free_text
from tests.store.examples import ANN, BEN, MINUTE, NOON, PLAN, add_figures, compared, figures

ON: Final = date(2026, 6, 3)
CHANGED: Final = dataclasses.replace(PLAN, where="Three reach areas")
SECRET: Final = "Quentin Xylophone of Ostrich Lane"


def _named(text: str) -> Reference:
    return Reference.parse(text)


# One noun of each kind, its free texts still to be filled. A batch and a removal are stored by verbs of their own.
MADE: Final[Mapping[Kind, Any]] = {
    Kind.ENTRY: Entry("one-team", EntryKind.NOTE, ON, noticed="x"),
    Kind.ANSWER: Answer("one-team", "who-to-call", AnswerState.ANSWERED, ON),
    Kind.DECISION: Decision("one-team", "steering", Verdict.CHANGE, ON, why="x"),
    Kind.CONFIRMATION: Confirmation(_named("decision:3"), ON),
    Kind.COMPARISON: compared(),
    Kind.CHOICE: FrozenChoice(("A",), ("B", "C"), ON, "Ann Abara", "nearest", "0" * 64, "1" * 64),
    Kind.DRAW: Draw(("A", "B"), 1, "seed", "fisher-yates", ("B", "A"), ("B",)),
    Kind.PLACES: PlaceFacts(FactsKind.CODES, "codes.csv", "2" * 64, 3, 3),
    Kind.ACKNOWLEDGEMENT: Acknowledgement(_named("measure:reviews@A/2025-01"), "low", ON, "x"),
    Kind.MAPPING: FileMapping("Return", "Place", period="Month", value="Share", measure="reviews"),
    Kind.PROTECTION: Protection("reviews", "below-5", "3" * 64, 1),
    Kind.RELEASE: Release("reviews.csv", "csv", "4" * 64, ("reviews",), (), "below-5", Audience.GROUP),
    Kind.REPLY: Reply(_named("entry:1"), ON, "x"),
    Kind.STORY: Story("one-team", ON, Voice.PARENT, agreed=True, recorded_by="Ann Abara", told="x"),
    Kind.SUBSTANTIATION: Substantiation(_named("story:9"), confirms=True, on=ON, who="x"),
    Kind.EVIDENCE: Evidence(
        "one-team", _named("question:one-team/who-to-call"), _named("entry:1"), True, Strength.ONE_ACCOUNT, ON
    ),
    Kind.PREDICTION: Prediction("one-team", "reviews", "2026-07", Likelihood.LIKELY, ON, at_least=0.5),
    Kind.SETTLEMENT: Settlement(_named("prediction:9"), 0.6, True, ON),
    Kind.AGREEMENT: Agreement("one-team", "5" * 64, ON),
    Kind.CHANGE: PlanChange("one-team", 1, "5" * 64, "6" * 64, ON, "x"),
    Kind.ADAPTATION: Adaptation("one-team", "A", ON, "x", "x"),
    Kind.STAGE: StageMove("one-team", StageId.SELECT, ON),
    Kind.TICK: Tick("one-team", Listed.STAGE, "a list", is_done=True, on=ON),
    Kind.COMMITMENT: Commitment(ON, ON, "x", "x"),
    Kind.RISK: Risk("one-team", Rating.LOW, Rating.HIGH, ON, "x", "x"),
    Kind.ENGAGEMENT: Engagement(Voice.PARENT, 12, ON, "x"),
}


def noun_of(kind: Kind, text: str = SECRET) -> Any:
    """A noun of this kind; each of its free texts says `text` and which field it stands in."""
    return dataclasses.replace(MADE[kind], **{field: f"{text}, {field}." for field in free_text(kind)})


def fill_with_every_kind(store: Store) -> dict[Kind, Reference]:
    """A row of every kind, figures and a removal among them; under two plans. Returns what each is called."""
    kept: dict[Kind, Reference] = {}
    for minute, kind in enumerate(MADE):
        at, (actor, plan) = NOON + minute * MINUTE, ((ANN, PLAN), (BEN, CHANGED))[minute % 2]
        kept[kind] = append(store, noun_of(kind), actor, at=at, request_key=f"{kind}", plan=plan).reference
    later = NOON + len(MADE) * MINUTE
    kept[Kind.BATCH] = add_figures(store, figures(), "batch", later).reference
    amended = append(store, noun_of(Kind.ENTRY), ANN, at=later, request_key="again", amends=kept[Kind.ENTRY]).reference
    removal = Redaction(amended, "It named a child.", "Ben Bright")
    kept[Kind.REDACTION] = redact(store, removal, ANN, at=later + MINUTE, request_key="removal").reference
    assert set(kept) == set(NOUNS)
    return kept
