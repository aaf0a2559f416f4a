"""Files of figures become observations and problems; nothing is stored here.

Only the standard library is imported at the top: workbooks load their reader when
one comes in.
"""

from evaluation.measures.arrivals import Arrival, StreamArrival, arrivals
from evaluation.measures.preview import Preview, preview
from evaluation.measures.reading import Reading, read_file
from evaluation.measures.repeats import Key
from evaluation.measures.sources import SOURCES
from evaluation.measures.template import template

__all__ = [
    "SOURCES",
    "Arrival",
    "Key",
    "Preview",
    "Reading",
    "StreamArrival",
    "arrivals",
    "preview",
    "read_file",
    "template",
]
