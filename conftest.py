"""Fixtures of the whole suite; the rules need none of them and run without Plone."""

import pytest

try:
    from pytest_plone import fixtures_factory
except ImportError:  # the bare environment of `make test-rules`
    fixtures_factory = None

if fixtures_factory:
    from tests.layers import FUNCTIONAL, INTEGRATION, SERVER

    pytest_plugins = ["pytest_plone"]
    globals().update(fixtures_factory(((INTEGRATION, "integration"), (FUNCTIONAL, "functional"), (SERVER, "server"))))
