"""A dossier to try things on, and a client of the API for each person."""

import pytest
import requests
import transaction

from tests.core import tried


@pytest.fixture()
def dossier(integration):
    forget = tried.register()
    yield tried.furnish(integration["portal"])
    forget()


class Client:
    """Calls the API as one person (``None``: nobody)."""

    def __init__(self, url, name):
        self.url = url
        self.session = requests.Session()
        self.session.headers.update({"Accept": "application/json"})
        self.session.auth = (name, tried.PASSWORD) if name else None

    def get(self, path, **options):
        return self.session.get(f"{self.url}/{path}", **options)

    def post(self, path, **options):
        return self.session.post(f"{self.url}/{path}", **options)


@pytest.fixture()
def served(server):
    """Gives ``as_(name)``: a client of the site of a running server, in which the dossier ``d1`` is."""
    forget = tried.register()
    made = tried.furnish(server["portal"])
    transaction.commit()
    base = f"http://{server['host']}:{server['port']}/plone"
    as_ = lambda name=None: Client(base, name)  # noqa: E731
    as_.dossier = made
    yield as_
    forget()
