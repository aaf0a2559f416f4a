"""What is offered where: by area with the gaps, by building, and which services are run together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.model.framework import Offer
from evaluation.model.places import Area
from evaluation.programme.overview.part import Part, PartTable, Scope, nothing_yet, sentences, table_of
from evaluation.words.programme import from_to, missing, named

TITLE: Final = "What is offered where"
NOTHING: Final = "nothing offered yet"
NOTHING_LACKS: Final = "every service is here"
EVERYTHING: Final = "every service"
NO_OTHER: Final = "no other yet"


@dataclass(frozen=True, slots=True)
class _Here:
    """An area, and what runs there today."""

    name: str
    running: tuple[Offer, ...]


def offers(scope: Scope) -> Part:
    """What runs today in each of the smallest areas; those with nothing come first."""
    if not scope.framework.offers:
        return nothing_yet("offers", TITLE)
    running = tuple(offer for offer in scope.framework.offers if _runs(scope, offer))
    places = [
        _Here(name, tuple(offer for offer in running if codes & set(offer.areas))) for name, codes in _areas(scope)
    ]
    gaps = [place.name for place in places if not place.running]
    offered = {offer.service for offer in running}
    nowhere = [service.name for service in scope.framework.services if service.id not in offered]
    return Part(
        "offers",
        TITLE,
        missing(len(gaps), len(places), "area", NOTHING),
        sentences(named("Nothing is offered yet in", gaps), named("Offered nowhere yet", nowhere)),
        (_by_service(scope, places, running), _by_area(scope, places), _by_building(scope)),
    )


def _runs(scope: Scope, offer: Offer) -> bool:
    return (offer.start is None or offer.start <= scope.today) and (offer.end is None or scope.today < offer.end)


def _areas(scope: Scope) -> Iterator[tuple[str, set[str]]]:
    """Each area that holds no other, and its codes: its own, and those of all it lies within.

    Where the framework declares none, the areas that offers name.
    """
    known = {area.code: area for area in scope.framework.areas if _stands(scope, area)}
    outer = {area.within for area in known.values()} | {one.area for one in scope.framework.comparators}
    smallest = [area for area in known.values() if area.code not in outer]
    yield from ((area.name, set(_upwards(area, known))) for area in smallest)
    if not known:
        yield from (
            (code, {code}) for code in dict.fromkeys(one for each in scope.framework.offers for one in each.areas)
        )


def _stands(scope: Scope, area: Area) -> bool:
    return (area.valid_from is None or area.valid_from <= scope.today) and (
        area.valid_to is None or scope.today < area.valid_to
    )


def _upwards(area: Area, known: Mapping[str, Area]) -> list[str]:
    codes = [area.code]
    while (above := known[codes[-1]].within) and above in known and above not in codes:
        codes.append(above)
    return codes


def _by_area(scope: Scope, places: Sequence[_Here]) -> PartTable:
    in_order = sorted(places, key=lambda place: (bool(place.running), place.name))
    rows = [(place.name, *_here(scope, place)) for place in in_order]
    return table_of(scope, ["Area", "What is offered here", "Not offered here"], rows, "Area by area")


def _here(scope: Scope, place: _Here) -> tuple[str, str]:
    """What each service offers in a place, and in which building; then the services that offer nothing there."""
    told, gaps = [], []
    for service in scope.framework.services:
        there = [offer for offer in place.running if offer.service == service.id]
        said = "; ".join(f"{offer.what} ({offer.venue})" if offer.venue else offer.what for offer in there)
        told += [f"{service.name}: {said}"] if said else []
        gaps += [] if said else [service.name]
    return "; ".join(told) or NOTHING, (", ".join(gaps) or NOTHING_LACKS) if told else EVERYTHING


def _by_service(scope: Scope, places: Sequence[_Here], running: Sequence[Offer]) -> PartTable:
    """How far each service reaches, and with which others it is run together: in what either of them says."""
    services = scope.framework.services
    together = {frozenset((offer.service, other)) for offer in running for other in offer.aligned_with}
    rows = []
    for service in services:
        reached = sum(any(offer.service == service.id for offer in place.running) for place in places)
        others = [one for one in services if one is not service]
        aligned = [one.name for one in others if {service.id, one.id} in together]
        apart = [one.name for one in others if one.name not in aligned]
        rows.append(
            (
                service.name,
                f"{reached} of {len(places)} areas",
                ", ".join(aligned) or NO_OTHER,
                ", ".join(apart) or "none",
            )
        )
    return table_of(scope, ["Service", "Offered in", "Run together with", "Not yet with"], rows, "Service by service")


def _by_building(scope: Scope) -> PartTable:
    """Everything that is offered, by the building it is in; what has ended or not begun says when."""
    names = {service.id: service.name for service in scope.framework.services}
    rows = [
        (
            offer.venue or "no building named",
            offer.what,
            names.get(offer.service, offer.service),
            ", ".join(scope.area(code) for code in offer.areas),
            from_to(offer.start, offer.end) if offer.start or offer.end else "all the time",
        )
        for offer in sorted(scope.framework.offers, key=lambda offer: (not offer.venue, offer.venue))
    ]
    return table_of(scope, ["Building", "What is offered", "Service", "For", "When"], rows, "Building by building")
