from __future__ import annotations

from evaluation.places.choose import every

CODES = ("E08000035", "E06000009", "E12000003", "E06000053", "E06000009", "E10000003")


def test_every_area_whose_code_begins_so_is_taken_once_and_sorted() -> None:
    assert every(("E06", "E08"), (), CODES) == ("E06000009", "E06000053", "E08000035")


def test_areas_left_out_and_test_areas_are_not_compared_with() -> None:
    assert every(("E06", "E08"), ("E06000053",), CODES, test_areas=("E08000035",)) == ("E06000009",)


def test_no_beginning_means_no_area() -> None:
    assert every((), (), CODES) == ()
