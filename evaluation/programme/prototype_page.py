"""One prototype: how we think it works, what we want to find out, its measures, notes, decisions and plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.charts import dot
from evaluation.learning import link_states, question_standings
from evaluation.learning import riskiest as find_riskiest
from evaluation.model.prototype import AreaRole, LearningQuestion, Prototype
from evaluation.model.release import Released
from evaluation.programme.decision_lines import DecisionLine, decision_lines
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history, what_was_learnt
from evaluation.programme.measure_lines import MeasureLine, measure_lines
from evaluation.programme.notes_page import NoteLine, note_lines
from evaluation.programme.releasing import release
from evaluation.words import LINKS, POINTS, QUESTIONS, SURENESS, counted, day, learnt, notation
from evaluation.words import riskiest as say_riskiest


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link, this leads to that: the steps, what has to be true, and what has been learnt of it."""

    id: str
    source: str
    target: str
    assumption: str
    sureness: str
    weakened_by: str
    state: str
    is_riskiest: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A learning question, what is known so far, and where it stands. `step` is the link it is about, in words."""

    id: str
    text: str
    known: str
    state: str
    due: str
    is_overdue: bool
    step: str = ""


@dataclass(frozen=True, slots=True)
class PrototypePage:
    """What the page Prototypes shows of one of them. `graph` and `graph_dark` are in Graphviz's language."""

    id: str
    name: str
    stage: str
    status: str
    summary: str
    learnt: str
    theory_headline: str
    graph: str
    graph_dark: str
    riskiest: str
    riskiest_why: str
    links: tuple[LinkLine, ...]
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
    links, riskiest, why = _theory(plan, known)
    states = {link.id: link.state for link in links}
    riskiest_id = next((link.id for link in links if link.is_riskiest), None)
    questions = _questions(plan, known, today)
    own = [row for row in known.notes if row.noun.prototype == plan.id]
    page = PrototypePage(
        id=plan.id,
        name=plan.name,
        stage=stage_name(programme, plan),
        status=_status(programme, plan, today),
        summary=plan.what,
        learnt=learnt(what_was_learnt([plan], known, today)),
        theory_headline=_theory_headline(links),
        graph=dot(plan.theory_of_change, states, riskiest_id),
        graph_dark=dot(plan.theory_of_change, states, riskiest_id, dark=True),
        riskiest=riskiest,
        riskiest_why=why,
        links=links,
        questions_headline=_questions_headline(questions),
        questions=questions,
        measures=measure_lines(programme, plan),
        notes=note_lines(programme, known, own),
        decisions=decision_lines(programme, known.decisions, plan.id),
        success=_success(programme, plan),
        plan=_plan(programme, plan),
    )
    return release(programme, page)


def _theory(plan: Prototype, known: History) -> tuple[tuple[LinkLine, ...], str, str]:
    """The links as lines, the riskiest in words and why it is."""
    theory, states = plan.theory_of_change, link_states(plan, known.answers)
    steps = {node.id: node.text for node in theory.nodes}
    found = find_riskiest(theory, states)
    lines = tuple(
        LinkLine(
            id=link.id,
            source=steps[link.source],
            target=steps[link.target],
            assumption=link.assumption,
            sureness=SURENESS[link.confidence],
            weakened_by=link.weakened_by,
            state=LINKS[states[link.id]],
            is_riskiest=found is not None and link == found.link,
        )
        for link in theory.links
    )
    if found is None:
        return lines, "", ""
    said = f"{steps[found.link.source]} leads to: {steps[found.link.target]}, only if {_inside(found.link.assumption)}."
    return lines, said, say_riskiest(found)


def _inside(text: str) -> str:
    """The text inside a sentence: a first capital goes, but not that of an abbreviation such as NHS."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _theory_headline(links: tuple[LinkLine, ...]) -> str:
    """How much of it has been tested, as a finding."""
    if not links:
        return "How we think it works: not written down yet"
    tested = [link for link in links if link.state != "untested"]
    wrong = sum(link.state == "looks wrong" for link in links)
    if not tested:
        return "How we think it works: nothing is tested yet"
    said = f"{counted(len(tested), 'step')} of {len(links)} tested"
    return f"How we think it works: {said}{f', {wrong} looks wrong' if wrong else ''}"


def _questions(plan: Prototype, known: History, today: date) -> tuple[QuestionLine, ...]:
    told = known.told
    return tuple(
        QuestionLine(
            id=standing.question.id,
            text=standing.question.text,
            known=told[standing.answer].text if standing.answer else _notes_so_far(len(standing.notes)),
            state=QUESTIONS[standing.state],
            due=day(standing.question.due) if standing.question.due else "",
            is_overdue=standing.is_overdue,
            step=_step(plan, standing.question),
        )
        for standing in question_standings(plan, known.answers, known.entries, today)
    )


def _step(plan: Prototype, question: LearningQuestion) -> str:
    """The link a question is about: this leads to that; empty where it is about none."""
    steps = {node.id: node.text for node in plan.theory_of_change.nodes}
    links = (link for link in plan.theory_of_change.links if link.id == question.link)
    return next((f"{steps[link.source]} leads to: {steps[link.target]}" for link in links), "")


def _notes_so_far(many: int) -> str:
    return f"{counted(many, 'note')} so far" if many else "Nothing noted yet"


def _questions_headline(questions: tuple[QuestionLine, ...]) -> str:
    states = [question.state for question in questions]
    said = [f"{states.count(state)} {state}" for state in QUESTIONS.values() if state in states]
    return f"What we want to find out: {', '.join(reversed(said))}" if said else "What we want to find out"


def stage_name(programme: Programme, plan: Prototype) -> str:
    """The stage as the programme speaks of it."""
    named = {stage.id: stage.name for stage in programme.framework_of(plan).stages}
    return named.get(plan.stage, plan.stage.value.replace("_", " "))


def _status(programme: Programme, plan: Prototype, today: date) -> str:
    """Where it is and since when, who agreed the plan."""
    stage = stage_name(programme, plan)
    since = ""
    if plan.start is not None:
        since = f" since {day(plan.start)}" if plan.start <= today else f", from {day(plan.start)}"
    agreed = f" Plan agreed on {day(plan.agreed_on)} by {plan.agreed_by}." if plan.agreed_on and plan.agreed_by else ""
    return f"{plan.where}. {stage}{since}.{agreed}"


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
    rules = [
        f"{POINTS[criterion.points_to].capitalize()} if {criterion.text}."
        for used in plan.measures
        for criterion in used.criteria
    ]
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
        said += f", on {measure.name} in {notation(chosen.period, measure.periods)}"
    return f"{said}. {chosen.note}".strip()
