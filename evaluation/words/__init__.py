"""Everything that is said: numbers, days, sentences, and the programme's own words. Pure.

Texts for people leave this room with their figures held together by non-breaking
spaces; `breakable` takes them out again for a terminal or a search.
"""

from evaluation.words.cautions import CAUTIONS, caution
from evaluation.words.checks import CheckLine, check_line, check_lines, checks_headline
from evaluation.words.dates import as_known_on, day, month, notation, period, periods
from evaluation.words.glossary import cite, meaning, say
from evaluation.words.grades import STRENGTH, strength, why
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
    riskiest,
    used,
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
from evaluation.words.process import how_easily, usual_range
from evaluation.words.refusals import refusal
from evaluation.words.saying import said, where
from evaluation.words.sentences import headline, outcome_of, range_sentence, sentence

__all__ = [
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
    "as_known_on",
    "breakable",
    "caution",
    "check_line",
    "check_lines",
    "checks_headline",
    "children_a_year",
    "cite",
    "counted",
    "day",
    "headline",
    "hold",
    "how_easily",
    "in_every",
    "learnt",
    "meaning",
    "method_lines",
    "month",
    "notation",
    "number",
    "outcome_of",
    "percent",
    "period",
    "periods",
    "pointing",
    "pointing_nowhere",
    "range_sentence",
    "refusal",
    "replaced",
    "riskiest",
    "said",
    "say",
    "sentence",
    "strength",
    "telling",
    "used",
    "usual_range",
    "where",
    "why",
]
