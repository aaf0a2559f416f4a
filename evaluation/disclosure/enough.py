"""How wide a range is wide enough.

A hidden small count is safe where its feasible range holds everything the rule itself
says of it: for "below 5" each of 1, 2, 3 and 4. All that is printed around it then
tells the reader nothing that the word "hidden" does not. These are the protection
levels of Fischetti & Salazar-Gonzalez (2001): lower and upper ones up to both ends of what
the rule hides, and a sliding one of `below - 1` values.

It holds against a reader who knows the rule as well: each of these values belongs to a
table that prints alike and in which the cell is rightly hidden. (What it needs is that
nothing shows which of the hidden cells are small and which are hidden for their sake; no
table of ours tells them apart.)
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.disclosure.moves import Found, Moves, Room
from evaluation.disclosure.rule import Profile


@dataclass(frozen=True, slots=True)
class Need:
    """How far below and above its count a cell's range must reach, and how far apart its two ends must be."""

    down: int
    up: int
    span: int


def need_of(count: int, profile: Profile, *, is_hidden: bool = True) -> Need:
    """What keeps a count safe.

    A small one that is hidden: its range holds every small count. A larger one that must be hidden
    (98 out of 100): its range holds as many. One that is shown rounded: its range spans half a base, as
    that of 0 does, which stands for 0, 1 and 2. One that is shown as it is has no such range.
    """
    smallest = 0 if profile.hides_zero else 1
    span = profile.below - 1 - smallest
    if not is_hidden and profile.round_to is not None:
        return Need(0, 0, profile.round_to // 2)
    if count >= profile.below or not is_hidden:
        return Need(0, 0, span)
    return Need(max(0, count - smallest), profile.below - 1 - count, span)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far cells can go, asked of the moves already found before another is looked for."""

    moves: Moves
    found: Found

    def of(self, cell: int, change: int, room: Room) -> int:
        """How far the cell can go towards `change`: as far as that, or less."""
        if change == 0 or self.found.by(cell, change, room) is not None:
            return abs(change)
        reached, move = self.moves.furthest(cell, 1 if change > 0 else -1, room, abs(change))
        self.found.add(move)
        return int(reached)

    def towards(self, cell: int, need: Need, room: Room) -> tuple[int, int]:
        """How far the cell can fall and rise towards what it needs; where it rises too little it falls the further."""
        down = self.of(cell, -need.down, room)
        up = self.of(cell, max(need.up, need.span - down), room)
        if down + up < need.span:
            down = self.of(cell, up - need.span, room)
        return down, up

    def is_enough(self, cell: int, need: Need, room: Room, widest: Room) -> bool:
        """Whether the range is as wide as it need be, and begins as low as it could if everything were hidden.

        A total of two areas with somebody in each is 2 at least, whatever is hidden.
        """
        down, up = self.towards(cell, need, room)
        is_wide = up >= need.up and down + up >= need.span
        return is_wide and (down >= need.down or down >= self.of(cell, -need.down, widest))
