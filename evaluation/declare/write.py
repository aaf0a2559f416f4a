"""Writing a new prototype: five answers make an idea, and comments say what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import tomlkit

from evaluation.declare.declarations import Known
from evaluation.declare.near import near_match
from evaluation.declare.plan import Plan
from evaluation.declare.read import read_plan
from evaluation.declare.rules.ids import is_slug, slug_of
from evaluation.model.framework import StageId
from evaluation.problems import DeclarationError, Origin, Problem

_NOTHING_KNOWN: Final = Known(frozenset(), frozenset(), frozenset(), frozenset())

_NEXT: Final = """\
What a plan says next; take away the # when you know it. `python -m evaluation check` tells what is still open.

To be selected (stage = "select"): how we think it works, and by which measure it is judged.
  [[theory_of_change.nodes]]
  id = "visits"
  kind = "activity"                # input, activity, output, outcome or impact
  text = "Health visitors call at home before the birth"
  [[theory_of_change.links]]
  id = "visits-to-trust"
  source = "visits"
  target = "trust"                 # the id of another step
  assumption = "What has to be true for one to lead to the other"
  confidence = "unsure"            # very_unsure, unsure, even, fairly_sure or very_sure
  weakened_by = "What would speak against it"
  [[measures]]
  measure = "..."                  # a measure of the framework
  role = "primary"                 # primary, secondary, process, experience or balancing

To be tested (stage = "test_and_develop"): sponsor = "...", start = 2026-04-01, above the first line in square
brackets, and
  [[team]], [[areas]] in the role "test" or "comparison", [chosen] (how, measure, period),
  and [[measures.criteria]], the rules agreed before the start.

To be measured (stage = "execute_and_measure"): end = 2027-03-31, or [[planned_looks]]."""


def new_prototype(
    folder: Path,
    id: str,  # noqa: A002 - the key is called so in the file
    *,
    name: str,
    what: str,
    where: str,
    for_whom: str,
    lead: str,
    question: str,
    framework: str,
) -> Path:
    """Write `prototypes/<id>.toml` under `folder`, a valid idea, and give its path.

    Raises DeclarationError where the id is not well formed, was ever used, or its file
    is there; where `framework` is not declared; and where an answer is empty.
    """
    answers = {"name": name, "what": what, "where": where, "for_whom": for_whom, "lead": lead}
    path = folder / "prototypes" / f"{id}.toml"
    plan, _ = read_plan(folder, _NOTHING_KNOWN)
    problems = [*_id_problems(plan, id, path), *_framework_problems(plan, framework)]
    problems += [_empty(key) for key, answer in {**answers, "question": question}.items() if not answer.strip()]
    if problems:
        raise DeclarationError(f'The prototype "{id}" was not written.', problems)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_composed({"id": id, "framework": framework, **answers}, question))
    return path


def _composed(answers: dict[str, str], question: str) -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment(f"The plan of one prototype. Its id is for life: {answers['id']}."))
    for key, answer in answers.items():
        document.add(key, tomlkit.string(answer.strip()))
    document.add("stage", tomlkit.string(StageId.GENERATE.value))
    document.add(tomlkit.nl())
    asked = tomlkit.table()
    asked.add("id", "first-question")
    asked.add("text", tomlkit.string(question.strip()))
    questions = tomlkit.aot()
    questions.append(asked)
    document.add("questions", questions)
    comments = "\n".join(f"# {line}".rstrip() for line in _NEXT.splitlines())
    return f"{tomlkit.dumps(document)}\n{comments}\n"


def _id_problems(plan: Plan, prototype_id: str, path: Path) -> list[Problem]:
    if not is_slug(prototype_id):
        what = f'"{prototype_id}" cannot be the id of a prototype.'
        mend = "Write lower-case letters and digits, with a hyphen between words."
        return [Problem("bad-id", what, mend, near=slug_of(prototype_id) or None)]
    for declared in plan.prototypes:
        prototype, origin = declared.noun, declared.document.origin(("id",))
        if prototype_id in prototype.formerly or (prototype_id == prototype.id and prototype.retired):
            what = f'"{prototype_id}" was the id of a prototype before.'
            return [Problem("retired-id", what, "Choose an id that was never used.", origin=origin)]
        if prototype_id == prototype.id:
            what = f'There is already a prototype "{prototype_id}".'
            return [Problem("duplicate-id", what, "Choose another id.", origin=origin)]
    if path.exists():
        what = "There is already a file of this name."
        return [Problem("duplicate-id", what, "Choose another id.", origin=Origin(f"prototypes/{path.name}", line=1))]
    return []


def _framework_problems(plan: Plan, framework: str) -> list[Problem]:
    ids = {declared.noun.id for declared in plan.frameworks}
    if framework in ids:
        return []
    listed = ", ".join(sorted(ids)) or "none yet"
    what = f'No framework "{framework}" is declared in this folder.'
    return [Problem("unknown-id", what, f"There are: {listed}.", near=near_match(framework, ids))]


def _empty(key: str) -> Problem:
    return Problem("missing-key", f'"{key}" is empty.', "Answer it in a few words; it can be changed later.")
