"""What follows from notes, answers and decisions: states derived on every read, never stored.

Stored rows come in as they were recorded, corrections and all (`rows.Row`).
Nothing here knows what day it is or where a row is kept.
"""

from evaluation.learning.actions import Action, actions, only_words
from evaluation.learning.agreed import AgreedPlan, agreed_plan, agreements_taken_back
from evaluation.learning.chain import Break, Riskiest, breaks, downstream, riskiest
from evaluation.learning.commitments import OUTSTANDING, CommitmentStanding, CommitmentState, commitment_standings
from evaluation.learning.criteria import (
    GAIN,
    LEVEL_PERIODS,
    LEVELS,
    Judged,
    LookAt,
    RuleStanding,
    RuleState,
)
from evaluation.learning.decisions import (
    DecisionStanding,
    current_decision,
    decision_standings,
    taken_up_again,
    used_in,
)
from evaluation.learning.digest import Digest, digest
from evaluation.learning.groups import Beneath, beneath, in_tree_order, next_meeting, promised_beneath, roll_up
from evaluation.learning.identifying import Found, Identifies, identifying, marked
from evaluation.learning.links import LinkStanding, LinkState, link_standings
from evaluation.learning.no_longer import NoLonger, no_longer
from evaluation.learning.pieces import Piece
from evaluation.learning.plan_changes import PlanDifference, PlanPart, plan_differences
from evaluation.learning.pointing import EARLY, Pointing, pointing
from evaluation.learning.questions import QuestionStanding, question_standings
from evaluation.learning.readiness import Readiness, ReadinessStanding, readiness
from evaluation.learning.risks import RiskStanding, risk_standings
from evaluation.learning.rows import Row, first_versions, shown_once, side_by_side, standing
from evaluation.learning.same_note import identity
from evaluation.learning.seeing import may_see, unseen
from evaluation.learning.shown import Shown, speak_otherwise, speaks
from evaluation.learning.stages import StageStanding, is_back, stage_standing
from evaluation.learning.stories import BorneOut, borne_out
from evaluation.learning.taken_back import still_said, taken_back, withdrawals
from evaluation.learning.ticks import ticked
from evaluation.learning.visits import visits
from evaluation.learning.voices import FAMILIES, VOICES, Heard, Missing, missing_voices, who_was_heard

__all__ = [
    "EARLY",
    "FAMILIES",
    "GAIN",
    "LEVELS",
    "LEVEL_PERIODS",
    "OUTSTANDING",
    "VOICES",
    "Action",
    "AgreedPlan",
    "Beneath",
    "BorneOut",
    "Break",
    "CommitmentStanding",
    "CommitmentState",
    "DecisionStanding",
    "Digest",
    "Found",
    "Heard",
    "Identifies",
    "Judged",
    "LinkStanding",
    "LinkState",
    "LookAt",
    "Missing",
    "NoLonger",
    "Piece",
    "PlanDifference",
    "PlanPart",
    "Pointing",
    "QuestionStanding",
    "Readiness",
    "ReadinessStanding",
    "RiskStanding",
    "Riskiest",
    "Row",
    "RuleStanding",
    "RuleState",
    "Shown",
    "StageStanding",
    "actions",
    "agreed_plan",
    "agreements_taken_back",
    "beneath",
    "borne_out",
    "breaks",
    "commitment_standings",
    "current_decision",
    "decision_standings",
    "digest",
    "downstream",
    "first_versions",
    "identifying",
    "identity",
    "in_tree_order",
    "is_back",
    "link_standings",
    "marked",
    "may_see",
    "missing_voices",
    "next_meeting",
    "no_longer",
    "only_words",
    "plan_differences",
    "pointing",
    "promised_beneath",
    "question_standings",
    "readiness",
    "risk_standings",
    "riskiest",
    "roll_up",
    "shown_once",
    "side_by_side",
    "speak_otherwise",
    "speaks",
    "stage_standing",
    "standing",
    "still_said",
    "taken_back",
    "taken_up_again",
    "ticked",
    "unseen",
    "used_in",
    "visits",
    "who_was_heard",
    "withdrawals",
]
