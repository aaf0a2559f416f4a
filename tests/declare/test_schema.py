"""The schemas for editors know the keys, and refuse others."""

from __future__ import annotations

import json

from evaluation.declare import schemas


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert set(schemas()) == {"framework", "prototype"}
    assert json.loads(json.dumps(schemas())) == schemas()


def test_required_keys_of_a_prototype_are_the_five_answers_and_its_names() -> None:
    required = ["id", "name", "framework", "stage", "what", "where", "for_whom", "lead", "questions"]
    assert schemas()["prototype"]["required"] == required


def test_a_comparison_area_can_say_what_it_receives_meanwhile() -> None:
    area = schemas()["prototype"]["$defs"]["PrototypeArea"]
    assert area["properties"]["receives"]["type"] == "string"
    assert "receives" not in area["required"]


def test_every_table_takes_no_other_keys() -> None:
    for schema in schemas().values():
        tables = [schema, *(one for one in schema["$defs"].values() if "properties" in one)]
        assert all(table["additionalProperties"] is False for table in tables)


def test_choices_and_dates_are_known_to_the_editor() -> None:
    schema = schemas()["prototype"]
    assert schema["$defs"]["AreaRole"]["enum"] == ["test", "comparison"]
    assert {"type": "string", "format": "date"} in schema["properties"]["start"]["anyOf"]
