"""The only room that joins the others: one function a use, one file each; the door in and the door out."""

from evaluation.programme.acknowledging import acknowledge
from evaluation.programme.adapting import AdaptationLine, adapt
from evaluation.programme.agreeing import agree_plan, change_plan
from evaluation.programme.arriving import StreamLine, StreamsPage, streams_page
from evaluation.programme.asking import asks_of, asks_table
from evaluation.programme.beside_measure import Beside, LevelLine, measure_beside, result_beside
from evaluation.programme.commitments_page import CommitmentLine, CommitmentsPage, commitments_page, commitments_table
from evaluation.programme.committing import commit, correct_commitment, finish_commitment
from evaluation.programme.comparing import compare
from evaluation.programme.completeness_page import CompletenessPage, completeness_page
from evaluation.programme.confirming import confirm
from evaluation.programme.corrections_page import CorrectionsPage, corrections_page
from evaluation.programme.deciding import Proposed, draft_decision
from evaluation.programme.decision_lines import DecisionLine
from evaluation.programme.declared import read_declarations
from evaluation.programme.declaring import new_prototype, write_schemas
from evaluation.programme.digest_lines import DigestLine
from evaluation.programme.digest_page import DigestPage, digest_page
from evaluation.programme.drawing import Pictures
from evaluation.programme.evidence_choices import EvidenceChoices, SourceChoice, StepChoice, evidence_choices
from evaluation.programme.evidence_lines import EvidenceLine
from evaluation.programme.examining import ExaminationPage, Examined, examine
from evaluation.programme.figures_out import figures_table, result_table
from evaluation.programme.figures_page import FiguresPage, FileLine, figures_page, template
from evaluation.programme.group_gaps import GapLine
from evaluation.programme.guess_choices import GuessChoice, guess_choices
from evaluation.programme.guesses_page import (
    GuessesPage,
    GuessLine,
    TurnedOut,
    five_words,
    guesses_page,
    how_guesses_turned_out,
    how_mine_turned_out,
)
from evaluation.programme.guessing import guess
from evaluation.programme.handle import Programme
from evaluation.programme.hearing import add_engagement
from evaluation.programme.how_we_know_page import (
    HowWeKnowPage,
    TermLine,
    how_we_know_page,
    nothing_altered,
)
from evaluation.programme.illustrating import SEED as ILLUSTRATIVE_SEED
from evaluation.programme.illustrating import illustrate
from evaluation.programme.importing import Imported, import_file, preview_file
from evaluation.programme.keeping import as_of, dump, health, last_row, restore, upgrade, verify
from evaluation.programme.letters import as_mail, draft_letter
from evaluation.programme.lots import DrawPage, draw_lots
from evaluation.programme.mappings import keep_mapping, kept_mapping, kept_mappings, mapping_said, suggest_mapping
from evaluation.programme.measure_lines import MeasureLine
from evaluation.programme.meeting_item import MeetingItem, meeting_item
from evaluation.programme.meeting_page import MeetingPage, meeting_page
from evaluation.programme.note_choices import NoteChoice, Subject, note_choices
from evaluation.programme.notes_form import notes_template
from evaluation.programme.notes_in import NotesIn, bring_in_notes, preview_notes
from evaluation.programme.notes_page import NoteLine, notes
from evaluation.programme.noting import Said, add_note, nothing_new
from evaluation.programme.opening import open_programme
from evaluation.programme.overview import Part
from evaluation.programme.places_in import PlacesIn, bring_in_places
from evaluation.programme.plan_beside import OtherResult, PlanBeside, plan_beside
from evaluation.programme.plan_page import AgreedPage, VersionLine, agreed_page
from evaluation.programme.programme_page import ProgrammePage, programme_page, roll_up_page
from evaluation.programme.prototype_page import PrototypePage, prototype_page
from evaluation.programme.prototypes_list import PrototypeLine, PrototypesList, prototypes_list
from evaluation.programme.question_lines import QuestionLine
from evaluation.programme.readiness_page import ReadinessLine, ReadinessPage, readiness_page, readiness_table
from evaluation.programme.receipts import Receipt
from evaluation.programme.recording import StoppedTextError, answer
from evaluation.programme.redacting import redact
from evaluation.programme.releases_page import ReleaseLine, releases_page
from evaluation.programme.releasing import carry
from evaluation.programme.reminding import file_names, reminder_days, reminder_mail, reminders
from evaluation.programme.remit import Taker
from evaluation.programme.replying import reply
from evaluation.programme.results_page import ResultPage, results_page
from evaluation.programme.risks import add_risk, change_risk, close_risk
from evaluation.programme.risks_page import RiskLine, RisksPage, risks_page, risks_table
from evaluation.programme.roles import Act, may
from evaluation.programme.rule_lines import RuleLine
from evaluation.programme.saying_more import say_more
from evaluation.programme.searching import Hit, Hits, search
from evaluation.programme.settings import Settings
from evaluation.programme.settling import settle, settle_due
from evaluation.programme.stages_page import ChecklistLine, MoveLine, StageLine, StagesPage, stages_page
from evaluation.programme.staging import move_stage
from evaluation.programme.stopped_page import StopRegister, stop_register
from evaluation.programme.stories_page import StoriesPage, StoryLine, stories_page
from evaluation.programme.suggesting import BalanceLine, SuggestionPage, suggest_comparison
from evaluation.programme.taking_away import take_away
from evaluation.programme.taking_back import take_back
from evaluation.programme.telling import bear_out, tell_story
from evaluation.programme.theory_lines import LinkLine, Theory
from evaluation.programme.ticking import tick
from evaluation.programme.turns import Turn
from evaluation.programme.visits_page import VisitLine, visits_page, visits_table
from evaluation.programme.voices_corrected import OwnOccasion
from evaluation.programme.voices_page import VoicesPage, voices_page
from evaluation.programme.waiting_page import WaitingPage, waiting_page
from evaluation.programme.warning_levels import WarningLine, WarningsPage, warnings_page
from evaluation.programme.weighing import weigh_evidence
from evaluation.programme.what_was_found import every_question, yield_table

