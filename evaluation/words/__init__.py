"""Everything that is said: numbers, days, sentences, and the programme's own words. Pure.

Texts for people leave this room with their figures held together by non-breaking
spaces; `breakable` takes them out again for a terminal or a search.
"""

from evaluation.words.cautions import CAUTIONS, caution, said_once
from evaluation.words.checks import CheckLine, check_line, check_lines, checks_headline
from evaluation.words.costs import cost_per_child
from evaluation.words.dates import day, month, notation, period, periods
from evaluation.words.doctor import ASKS, draw_lines, examination_lines
from evaluation.words.glossary import cite, meaning, say
from evaluation.words.grades import STRENGTH, reach, strength, stronger, weaknesses, why
from evaluation.words.learning import (
    DECISIONS,
    LINKS,
    POINTS,
    QUESTIONS,
    SURENESS,
    VERDICTS,
    learnt,
    pointing,
    pointing_nowhere,
    replaced,
)
from evaluation.words.methods import method_lines
from evaluation.words.numbers import (
    NBSP,
    UNITS,
    Telling,
    about,
    breakable,
    counted,
    hold,
    in_every,
    number,
    percent,
    telling,
)
from evaluation.words.outcomes import children_a_year
from evaluation.words.paths import moved_before, path_in_words, since_start
from evaluation.words.process import how_easily, usual_range, why_unusual
from evaluation.words.refusals import refusal
from evaluation.words.saying import said, where
from evaluation.words.sentences import headline, outcome_of, range_sentence, sentence
from evaluation.words.specifications import specification_line
from evaluation.words.theory import riskiest
from evaluation.words.together import by_chance, judged_together, looks

__all__ = [
    "ASKS",
    "CAUTIONS",
    "DECISIONS",
    "LINKS",
    "NBSP",
    "POINTS",
    "QUESTIONS",
    "STRENGTH",
    "SURENESS",
    "UNITS",
    "VERDICTS",
    "CheckLine",
    "Telling",
    "about",
    "breakable",
    "by_chance",
    "caution",
    "check_line",
    "check_lines",
    "checks_headline",
    "children_a_year",
    "cite",
    "cost_per_child",
    "counted",
    "day",
    "draw_lines",
    "examination_lines",
    "headline",
    "hold",
    "how_easily",
    "in_every",
    "judged_together",
    "learnt",
    "looks",
    "meaning",
    "method_lines",
    "month",
    "moved_before",
    "notation",
    "number",
    "outcome_of",
    "path_in_words",
    "percent",
    "period",
    "periods",
    "pointing",
    "pointing_nowhere",
    "range_sentence",
    "reach",
    "refusal",
    "replaced",
    "riskiest",
    "said",
    "said_once",
    "say",
    "sentence",
    "since_start",
    "specification_line",
    "strength",
    "stronger",
    "telling",
    "usual_range",
    "weaknesses",
    "where",
    "why",
    "why_unusual",
]
