from __future__ import annotations

import io

import pytest

from evaluation.measures.encoding import cells, decode, separator
from evaluation.problems import MeasuresError


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_text_is_read_in_the_encodings_of_councils(encoding: str, said: str) -> None:
    text = "area,café\nX01,1\u20132\n"
    assert decode("f.csv", text.encode(encoding)) == (text, said)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"area,\x81value\n", "encoding"),  # no letter of Windows-1252
        ("area,value\nX01,1\n".encode("utf-16-le"), "encoding"),  # without its mark
        (b"\xff\xfeare", "encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable-file"),
        (b"%PDF-1.7\n\x01\x02\x03", "unreadable-file"),
    ],
)
def test_what_cannot_be_read_without_guessing_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(MeasuresError) as refused:
        decode("f.csv", content)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separator_is_the_one_that_makes_columns(sign: str) -> None:
    text = f'A title, with a comma\nindicator{sign}area{sign}value\n"a, b; c, d; e, f; g, h"{sign}X01{sign}1\n'
    assert separator(text) == sign


def test_newline_inside_quotes_stays_inside_its_cell() -> None:
    assert list(cells("f.csv", io.StringIO('a,"rate/100,000\n",b\r\nc,d,e\r\n', newline=""), ",")) == [
        ["a", "rate/100,000\n", "b"],
        ["c", "d", "e"],
    ]


def test_a_quotation_mark_never_closed_is_refused() -> None:
    with pytest.raises(MeasuresError, match="never closed"):
        list(cells("f.csv", ['a,"' + "x" * 200_000], ","))
