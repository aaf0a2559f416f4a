from __future__ import annotations

from evaluation.places import alongside, every, known

CODES = ("E08000035", "E06000009", "E12000003", "E06000053", "E06000009", "E10000003")


def test_every_area_whose_code_begins_so_is_taken_once_and_sorted() -> None:
    assert every(("E06", "E08"), (), CODES) == ("E06000009", "E06000053", "E08000035")


def test_areas_left_out_and_test_areas_are_not_compared_with() -> None:
    assert every(("E06", "E08"), ("E06000053",), CODES, test_areas=("E08000035",)) == ("E06000009",)


def test_no_beginning_means_no_area() -> None:
    assert every((), (), CODES) == ()


ENGLAND = known()


def test_areas_alongside_a_county_are_upper_tier_authorities_outside_it() -> None:
    codes = ("E92000001", "E12000006", "E10000012", "E06000031", "E07000010", "E07000066", "E08000035", "E10000003")
    assert alongside(["E10000003"], codes, ENGLAND) == ("E06000031", "E08000035", "E10000012")


def test_areas_alongside_a_district_are_districts_and_single_tier_authorities() -> None:
    codes = ("E10000003", "E10000012", "E06000031", "E07000011", "E09000001")
    assert alongside(["E07000010"], codes, ENGLAND) == ("E06000031", "E07000011", "E09000001")


def test_areas_with_codes_of_their_own_are_taken_whatever_they_begin_with() -> None:
    assert alongside(["ILL-R01"], ("ILL-R02", "ILL-D01", "ILL-R01"), ENGLAND) == ("ILL-D01", "ILL-R02")
