"""The private calendar address by API."""


def test_an_agent_makes_and_revokes_an_address_others_do_not(served):
    made = served("councillor").post("@calendar-address", json={})
    assert made.status_code == 201
    path = made.json()["address"].partition("/plone/")[2]
    assert served().get(path, headers={"Accept": "text/calendar"}).status_code == 200
    assert served("councillor").call("DELETE", "@calendar-address").status_code == 204
    assert served("councillor").call("DELETE", "@calendar-address").status_code == 404
    assert served().get(path).status_code == 404
    for name in ("citizen", None):
        assert served(name).post("@calendar-address", json={}).status_code in (401, 403, 404)
