import copy
import json

import pytest

from commune.eguichet.rules import form_checks, form_schema, forms

FELLING = {
    "format": "commune-form/1",
    "id": "be.val/tree-felling",
    "version": 4,
    "title": {"fr": "Abattre un arbre", "en": "Fell a tree"},
    "settings": {"privacy": {"purpose": "Decide", "legal_basis": "CoDT", "retention": "P10Y"}, "quota": 100},
    "pages": [
        {
            "id": "who",
            "title": "You",
            "checks": [{"refuse_when": {"field": "owner", "is": "eq", "value": False}, "message": "Ask the owner"}],
            "groups": [
                {
                    "id": "person",
                    "fields": [
                        {"key": "intro", "type": "notice", "label": "Welcome"},
                        {"key": "owner", "type": "yes_no", "label": "Owner?", "required": True},
                        {"key": "born", "type": "date", "label": "Born on", "options": {"max": "today-18y"}},
                        {"key": "nrn", "type": "nrn", "label": "Number", "options": {"birth_date_field": "born"}},
                    ],
                }
            ],
        },
        {
            "id": "trees",
            "title": "Trees",
            "groups": [
                {
                    "id": "tree",
                    "title": "Tree",
                    "repeat": {"min": 1, "max": 3},
                    "fields": [
                        {
                            "key": "kind",
                            "type": "choice",
                            "label": "Kind",
                            "required": True,
                            "options": {
                                "choices": [
                                    {"value": "oak", "label": {"fr": "Chêne"}},
                                    {"value": "ash", "label": "Ash"},
                                ]
                            },
                        },
                        {
                            "key": "why",
                            "type": "long_text",
                            "label": "Why",
                            "visible_when": {"field": "kind", "is": "eq", "value": "oak"},
                            "required": {"field": "owner", "is": "eq", "value": True},
                        },
                    ],
                }
            ],
        },
        {
            "id": "stop",
            "title": "Not concerned",
            "visible_when": {"field": "@level", "is": "lt", "value": 2},
            "ending": {"message": "See the Region", "link": "/region"},
            "groups": [],
        },
        {
            "id": "end",
            "title": "End",
            "groups": [
                {
                    "id": "sign",
                    "visible_when": {"field": "owner", "is": "filled"},
                    "fields": [{"key": "true", "type": "declaration", "label": "It is true", "required": True}],
                }
            ],
        },
    ],
}  # fmt: skip


def changed(path, value):
    """The form with the node at ``path`` replaced (``None``: removed)."""
    document = copy.deepcopy(FELLING)
    *steps, last = path
    node = document
    for one in steps:
        node = node[one]
    if value is None:
        del node[last]
    else:
        node[last] = value
    return document


def faults(document):
    return [(f.code, f.place) for f in form_checks.form_faults(document)]


PERSON = ("pages", 0, "groups", 0, "fields")
KIND = ("pages", 1, "groups", 0, "fields", 0)


@pytest.mark.requirement("eguichet:E-2.1")
def test_form_without_fault_is_read():
    assert faults(FELLING) == []
    form = forms.load_form(json.loads(json.dumps(FELLING)))
    assert (form.id, form.version, len(form.pages)) == ("be.val/tree-felling", 4, 4)
    assert form.keys == ("owner", "born", "nrn", "kind", "why", "true")
    assert form.page("trees").groups[0].rows == (1, 3)
    assert form.page("stop").ending == {"": "See the Region"}
    assert form.page("nowhere") is None


def test_labels_by_language():
    form = forms.load_form(FELLING)
    assert forms.in_language(form.title, "en") == "Fell a tree"
    assert forms.in_language(form.title, "de") == "Abattre un arbre"
    assert forms.in_language(form.page("end").title, "fr") == "End"
    assert forms.in_language({}, "fr") == ""


@pytest.mark.requirement("eguichet:E-2.1")
@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("title",), None, [("required", "$.title")]),
        (("title",), "", [("required", "$.title")]),
        (("settings", "privacy"), None, [("required", "$.settings.privacy")]),
        (("version",), 0, [("form.too_small", "$.version")]),
        (("version",), True, [("form.type", "$.version")]),
        (("settings", "level"), 5, [("form.too_big", "$.settings.level")]),
        (("format",), "other/1", [("form.not_in_list", "$.format")]),
        (("pages",), [], [("required", "$.pages")]),
        (("colour",), "red", [("form.unknown_key", "$.colour")]),
        ((*PERSON, 0, "key"), "Two Words", [("bad_format", "$.pages[0].groups[0].fields[0].key")]),
        ((*PERSON, 0, "type"), "magic", [("form.not_in_list", "$.pages[0].groups[0].fields[0].type")]),
        ((*PERSON, 0, "label"), None, [("required", "$.pages[0].groups[0].fields[0].label")]),
        ((*PERSON, 1, "required"), "yes", [("form.type", "$.pages[0].groups[0].fields[1].required")]),
    ],
)
def test_faults_of_shape(path, value, expected):
    assert faults(changed(path, value)) == expected


