"""The description of an API, made from what its services declare."""

from commune.core.rules.openapi import Operation, describe

BODY = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
READ = Operation("GET", "@notes", "dossier", "Read the notes.\nOldest first.", asks={"year": {"type": "integer"}})
WRITE = Operation("POST", "@notes", "dossier", "Add a note.", takes=BODY, statuses=(201,))
OTHER = Operation("POST", "@notes", "permit", "Add a note.", takes={"type": "object"})
DELETE = Operation("DELETE", "", "dossier", "Delete.", permission="Delete", statuses=(204,))
SITE = Operation("GET", "@drafts", "", "Drafts.", parts=("{token}", "files"))


def paths(*operations):
    return describe("Valmont", "https://x", "1", operations)["paths"]


def test_an_operation_says_what_it_takes_and_what_it_answers():
    found = paths(READ, WRITE)["/{path}/@notes"]
    assert found["get"]["summary"] == "Read the notes." and found["get"]["description"] == "Oldest first."
    assert [one.get("name") for one in found["get"]["parameters"]] == ["path", "year"]
    assert "409" not in found["get"]["responses"] and {"201", "409", "422"} <= set(found["post"]["responses"])
    assert found["post"]["requestBody"]["required"] is True
    assert found["post"]["operationId"] == "post_path_notes"


def test_services_with_one_address_share_an_operation():
    found = paths(WRITE, OTHER, OTHER)["/{path}/@notes"]["post"]
    assert found["tags"] == ["dossier", "permit", "permit"]
    assert found["requestBody"]["content"]["application/json"]["schema"]["anyOf"] == [BODY, {"type": "object"}]
    assert found["parameters"][0]["description"].endswith("of: dossier, permit, permit")
    assert "requestBody" not in paths(READ, READ)["/{path}/@notes"]["get"]


def test_an_address_with_parts_is_told_apart():
    found = paths(SITE, DELETE, Operation("GET", "", "", "Root."))
    assert set(found) == {"/@drafts", "/@drafts/{token}/files", "/{path}", "/"}
    assert [one["name"] for one in found["/@drafts/{token}/files"]["get"]["parameters"]] == ["token"]
    delete = found["/{path}"]["delete"]
    assert (delete["x-permission"], "content" in delete["responses"]["204"]) == ("Delete", False)


def test_a_service_that_changes_what_was_read_may_answer_that_its_version_lacks():
    change = Operation("PATCH", "", "dossier", "Change.", takes=BODY, statuses=(204,), versioned=True)
    answers = paths(change)["/{path}"]["patch"]["responses"]
    assert {"204", "409", "412", "428"} <= set(answers) and "428" not in paths(WRITE)["/{path}/@notes"]["post"][
        "responses"
    ]