__all__ = [
    "ILLUSTRATIVE_SEED",
    "Act",
    "AdaptationLine",
    "AgreedPage",
    "BalanceLine",
    "Beside",
    "ChecklistLine",
    "CommitmentLine",
    "CommitmentsPage",
    "CompletenessPage",
    "CorrectionsPage",
    "DecisionLine",
    "DigestLine",
    "DigestPage",
    "DrawPage",
    "EvidenceChoices",
    "EvidenceLine",
    "ExaminationPage",
    "Examined",
    "FiguresPage",
    "FileLine",
    "GapLine",
    "GuessChoice",
    "GuessLine",
    "GuessesPage",
    "Hit",
    "Hits",
    "HowWeKnowPage",
    "Imported",
    "LevelLine",
    "LinkLine",
    "MeasureLine",
    "MeetingItem",
    "MeetingPage",
    "MoveLine",
    "NoteChoice",
    "NoteLine",
    "NotesIn",
    "OtherResult",
    "OwnOccasion",
    "Part",
    "Pictures",
    "PlacesIn",
    "PlanBeside",
    "Programme",
    "ProgrammePage",
    "Proposed",
    "PrototypeLine",
    "PrototypePage",
    "PrototypesList",
    "QuestionLine",
    "ReadinessLine",
    "ReadinessPage",
    "Receipt",
    "ReleaseLine",
    "ResultPage",
    "RiskLine",
    "RisksPage",
    "RuleLine",
    "Said",
    "Settings",
    "SourceChoice",
    "StageLine",
    "StagesPage",
    "StepChoice",
    "StopRegister",
    "StoppedTextError",
    "StoriesPage",
    "StoryLine",
    "StreamLine",
    "StreamsPage",
    "Subject",
    "SuggestionPage",
    "Taker",
    "TermLine",
    "Theory",
    "Turn",
    "TurnedOut",
    "VersionLine",
    "VisitLine",
    "VoicesPage",
    "WaitingPage",
    "WarningLine",
    "WarningsPage",
    "acknowledge",
    "adapt",
    "add_engagement",
    "add_note",
    "add_risk",
    "agree_plan",
    "agreed_page",
    "answer",
    "as_mail",
    "as_of",
    "asks_of",
    "asks_table",
    "bear_out",
    "bring_in_notes",
    "bring_in_places",
    "carry",
    "change_plan",
    "change_risk",
    "close_risk",
    "commit",
    "commitments_page",
    "commitments_table",
    "compare",
    "completeness_page",
    "confirm",
    "correct_commitment",
    "corrections_page",
    "digest_page",
    "draft_decision",
    "draft_letter",
    "draw_lots",
    "dump",
    "every_question",
    "evidence_choices",
    "examine",
    "figures_page",
    "figures_table",
    "file_names",
    "finish_commitment",
    "five_words",
    "guess",
    "guess_choices",
    "guesses_page",
    "health",
    "how_guesses_turned_out",
    "how_mine_turned_out",
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
    "move_stage",
    "new_prototype",
    "note_choices",
    "notes",
    "notes_template",
    "nothing_altered",
    "nothing_new",
    "open_programme",
    "plan_beside",
    "preview_file",
    "preview_notes",
    "programme_page",
    "prototype_page",
    "prototypes_list",
    "read_declarations",
    "readiness_page",
    "readiness_table",
    "redact",
    "releases_page",
    "reminder_days",
    "reminder_mail",
    "reminders",
    "reply",
    "restore",
    "result_beside",
    "result_table",
    "results_page",
    "risks_page",
    "risks_table",
    "roll_up_page",
    "say_more",
    "search",
    "settle",
    "settle_due",
    "stages_page",
    "stop_register",
    "stories_page",
    "streams_page",
    "suggest_comparison",
    "suggest_mapping",
    "take_away",
    "take_back",
    "tell_story",
    "template",
    "tick",
    "upgrade",
    "verify",
    "visits_page",
    "visits_table",
    "voices_page",
    "waiting_page",
    "warnings_page",
    "weigh_evidence",
    "write_schemas",
    "yield_table",
]
