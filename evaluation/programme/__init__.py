"""The only room that joins the others: one function a use, one file each; the door in and the door out."""

from evaluation.programme.comparing import compare
from evaluation.programme.deciding import confirm, draft_decision
from evaluation.programme.decision_lines import DecisionLine
from evaluation.programme.declared import read_declarations
from evaluation.programme.declaring import new_prototype, write_schemas
from evaluation.programme.drawing import Pictures
from evaluation.programme.examining import ExaminationPage, Examined, examine
from evaluation.programme.figures_page import FiguresPage, FileLine, figures_page, template
from evaluation.programme.handle import Programme
from evaluation.programme.how_we_know_page import (
    HowWeKnowPage,
    SignLine,
    TermLine,
    how_we_know_page,
    nothing_altered,
)
from evaluation.programme.illustrating import SEED as ILLUSTRATIVE_SEED
from evaluation.programme.illustrating import illustrate
from evaluation.programme.importing import Imported, import_file, preview_file
from evaluation.programme.keeping import dump, health, last_row, restore, upgrade, verify
from evaluation.programme.lots import DrawPage, draw_lots
from evaluation.programme.measure_lines import MeasureLine
from evaluation.programme.meeting_page import MeetingItem, MeetingPage, meeting_item, meeting_page
from evaluation.programme.note_choices import NoteChoice, Subject, note_choices
from evaluation.programme.notes_page import NoteLine, notes
from evaluation.programme.opening import open_programme
from evaluation.programme.prototype_page import PrototypePage, QuestionLine, prototype_page
from evaluation.programme.prototypes_list import PrototypeLine, PrototypesList, prototypes_list
from evaluation.programme.recording import Receipt, StoppedTextError, add_note, answer, nothing_new
from evaluation.programme.redacting import redact
from evaluation.programme.releasing import carry
from evaluation.programme.results_page import ResultPage, results_page
from evaluation.programme.roles import Act, may
from evaluation.programme.saying_more import say_more
from evaluation.programme.settings import Settings
from evaluation.programme.suggesting import BalanceLine, SuggestionPage, suggest_comparison

__all__ = [
    "ILLUSTRATIVE_SEED",
    "Act",
    "BalanceLine",
    "DecisionLine",
    "DrawPage",
    "ExaminationPage",
    "Examined",
    "FiguresPage",
    "FileLine",
    "HowWeKnowPage",
    "Imported",
    "MeasureLine",
    "MeetingItem",
    "MeetingPage",
    "NoteChoice",
    "NoteLine",
    "Pictures",
    "Programme",
    "PrototypeLine",
    "PrototypePage",
    "PrototypesList",
    "QuestionLine",
    "Receipt",
    "ResultPage",
    "Settings",
    "SignLine",
    "StoppedTextError",
    "Subject",
    "SuggestionPage",
    "TermLine",
    "add_note",
    "answer",
    "carry",
    "compare",
    "confirm",
    "draft_decision",
    "draw_lots",
    "dump",
    "examine",
    "figures_page",
    "health",
    "how_we_know_page",
    "illustrate",
    "import_file",
    "last_row",
    "may",
    "meeting_item",
    "meeting_page",
    "new_prototype",
    "note_choices",
    "notes",
    "nothing_altered",
    "nothing_new",
    "open_programme",
    "preview_file",
    "prototype_page",
    "prototypes_list",
    "read_declarations",
    "redact",
    "restore",
    "results_page",
    "say_more",
    "suggest_comparison",
    "template",
    "upgrade",
    "verify",
    "write_schemas",
]
