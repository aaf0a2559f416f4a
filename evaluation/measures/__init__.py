"""Files of figures become observations and problems; nothing is stored here.

Only the standard library is imported at the top: workbooks load their reader when
one comes in.
"""

from evaluation.measures.arrivals import Arrival, PartlyFed, StreamArrival, arrivals, arrived
from evaluation.measures.column_roles import Guess
from evaluation.measures.completeness import CAME, WANTING, CellState, Completeness, completeness
from evaluation.measures.forms import Answered, Form, read_form
from evaluation.measures.opening import NOTHING_ASKED, Asked, grids_of, table_asked_for
from evaluation.measures.preview import Preview, preview
from evaluation.measures.reading import Reading, read_file
from evaluation.measures.repeats import Key
from evaluation.measures.sources import SOURCES, called
from evaluation.measures.streaming import Content, Progress, quiet
from evaluation.measures.suggesting import Suggestion, suggest
from evaluation.measures.survey import read_survey
from evaluation.measures.tables import fold
from evaluation.measures.template import template

__all__ = [
    "CAME",
    "NOTHING_ASKED",
    "SOURCES",
    "WANTING",
    "Answered",
    "Arrival",
    "Asked",
    "CellState",
    "Completeness",
    "Content",
    "Form",
    "Guess",
    "Key",
    "PartlyFed",
    "Preview",
    "Progress",
    "Reading",
    "StreamArrival",
    "Suggestion",
    "arrivals",
    "arrived",
    "called",
    "completeness",
    "fold",
    "grids_of",
    "preview",
    "quiet",
    "read_file",
    "read_form",
    "read_survey",
    "suggest",
    "table_asked_for",
    "template",
]
