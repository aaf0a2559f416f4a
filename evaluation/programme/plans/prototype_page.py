"""One prototype: how we think it works, what we want to find out, its measures, notes, decisions and plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.model.design import AreaRole
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.decisions.decision_lines import DecisionLine, decision_lines
from evaluation.programme.decisions.rule_lines import rules_said
from evaluation.programme.evidence.theory_lines import Theory, theory
from evaluation.programme.figures.measure_lines import MeasureLine, measure_lines
from evaluation.programme.handle import Programme
from evaluation.programme.history import history, what_was_learnt
from evaluation.programme.learnt.question_lines import QuestionLine, question_lines
from evaluation.programme.noticing.notes_page import NoteLine, note_lines
from evaluation.programme.plans.agreed_plan import agreed_said, plan_versions
from evaluation.programme.releasing import release
from evaluation.words import QUESTIONS, day, learnt, notation
from evaluation.words.capitals import capital
from evaluation.words.situations import the


@dataclass(frozen=True, slots=True)
class PrototypePage:
    """What the page Prototypes shows of one of them. The pictures of its `theory` are in Graphviz's language."""

    id: str
    name: str
    stage: str
    status: str
    summary: str
    learnt: str
    theory: Theory
    questions_headline: str
    questions: tuple[QuestionLine, ...]
    measures: tuple[MeasureLine, ...]
    notes: tuple[NoteLine, ...]
    decisions: tuple[DecisionLine, ...]
    success: tuple[tuple[str, str, str], ...]
    plan: tuple[tuple[str, str], ...]


def prototype_page(programme: Programme, prototype: str) -> Released[PrototypePage]:
    """Everything about one prototype. Raises UsageError where there is none of this id."""
    plan = programme.prototype(prototype)
    known = history(programme)
    today = (programme.as_at or programme.clock()).date()
    how = theory(programme, plan, known)
    questions = question_lines(programme, plan, known, today)
    own = [row for row in known.notes if row.noun.prototype == plan.id]
    page = PrototypePage(
        id=plan.id,
        name=plan.name,
        stage=stage_name(programme, plan),
        status=_status(programme, plan, today),
        summary=plan.what,
        learnt=learnt(what_was_learnt([plan], known, today)),
        theory=how,
        questions_headline=_questions_headline(questions),
        questions=questions,
        measures=measure_lines(programme, plan),
        notes=note_lines(programme, known, own),
        decisions=decision_lines(programme, known.decisions, plan.id),
        success=_success(programme, plan),
        plan=_plan(programme, plan),
    )
    return release(programme, page)


def _questions_headline(questions: tuple[QuestionLine, ...]) -> str:
    states = [question.state for question in questions]
    said = [f"{states.count(state)} {state}" for state in QUESTIONS.values() if state in states]
    return f"What we want to find out: {', '.join(reversed(said))}" if said else "What we want to find out"


def stage_name(programme: Programme, plan: Prototype) -> str:
    """The stage as the programme speaks of it."""
    named = {stage.id: stage.name for stage in programme.framework_of(plan).stages}
    return named.get(plan.stage, plan.stage.value.replace("_", " "))


def _status(programme: Programme, plan: Prototype, today: date) -> str:
    """Where it is, when it began, who agreed the plan. A stage may be younger than the prototype."""
    stage = capital(stage_name(programme, plan))
    since = ""
    if plan.start is not None:
        since = f", {'begun' if plan.start <= today else 'begins'} on {day(plan.start)}"
    agreed = agreed_said(plan_versions(programme, plan.id))
    return f"{plan.where}. {stage}{since}. {agreed}".strip()


def _success(programme: Programme, plan: Prototype) -> tuple[tuple[str, str, str], ...]:
    """Success in people's own words: whose, the words, what it is measured by."""
    return tuple(
        (
            statement.perspective.value.capitalize(),
            statement.text,
            programme.measure(plan, statement.measure).name if statement.measure else "not measured",
        )
        for statement in plan.success
    )


def _plan(programme: Programme, plan: Prototype) -> tuple[tuple[str, str], ...]:
    """The plan in words, line by line; what is not said is left out."""
    names = {area.code: area.name for area in programme.framework_of(plan).areas}
    placed = {role: [names.get(area.code, area.code) for area in plan.areas if area.role is role] for role in AreaRole}
    rules = [f"{line.rule}: {line.state}." for line in rules_said(programme, plan).lines]
    lines = (
        ("For whom", plan.for_whom),
        ("Where", plan.where),
        ("Led by", plan.lead),
        ("Sponsor", plan.sponsor),
        ("Team", ", ".join(f"{member.name} ({member.role})" for member in plan.team)),
        ("Test areas", ", ".join(placed[AreaRole.TEST])),
        ("Comparison areas", ", ".join(placed[AreaRole.COMPARISON]) or ("chosen by rule" if plan.comparison else "")),
        ("How the test areas were chosen", _chosen(programme, plan)),
        ("Starts", day(plan.start) if plan.start else ""),
        ("Ends", day(plan.end) if plan.end else ""),
        ("The rules we agreed", " ".join(rules)),
        ("We planned to look on", ", ".join(day(look.on) for look in plan.planned_looks)),
        ("What could go wrong", " ".join(plan.pre_mortem)),
        ("What was tried before", " ".join(plan.prior_attempts)),
    )
    return tuple((what, said) for what, said in lines if said)


def _chosen(programme: Programme, plan: Prototype) -> str:
    if not plan.test_areas:
        return ""
    if plan.chosen is None:
        return "The plan does not say."
    chosen = plan.chosen
    said = chosen.how.value.replace("_", " ").capitalize()
    if chosen.measure and chosen.period:
        measure = programme.measure(plan, chosen.measure)
        said += f', on "{measure.name}" in {the(notation(chosen.period, measure.periods))}'
    return f"{said}. {chosen.note}".strip()
