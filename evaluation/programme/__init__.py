"""The only room that joins the others: one function a use, one file each; the door in and the door out."""

from evaluation.programme.acknowledging import acknowledge
from evaluation.programme.arriving import StreamLine, StreamsPage, streams_page
from evaluation.programme.beside_measure import Beside, LevelLine, measure_beside, result_beside
from evaluation.programme.comparing import compare
from evaluation.programme.completeness_page import CompletenessPage, completeness_page
from evaluation.programme.corrections_page import CorrectionsPage, corrections_page
from evaluation.programme.deciding import confirm, draft_decision
from evaluation.programme.decision_lines import DecisionLine
from evaluation.programme.declared import read_declarations
from evaluation.programme.declaring import new_prototype, write_schemas
from evaluation.programme.drawing import Pictures
from evaluation.programme.examining import ExaminationPage, Examined, examine
from evaluation.programme.figures_out import figures_table, result_table
from evaluation.programme.figures_page import FiguresPage, FileLine, figures_page, template
from evaluation.programme.group_gaps import GapLine
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
from evaluation.programme.letters import as_mail, draft_letter
from evaluation.programme.lots import DrawPage, draw_lots
from evaluation.programme.mappings import keep_mapping, kept_mapping, kept_mappings, mapping_said, suggest_mapping
from evaluation.programme.measure_lines import MeasureLine
from evaluation.programme.meeting_page import MeetingItem, MeetingPage, meeting_item, meeting_page
from evaluation.programme.note_choices import NoteChoice, Subject, note_choices
from evaluation.programme.notes_form import notes_template
from evaluation.programme.notes_in import NotesIn, bring_in_notes, preview_notes
from evaluation.programme.notes_page import NoteLine, notes
from evaluation.programme.opening import open_programme
from evaluation.programme.places_in import PlacesIn, bring_in_places
from evaluation.programme.prototype_page import PrototypePage, QuestionLine, prototype_page
from evaluation.programme.prototypes_list import PrototypeLine, PrototypesList, prototypes_list
from evaluation.programme.recording import Receipt, StoppedTextError, add_note, answer, nothing_new
from evaluation.programme.redacting import redact
from evaluation.programme.releases_page import ReleaseLine, releases_page
from evaluation.programme.releasing import carry
from evaluation.programme.results_page import ResultPage, results_page
from evaluation.programme.roles import Act, may
from evaluation.programme.saying_more import say_more
from evaluation.programme.settings import Settings
from evaluation.programme.suggesting import BalanceLine, SuggestionPage, suggest_comparison
from evaluation.programme.taking_away import take_away
from evaluation.programme.warning_levels import WarningLine, WarningsPage, warnings_page

__all__ = [
    "ILLUSTRATIVE_SEED",
    "Act",
    "BalanceLine",
    "Beside",
    "CompletenessPage",
    "CorrectionsPage",
    "DecisionLine",
    "DrawPage",
    "ExaminationPage",
    "Examined",
    "FiguresPage",
    "FileLine",
    "GapLine",
    "HowWeKnowPage",
    "Imported",
    "LevelLine",
    "MeasureLine",
    "MeetingItem",
    "MeetingPage",
    "NoteChoice",
    "NoteLine",
    "NotesIn",
    "Pictures",
    "PlacesIn",
    "Programme",
    "PrototypeLine",
    "PrototypePage",
    "PrototypesList",
    "QuestionLine",
    "Receipt",
    "ReleaseLine",
    "ResultPage",
    "Settings",
    "SignLine",
    "StoppedTextError",
    "StreamLine",
    "StreamsPage",
    "Subject",
    "SuggestionPage",
    "TermLine",
    "WarningLine",
    "WarningsPage",
    "acknowledge",
    "add_note",
    "answer",
    "as_mail",
    "bring_in_notes",
    "bring_in_places",
    "carry",
    "compare",
    "completeness_page",
    "confirm",
    "corrections_page",
    "draft_decision",
    "draft_letter",
    "draw_lots",
    "dump",
    "examine",
    "figures_page",
    "figures_table",
    "health",
    "how_we_know_page",
    "illustrate",
    "import_file",
    "keep_mapping",
    "kept_mapping",
    "kept_mappings",
    "last_row",
    "mapping_said",
    "may",
    "measure_beside",
    "meeting_item",
    "meeting_page",
    "new_prototype",
    "note_choices",
    "notes",
    "notes_template",
    "nothing_altered",
    "nothing_new",
    "open_programme",
    "preview_file",
    "preview_notes",
    "prototype_page",
    "prototypes_list",
    "read_declarations",
    "redact",
    "releases_page",
    "restore",
    "result_beside",
    "result_table",
    "results_page",
    "say_more",
    "streams_page",
    "suggest_comparison",
    "suggest_mapping",
    "take_away",
    "template",
    "upgrade",
    "verify",
    "warnings_page",
    "write_schemas",
]
