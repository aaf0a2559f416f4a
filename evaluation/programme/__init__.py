"""The only room that joins the others: one function a use, one file each; the door in and the door out."""

from evaluation.programme.around.group_gaps import GapLine
from evaluation.programme.around.programme_page import ProgrammePage, programme_page, roll_up_page
from evaluation.programme.around.risks import add_risk, change_risk, close_risk
from evaluation.programme.around.risks_page import RiskLine, RisksPage, risks_page, risks_table
from evaluation.programme.around.voices_corrected import OwnOccasion
from evaluation.programme.around.voices_page import VoicesPage, voices_page
from evaluation.programme.decisions.commitments_page import (
    CommitmentLine,
    CommitmentsPage,
    commitments_page,
    commitments_table,
)
from evaluation.programme.decisions.committing import commit, correct_commitment, finish_commitment
from evaluation.programme.decisions.confirming import confirm
from evaluation.programme.decisions.deciding import Proposed, draft_decision
from evaluation.programme.decisions.decision_lines import DecisionLine
from evaluation.programme.decisions.meeting_item import MeetingItem, meeting_item
from evaluation.programme.decisions.meeting_page import MeetingPage, meeting_page
from evaluation.programme.decisions.remit import Taker
from evaluation.programme.decisions.rule_lines import RuleLine
from evaluation.programme.decisions.stopped_page import StopRegister, stop_register
from evaluation.programme.declared import read_declarations
from evaluation.programme.declaring import new_prototype, write_schemas
from evaluation.programme.evidence.evidence_choices import EvidenceChoices, SourceChoice, StepChoice, evidence_choices
from evaluation.programme.evidence.evidence_lines import EvidenceLine
from evaluation.programme.evidence.taking_back import take_back
from evaluation.programme.evidence.theory_lines import LinkLine, Theory
from evaluation.programme.evidence.weighing import weigh_evidence
from evaluation.programme.figures.acknowledging import acknowledge
from evaluation.programme.figures.arriving import StreamLine, StreamsPage, streams_page
from evaluation.programme.figures.completeness_page import CompletenessPage, completeness_page
from evaluation.programme.figures.corrections_page import CorrectionsPage, corrections_page
from evaluation.programme.figures.figures_out import figures_table, result_table
from evaluation.programme.figures.figures_page import FiguresPage, FileLine, figures_page, template
from evaluation.programme.figures.importing import Imported, import_file, preview_file
from evaluation.programme.figures.letters import as_mail, draft_letter
from evaluation.programme.figures.mappings import (
    keep_mapping,
    kept_mapping,
    kept_mappings,
    mapping_said,
    suggest_mapping,
)
from evaluation.programme.figures.measure_lines import MeasureLine
from evaluation.programme.figures.places_in import PlacesIn, bring_in_places
from evaluation.programme.figures.warning_levels import WarningLine, WarningsPage, warnings_page
from evaluation.programme.guesses.guess_choices import GuessChoice, guess_choices
from evaluation.programme.guesses.guesses_page import (
    GuessesPage,
    GuessLine,
    TurnedOut,
    five_words,
    guesses_page,
    how_guesses_turned_out,
    how_mine_turned_out,
)
from evaluation.programme.guesses.guessing import guess
from evaluation.programme.guesses.settling import settle, settle_due
from evaluation.programme.handle import Programme
from evaluation.programme.illustrating.illustrating import SEED as ILLUSTRATIVE_SEED
from evaluation.programme.illustrating.illustrating import illustrate
from evaluation.programme.keeping import as_of, dump, health, last_row, restore, upgrade, verify
from evaluation.programme.learnt.digest_lines import DigestLine
from evaluation.programme.learnt.digest_page import DigestPage, digest_page
from evaluation.programme.learnt.question_lines import QuestionLine
from evaluation.programme.learnt.what_was_found import every_question, yield_table
from evaluation.programme.noticing.answering import answer
from evaluation.programme.noticing.hearing import add_engagement
from evaluation.programme.noticing.note_choices import NoteChoice, Subject, note_choices
from evaluation.programme.noticing.notes_form import notes_template
from evaluation.programme.noticing.notes_in import NotesIn, bring_in_notes, preview_notes
from evaluation.programme.noticing.notes_page import NoteLine, notes
from evaluation.programme.noticing.noting import Said, add_note, nothing_new
from evaluation.programme.noticing.recording import StoppedTextError
from evaluation.programme.noticing.redacting import redact
from evaluation.programme.noticing.replying import reply
from evaluation.programme.noticing.saying_more import say_more
from evaluation.programme.noticing.searching import Hit, Hits, search
from evaluation.programme.noticing.stories_page import StoriesPage, StoryLine, stories_page
from evaluation.programme.noticing.telling import bear_out, tell_story
from evaluation.programme.noticing.visits_page import VisitLine, visits_page, visits_table
from evaluation.programme.opening import open_programme
from evaluation.programme.overview import Part
from evaluation.programme.plans.adapting import AdaptationLine, adapt
from evaluation.programme.plans.agreed_by_mistake import take_back_agreement
from evaluation.programme.plans.agreeing import agree_plan, change_plan
from evaluation.programme.plans.plan_beside import OtherResult, PlanBeside, plan_beside
from evaluation.programme.plans.plan_page import AgreedPage, VersionLine, agreed_page
from evaluation.programme.plans.prototype_page import PrototypePage, prototype_page
from evaluation.programme.plans.prototypes_list import PrototypeLine, PrototypesList, prototypes_list
from evaluation.programme.plans.readiness_page import ReadinessLine, ReadinessPage, readiness_page, readiness_table
from evaluation.programme.plans.stages_page import ChecklistLine, MoveLine, StageLine, StagesPage, stages_page
from evaluation.programme.plans.staging import move_stage
from evaluation.programme.plans.ticking import tick
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import carry
from evaluation.programme.results.beside_measure import Beside, LevelLine, measure_beside, result_beside
from evaluation.programme.results.comparing import compare
from evaluation.programme.results.drawing import Pictures
from evaluation.programme.results.examining import ExaminationPage, Examined, examine
from evaluation.programme.results.how_we_know_page import (
    HowWeKnowPage,
    TermLine,
    how_we_know_page,
    nothing_altered,
)
from evaluation.programme.results.lots import DrawPage, draw_lots
from evaluation.programme.results.releases_page import ReleaseLine, releases_page
from evaluation.programme.results.results_page import ResultPage, results_page
from evaluation.programme.results.suggesting import BalanceLine, SuggestionPage, suggest_comparison
from evaluation.programme.results.taking_away import take_away
from evaluation.programme.rhythm.asking import asks_of, asks_table
from evaluation.programme.rhythm.reminding import file_names, reminder_days, reminder_mail, reminders
from evaluation.programme.rhythm.turns import Turn
from evaluation.programme.rhythm.waiting_page import WaitingPage, waiting_page
from evaluation.programme.roles import Act, may
from evaluation.programme.same_for_all import answered
from evaluation.programme.settings import Settings

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
    "answered",
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
    "take_back_agreement",
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
