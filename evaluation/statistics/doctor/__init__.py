"""What could this plan find? Asked before the start: power, areas to compare with, and lots."""

from typing import Final

from evaluation.model.choice import Draw
from evaluation.model.examination import Ask
from evaluation.statistics.doctor.examination import examine
from evaluation.statistics.doctor.frozen import freeze, is_unaltered
from evaluation.statistics.doctor.neighbours import METHOD, balance, suggest_comparison
from evaluation.statistics.lots import draw_lots, draws_possible, is_replayed, labellings_of

# What the figures cannot tell and the doctor asks of those who plan, in this order.
ASKS: Final = tuple(Ask)

__all__ = [
    "ASKS",
    "METHOD",
    "Draw",
    "balance",
    "draw_lots",
    "draws_possible",
    "examine",
    "freeze",
    "is_replayed",
    "is_unaltered",
    "labellings_of",
    "suggest_comparison",
]
