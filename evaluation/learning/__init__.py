"""What follows from notes, answers and decisions: states derived on every read, never stored.

Stored rows come in as they were recorded, corrections and all (`rows.Row`).
Nothing here knows what day it is or where a row is kept.
"""

from evaluation.learning.criteria import is_met, points_to
from evaluation.learning.decisions import (
    DecisionStanding,
    current_decision,
    decision_standings,
    decision_states,
    used_in,
)
from evaluation.learning.digest import Digest, digest
from evaluation.learning.identifying import Found, Identifies, identifying, marked
from evaluation.learning.links import LinkState, Riskiest, link_states, riskiest
from evaluation.learning.questions import QuestionStanding, question_standings
from evaluation.learning.rows import Row, standing

__all__ = [
    "DecisionStanding",
    "Digest",
    "Found",
    "Identifies",
    "LinkState",
    "QuestionStanding",
    "Riskiest",
    "Row",
    "current_decision",
    "decision_standings",
    "decision_states",
    "digest",
    "identifying",
    "is_met",
    "link_states",
    "marked",
    "points_to",
    "question_standings",
    "riskiest",
    "standing",
    "used_in",
]
