from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.programme import Programme, draw_lots


def test_lots_are_drawn_among_the_test_areas_or_those_named(programme: Programme) -> None:
    drawn = draw_lots(programme, "one-team", number=1, seed="2 11").content
    assert set(drawn.draw.areas) == {"X01", "X02", "X03"}
    assert drawn.said[0].startswith("The lots fell on Area ")
    named = draw_lots(programme, "one-team", ["X04", "X05"], number=1, seed="2 11").content
    assert set(named.draw.order) == {"X04", "X05"}


def test_the_same_words_draw_the_same(programme: Programme) -> None:
    first, again = (draw_lots(programme, "one-team", number=2, seed="2 11") for _ in range(2))
    assert first == again


def test_all_areas_cannot_go_first(programme: Programme) -> None:
    with pytest.raises(UsageError, match="1 to 2 can go first"):
        draw_lots(programme, "one-team", number=3, seed="2 11")
