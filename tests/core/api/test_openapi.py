"""The description of the API: made from the services, valid, and kept by the running site without a server error."""

import pytest
import schemathesis
import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from openapi_spec_validator import validate
from requests import Session

from tests.client import Client
from tests.meeting.conftest import PASSWORD, Sitting
from tests.urbanism.permits import PAYLOAD

TRIES = 4


@pytest.fixture()
def site(server):
    """The running site with an item on an agenda and a permit; gives the base and a path for each kind."""
    portal = server["portal"]
    sitting = Sitting(portal).as_user("secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = sitting.item()
    item.state = "validated"
    item.reindexObject()
    sitting.go(item, "present")
    transaction.commit()
    base = f"http://{server['host']}:{server['port']}/plone"
    permit = Client(base, "urbanist", PASSWORD).post("@permits", json=PAYLOAD).json()["@id"]
    found = {"MeetingItem": item, "Meeting": meeting, "MeetingBody": sitting.college, "Dossier": item}
    paths = {kind: "/".join(one.getPhysicalPath()[2:]) for kind, one in found.items()}
    return base, paths | {"Permit": permit.removeprefix(f"{base}/")}


def described(base):
    answer = Session().get(f"{base}/@openapi", headers={"Accept": "application/json"})
    assert answer.status_code == 200
    return answer.json()


@pytest.mark.requirement("meeting:API-5")
def test_the_description_is_valid_and_names_every_service(site):
    document = described(site[0])
    validate(document)
    paths = document["paths"]
    assert {"/@permits", "/@persons", "/{path}/@agenda", "/{path}/@annexes", "/@drafts/{token}"} <= set(paths)
    items = paths["/{path}/@items"]["post"]
    assert items["requestBody"]["content"]["application/json"]["schema"]["properties"]["annexes"]["maxItems"] == 50
    assert {"$ref": "#/components/parameters/IdempotencyKey"} in items["parameters"]
    assert items["responses"]["409"] == {"$ref": "#/components/responses/Refused"}
    bare = [f"{verb} {path}" for path, verbs in paths.items() for verb, one in verbs.items()
            if verb in ("post", "put", "patch") and "requestBody" not in one]  # fmt: skip
    assert bare == []


@pytest.mark.requirement("meeting:API-5")
@pytest.mark.parametrize("name", [None, "creator"])
def test_nothing_that_the_description_allows_brings_a_server_error(site, name):
    base, paths = site
    session = Session()
    session.auth = (name, PASSWORD) if name else None
    faults = []
    for operation in schemathesis.openapi.from_dict(described(base)).get_all_operations():
        one = operation.ok()
        kind = next((paths[tag] for tag in one.definition.raw["tags"] if tag in paths), "meetings")
        faults += tried(one, kind, base, session)
    assert faults == []


def tried(operation, path, base, session):
    """What went wrong over a few calls of one operation, with what was sent."""
    faults = []

    @seed(20261121)
    @settings(max_examples=TRIES, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy())
    def call(case):
        case.path_parameters = {**(case.path_parameters or {})}
        if "path" in case.path_parameters:
            case.path_parameters["path"] = path
        answer = case.call(base_url=base, session=session, headers={"Accept": "application/json"})
        if answer.status_code >= 500:
            told = answer.content.decode()[-1500:]
            faults.append((operation.label, answer.status_code, repr(case.query), repr(case.body)[:300], told))

    call()
    return faults[:1]
