from __future__ import annotations

import pytest

from evaluation.measures.not_figures import said_of


@pytest.mark.parametrize(
    ("heading", "what", "mend"),
    [
        (["col_name", "col_type", "label"], "explains the columns of another", "beside the file of figures"),
        (['{"type":"FeatureCollection"', '"features":['], "JSON", "CSV or Excel"),
        (["LADCD", "LADNM", "UTLACD"], "do not know", "`places`"),
        (["ltla19_code", "Score"], "do not know", "`places`"),
        (["LA num", "LA Name", "SN1", "SNP"], "do not know", "`places`"),
        (["colour", "shape"], "do not know", "Use the template"),
    ],
)
def test_a_file_without_figures_is_told_for_what_it_is(heading: list[str], what: str, mend: str) -> None:
    said, to_do = said_of([["A title"], heading] if not heading[0].startswith("{") else [heading])
    assert what in said
    assert mend in to_do


def test_nothing_at_all_is_unknown() -> None:
    assert said_of([])[0] == "We do not know files with these headings."
