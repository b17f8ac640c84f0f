"""Fixtures of the whole suite; the rules need none of them and run without Plone."""

import pytest

try:
    from pytest_plone import fixtures_factory
except ImportError:  # the bare environment of `make test-rules`
    fixtures_factory = None

if fixtures_factory:
    from tests.layers import FUNCTIONAL, INTEGRATION, SERVER

    pytest_plugins = ["pytest_plone", "tests.browsing"]
    LAYERS = ((INTEGRATION, "integration"), (FUNCTIONAL, "functional"), (SERVER, "server"))
    globals().update(fixtures_factory(LAYERS, keep_session=False))

    @pytest.fixture(autouse=True, scope="session")
    def layers_kept(request):
        """Set up every layer once for the whole run, when any collected test asks for one of them."""
        wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
        if any(prefix in wanted for _layer, prefix in LAYERS):
            for _layer, prefix in LAYERS:
                request.getfixturevalue(f"{prefix}_session")

    def pytest_collection_modifyitems(items):
        """The journeys first: with several processes nobody waits for the longest at the end."""
        items.sort(key=lambda item: not item.nodeid.startswith("tests/suite/"))
