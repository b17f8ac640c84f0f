"""Test layers: one site with every module, made once and copied cheaply for each test."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import FunctionalTesting, IntegrationTesting, PloneSandboxLayer, applyProfile
from plone.testing.zope import WSGI_SERVER_FIXTURE

MODULES = ("core", "website", "eguichet", "meeting", "urbanism")


class SuiteLayer(PloneSandboxLayer):
    """All the ZCML of the suite, and each module's profile."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import commune.suite
        import plone.restapi

        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=commune.suite)

    def setUpPloneSite(self, portal):
        for module in MODULES:
            applyProfile(portal, f"commune.{module}:default")


SUITE_FIXTURE = SuiteLayer()
INTEGRATION = IntegrationTesting(bases=(SUITE_FIXTURE,), name="commune.suite:Integration")
FUNCTIONAL = FunctionalTesting(bases=(SUITE_FIXTURE,), name="commune.suite:Functional")
SERVER = FunctionalTesting(bases=(SUITE_FIXTURE, WSGI_SERVER_FIXTURE), name="commune.suite:Server")
