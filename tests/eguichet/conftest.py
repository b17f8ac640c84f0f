"""The site of Valmont with its procedure."""

import pytest


@pytest.fixture()
def portal(integration):
    return integration["portal"]
