from __future__ import annotations

from dataclasses import replace

from evaluation.measures.preview import preview
from tests.measures.conftest import Read

FILE = "measure,area,period,numerator,denominator\ngld,X01,2018/19,30,40\ngld,X02,2018/19,1,4\n"


def test_what_is_not_stored_yet_is_new(read: Read) -> None:
    seen = preview(read(FILE), {})
    assert (len(seen.new), seen.unchanged, seen.revised) == (2, (), ())


def test_the_same_figure_from_another_row_is_unchanged_and_another_figure_is_a_revision(read: Read) -> None:
    reading = read(FILE)
    one, other = reading.observations
    stored = {one.key: replace(one, row=99, sheet="Old"), other.key: replace(other, numerator=2, value=0.5)}
    seen = preview(reading, stored)
    assert seen.unchanged == (one,)
    assert seen.revised == ((stored[other.key], other),)
    assert tuple(seen.to_store) == (other,)


def test_a_symbol_in_place_of_a_figure_is_a_revision(read: Read) -> None:
    before = read(FILE).observations[0]
    reading = read(FILE.replace("30,40", "c,40"))
    assert preview(reading, {before.key: before}).revised == ((before, reading.observations[0]),)


def test_the_batch_accounts_for_rows_and_figures(read: Read) -> None:
    reading = read(FILE + "gld,X01,2018/19,99,40\n", name="ours.csv")
    first = reading.observations[0]
    batch = preview(reading, {first.key: first}).batch()
    assert (batch.file, batch.source, batch.sha256) == ("ours.csv", "tidy", reading.sha256)
    assert (batch.rows_read, batch.rows_used, batch.rows_refused) == (3, 2, 1)
    assert (batch.figures_new, batch.figures_revised, batch.figures_unchanged) == (1, 0, 1)
