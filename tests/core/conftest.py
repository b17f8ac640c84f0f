"""A dossier to try things on, and a client of the API for each person."""

import pytest
import transaction

from tests.client import Client
from tests.core import tried


@pytest.fixture()
def dossier(integration):
    forget = tried.register()
    yield tried.furnish(integration["portal"])
    forget()


@pytest.fixture()
def served(server):
    """Gives ``as_(name)``: a client of the site of a running server, in which the dossier ``d1`` is."""
    forget = tried.register()
    made = tried.furnish(server["portal"])
    transaction.commit()
    base = f"http://{server['host']}:{server['port']}/plone"
    as_ = lambda name=None: Client(base, name, tried.PASSWORD)  # noqa: E731
    as_.dossier = made
    yield as_
    forget()
