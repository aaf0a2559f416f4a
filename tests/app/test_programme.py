from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.looking import OpenAt, shown
from tests.app.test_words_on_pages import NEVER
from tests.programme.around.test_programme_page import GROWING_UP

PARTS = (
    "outcomes", "success", "insights", "facts", "principles", "phases", "themes", "drivers", "components", "offers",
    "groups", "remits", "standing", "signs",
)  # fmt: skip


def labels(app: AppTest) -> list[str]:
    return [folded.label.replace("\u00a0", " ") for folded in app.expander]


def test_the_page_opens_with_what_the_programme_is_and_its_phase_and_folds_the_rest(at_filled: OpenAt) -> None:
    app = at_filled("programme")
    assert app.title[0].value == "Best Start in Life"
    assert "Phase now: Prototypes, since 1 April 2021." in shown(app)
    assert not app.table
    assert "**Drivers:** 3 of 10 drivers have no prototype yet" in labels(app)
    assert [header.value for header in app.header] == [
        "What it is for",
        "What is tried, and where",
        "Who decides",
        "Who was heard",
    ]


def test_parts_named_in_the_address_stand_open_and_every_table_can_be_taken_away(at_filled: OpenAt) -> None:
    app = at_filled("programme", None, **dict.fromkeys(PARTS, "true"))
    assert len(app.table) == 19  # two of outcomes, components and standing, three of offers
    assert len(app.get("download_button")) == 3 * len(app.table)
    cells = "\n".join(f"{list(table.value.columns)} {table.value.to_numpy().tolist()}" for table in app.table)
    assert NEVER.findall(f"{shown(app)}\n{cells}") == []


def test_the_diagram_has_its_words_in_a_table_too(at_filled: OpenAt) -> None:
    app = at_filled("programme", drivers="true")
    assert app.get("graphviz_chart")
    assert "no prototype yet" in list(app.table[0].value["Prototype"])


def test_the_signs_are_for_reading_and_ask_for_nothing(at_filled: OpenAt) -> None:
    app = at_filled("programme", signs="true")
    assert "A baby who cannot yet move about has a bruise or other mark" in list(app.table[0].value["Sign"])
    assert "Do not report a concern about a child here: follow your safeguarding procedure." in shown(app)
    assert not [*app.text_input, *app.text_area, *app.selectbox, *app.checkbox, *app.button]


def test_a_chair_looks_at_what_stands_beneath_one_group(at_filled: OpenAt) -> None:
    app = at_filled("programme", standing="true", group="early-help-partnership-board")
    assert list(app.table[0].value["Group"]) == ["Early Help Partnership Board", "Implementation Group"]


def test_a_new_programme_says_what_to_add(at_small: OpenAt) -> None:
    app = at_small("programme")
    assert "**Groups:** 1 group, nothing missing" in labels(app)
    assert "Not said yet: 10" in labels(app)
    assert "Themes" in list(app.table[0].value["What"])


def test_a_programme_of_outcomes_alone_is_told_where_to_begin(at_small: OpenAt, small_folder: Path) -> None:
    file = small_folder / "frameworks" / "small.toml"
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition("[[groups]]")
    file.write_text(before + after[after.index("[[areas]]") :], encoding="utf-8")
    (small_folder / "prototypes" / "one-team.toml").unlink()
    assert "The programme has not said yet what it is made of." in shown(at_small("programme"))


def test_of_several_programmes_one_is_chosen_and_stands_in_the_address(at_small: OpenAt, small_folder: Path) -> None:
    (small_folder / "frameworks" / "growing-up.toml").write_text(GROWING_UP, encoding="utf-8")
    app = at_small("programme")
    assert app.title[0].value == "A small programme"
    app.selectbox(key="choose-programme").select("growing-up").run()
    assert app.title[0].value == "Growing up, 6 to 25"
    assert "are shared with A small programme." in shown(app)
    assert at_small("programme", programme="growing-up").title[0].value == "Growing up, 6 to 25"


def test_how_we_know_leads_to_the_signs(opened: Callable[[str], AppTest]) -> None:
    app = opened("how_we_know")
    links = [element.proto.label for element in app.get("page_link")]
    assert "Signs everyone responds to in the same way" in links
