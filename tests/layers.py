"""Test layers: the authority of Valmont with every module, deployed once and copied cheaply for each test."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import FunctionalTesting, IntegrationTesting, PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE

os.environ["zope_i18n_compile_mo_files"] = "true"  # pages speak French, as people read them
os.environ["COMMUNE_WORKER"] = "off"  # nobody empties the outbox beside a test that writes into it
VALMONT = Path(__file__).parent / "fixtures/authorities/valmont"
DEPLOYED_ON = date(2026, 11, 20)


def valmont(site="plone"):
    """The profile of the fixture authority, for the site of that id."""
    from commune.core.workflow.deployment.folder import read_folder

    profile, faults = read_folder(VALMONT, DEPLOYED_ON)
    assert not faults, faults
    return replace(profile, site=site)


class SuiteLayer(PloneSandboxLayer):
    """All the ZCML of the suite, and the fixture authority on the site."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import plone.restapi

        import commune.suite

        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=commune.suite)

    def setUpPloneSite(self, portal):
        from commune.core.workflow.deployment.deploying import deploy
        from tests.clocks import DEPLOYED, MovedClock, by

        with by(MovedClock(DEPLOYED)):
            deploy(portal.aq_parent, valmont(), lambda line: None)


SUITE_FIXTURE = SuiteLayer()
INTEGRATION = IntegrationTesting(bases=(SUITE_FIXTURE,), name="commune.suite:Integration")
FUNCTIONAL = FunctionalTesting(bases=(SUITE_FIXTURE,), name="commune.suite:Functional")
SERVER = FunctionalTesting(bases=(SUITE_FIXTURE, WSGI_SERVER_FIXTURE), name="commune.suite:Server")
