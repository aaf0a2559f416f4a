"""How we think it works leads one way."""

from __future__ import annotations

from tests.declare.example import Programme


def links(programme: Programme, *pairs: tuple[str, str]) -> list[str]:
    """What is said of a theory of change with these links."""
    text = "".join(
        f'[[theory_of_change.links]]\nid = "l{number}"\nsource = "{source}"\ntarget = "{target}"\nassumption = "x"\n'
        for number, (source, target) in enumerate(pairs)
    )
    nodes = "".join(
        f'[[theory_of_change.nodes]]\nid = "{step}"\ntext = "x"\nkind = "output"\n'
        for step in sorted({step for pair in pairs for step in pair} - {"visits", "trust"})
    )
    programme.change("[[questions]]", f"{nodes}{text}[[questions]]")
    return [problem.what for problem in programme.read().problems if problem.code == "cycle"]


def test_a_way_back_is_named_step_by_step(programme: Programme) -> None:
    assert links(programme, ("trust", "calls"), ("calls", "visits")) == [
        "The theory of change leads back to where it began: visits -> trust -> calls -> visits."
    ]


def test_the_way_back_is_told_at_the_link_that_points_back(programme: Programme) -> None:
    links(programme, ("trust", "visits"))
    assert programme.said() == [("cycle", programme.line("[[theory_of_change.links]]").replace(":37", ":42"))]


def test_a_step_that_leads_to_itself_is_a_way_back(programme: Programme) -> None:
    assert links(programme, ("trust", "trust")) == [
        "The theory of change leads back to where it began: trust -> trust."
    ]


def test_every_way_back_is_told(programme: Programme) -> None:
    assert len(links(programme, ("trust", "visits"), ("a", "b"), ("b", "a"), ("b", "b"))) == 3


def test_two_ways_to_one_step_are_no_way_back(programme: Programme) -> None:
    assert links(programme, ("visits", "calls"), ("calls", "trust")) == []
