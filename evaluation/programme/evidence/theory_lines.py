"""How we think it works, as it is read: each step with what speaks for and against it, and where the chain breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evaluation.charts import dot
from evaluation.learning import Break, LinkStanding, LinkState, Riskiest, breaks
from evaluation.learning import riskiest as find_riskiest
from evaluation.learning.rhythm import is_stopped
from evaluation.model.prototype import Prototype
from evaluation.programme.days import today
from evaluation.programme.evidence.evidence_lines import EvidenceLine, evidence_lines, no_longer_lines
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.words import LINKS, SURENESS, counted
from evaluation.words import riskiest as say_riskiest
from evaluation.words.capitals import inside
from evaluation.words.learning import leads_to
from evaluation.words.theory import because, chain_breaks, for_and_against


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link, this leads to that: the steps, what has to be true, and what has been learnt of it.

    `because` says why it is in this state, `tally` how many things speak for and
    against it; `hangs` that it comes after a step that looks wrong; `no_longer` is what
    was said of it and counts no more.
    """

    id: str
    source: str
    target: str
    assumption: str
    sureness: str
    weakened_by: str
    state: str
    is_riskiest: bool
    because: str = ""
    tally: str = ""
    hangs: bool = False
    supports: tuple[EvidenceLine, ...] = ()
    contradicts: tuple[EvidenceLine, ...] = ()
    no_longer: tuple[EvidenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Theory:
    """The links, how far they are tested, where the chain breaks, and what to test next and why; pictures of it."""

    headline: str
    chain: str
    links: tuple[LinkLine, ...]
    riskiest: str
    riskiest_why: str
    graph: str
    graph_dark: str


def theory(programme: Programme, plan: Prototype, known: History) -> Theory:
    """The theory of change of a plan, with what is known of it."""
    graph, standings = plan.theory_of_change, known.links(plan)
    broken = breaks(graph, standings)
    # Of a prototype that was stopped nothing is tested next.
    found = None if is_stopped(plan, known.decisions, today(programme)) else find_riskiest(graph, standings)
    links = tuple(
        replace(
            _line(plan, standing, found, broken),
            supports=evidence_lines(programme, known, standing.supports),
            contradicts=evidence_lines(programme, known, standing.contradicts),
            no_longer=no_longer_lines(programme, known, known.no_longer(plan, standing)),
        )
        for standing in standings.values()
    )
    states = {link.id: link.state for link in links}
    chosen = found.link.id if found else None
    said, why = _to_test_next(plan, found)
    return Theory(
        headline=_headline(links, broken),
        chain=chain_breaks([leads_to(graph, link) for link in broken.links]),
        links=links,
        riskiest=said,
        riskiest_why=why,
        graph=dot(graph, states, chosen, hanging=broken.hanging),
        graph_dark=dot(graph, states, chosen, hanging=broken.hanging, dark=True),
    )


def _line(plan: Prototype, standing: LinkStanding, found: Riskiest | None, broken: Break) -> LinkLine:
    """All but what speaks for and against it."""
    link = standing.link
    steps = {node.id: node.text for node in plan.theory_of_change.nodes}
    return LinkLine(
        id=link.id,
        source=steps[link.source],
        target=steps[link.target],
        assumption=link.assumption,
        sureness=SURENESS[link.confidence],
        weakened_by=link.weakened_by,
        state=LINKS[standing.state],
        is_riskiest=found is not None and link == found.link,
        because=because(standing),
        tally=for_and_against(standing),
        hangs=link.source in broken.hanging,
    )


def _to_test_next(plan: Prototype, found: Riskiest | None) -> tuple[str, str]:
    """The riskiest step with what has to be true, and why it is; nothing where every step is tested."""
    if found is None:
        return "", ""
    said = f"{leads_to(plan.theory_of_change, found.link)}, only if {inside(found.link.assumption)}."
    return said, say_riskiest(found)


def _headline(links: tuple[LinkLine, ...], broken: Break) -> str:
    """How much of it has been tested and whether it holds together, as a finding."""
    if not links:
        return "How we think it works: not written down yet"
    tested = sum(link.state != LINKS[LinkState.UNTESTED] for link in links)
    if not tested:
        return "How we think it works: nothing is tested yet"
    where = f", and the chain breaks at {counted(len(broken.links), 'step')}" if broken.links else ""
    return f"How we think it works: {counted(tested, 'step')} of {len(links)} tested{where}"