@pytest.mark.requirement("eguichet:E-4", "eguichet:E-2.1")
@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ((*PERSON, 0, "key"), "owner", [("form.double", "$.pages[0].groups[0].fields[1].key")]),
        ((*PERSON, 3, "options", "birth_date_field"), "ghost", [
            ("form.unknown_field", "$.pages[0].groups[0].fields[3].options.birth_date_field"),
        ]),
        (("settings", "languages"), ["fr", "de"], []),
        (("pages", 1, "id"), "who", [("form.double", "$.pages[1].id")]),
        (("pages", 1, "groups", 0, "id"), "person", [("form.double", "$.pages[1].groups[0].id")]),
        (("pages", 0, "visible_when"), {"field": "ghost", "is": "filled"}, [
            ("condition.unknown_field", "$.pages[0].visible_when"),
        ]),
        (("pages", 0, "checks", 0, "refuse_when"), {"all": [{"field": "owner", "is": "gt", "value": 3}]}, [
            ("condition.not_ordered", "$.pages[0].checks[0].refuse_when.all.0"),
        ]),
        ((*PERSON, 1, "options"), {"min": 3}, [("form.option", "$.pages[0].groups[0].fields[1].options.min")]),
        ((*PERSON, 2, "options"), {"min": 3}, [("form.bound", "$.pages[0].groups[0].fields[2].options.min")]),
        ((*PERSON, 0), {"key": "n", "type": "number", "label": "N", "options": {"min": "today"}}, [
            ("form.bound", "$.pages[0].groups[0].fields[0].options.min"),
        ]),
        ((*PERSON, 0), {"key": "n", "type": "number", "label": "N", "options": {"min": 3, "max": 2}}, [
            ("form.bounds_crossed", "$.pages[0].groups[0].fields[0].options.min"),
        ]),
        ((*PERSON, 0), {"key": "n", "type": "time", "label": "N", "options": {"min": "08:00"}}, []),
        ((*PERSON, 0), {"key": "n", "type": "text", "label": "N", "options": {"pattern": "("}}, [
            ("form.pattern", "$.pages[0].groups[0].fields[0].options.pattern"),
        ]),
        ((*PERSON, 0), {"key": "n", "type": "text", "label": "N", "options": {"pattern": "(a+)+b"}}, [
            ("form.pattern_unsafe", "$.pages[0].groups[0].fields[0].options.pattern"),
        ]),
        ((*KIND, "options"), {}, [("required", "$.pages[1].groups[0].fields[0].options.choices")]),
        ((*KIND, "options", "choices", 1, "value"), "oak", [
            ("form.double", "$.pages[1].groups[0].fields[0].options.choices"),
        ]),
        (("pages", 3, "groups", 0, "fields", 0, "required"), False, [
            ("form.declaration_optional", "$.pages[3].groups[0].fields[0].required"),
        ]),
    ],
)  # fmt: skip
def test_faults_of_meaning(path, value, expected):
    assert faults(changed(path, value)) == expected


@pytest.mark.requirement("eguichet:AC-51", "eguichet:E-4")
def test_circle_is_refused_with_its_path():
    document = changed((*PERSON, 1, "visible_when"), {"field": "born", "is": "filled"})
    document["pages"][0]["groups"][0]["fields"][2]["visible_when"] = {"field": "owner", "is": "filled"}
    (fault,) = form_checks.form_faults(document)
    assert (fault.code, fault.data) == ("form.cycle", {"path": "born > owner > born"})


@pytest.mark.parametrize("value", [None, ["commune-form/1"], {}])
def test_wrong_kind_of_value_where_a_list_of_values_is_given(value):
    assert faults({**FELLING, "format": value}) == [("form.not_in_list", "$.format")]


@pytest.mark.requirement("eguichet:E-2.1")
def test_schema_is_published_as_plain_json():
    schema = form_schema.json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["$defs"]) == {"label", "condition", "option", "field", "group", "page"}
    assert schema["properties"]["id"]["pattern"] == "^(?:[a-z0-9][a-z0-9./-]*)$"
    assert schema["$defs"]["field"]["properties"]["type"]["enum"] == list(form_schema.FIELD_TYPES)
