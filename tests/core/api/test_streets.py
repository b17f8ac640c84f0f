"""Anybody may ask for streets while typing an address."""

import pytest
import requests


@pytest.mark.requirement("core:1.7")
def test_a_visitor_gets_streets_with_their_postal_code(server):
    url = f"{server['portal'].absolute_url()}/@streets"
    answer = requests.get(url, params={"q": "éloi"}, headers={"Accept": "application/json"}, timeout=30)
    assert answer.status_code == 200
    assert answer.json()["items"] == [
        {"id": "rue-saint-eloi", "name": "Rue Saint-Éloi", "postcode": "5030", "locality": "Valmont", "name_de": ""}
    ]
