"""A citizen's request becomes a permit, and the permit's stages are the citizen's."""

import pytest
from plone.app.testing import logout

from commune.core.interfaces import IProcess
from commune.core.workflow.lookup import by_uid
from commune.eguichet.rules.requests import HandOver
from commune.eguichet.workflow.hand_over import hand_over
from commune.eguichet.workflow.progress import stages
from tests.eguichet.filling import officer, sent


@pytest.mark.requirement("eguichet:E-24")
def test_a_request_becomes_a_permit_with_everything_and_its_stages_are_followed(integration):
    portal = integration["portal"]
    logout()
    request = sent(portal, needs_author="yes", author_name="Atelier Briques", author_email="atelier@example.org")
    urbanist = officer(portal)
    IProcess(request).perform(urbanist, "take")
    assert hand_over(request, urbanist)
    permit = by_uid(request.handed_over.link.case)
    assert (permit.portal_type, permit.origin, request.hand_over) == ("permit", request.UID(), HandOver.HANDED_OVER)
    assert "Construire un garage" in permit.title and "Verlinde" in permit.title
    assert [annex.file.filename for annex in permit.objectValues() if annex.portal_type == "annex"] == ["plan.pdf"]
    told = [stage.id for stage in stages(request)]
    assert told[:3] == ["received", "in_progress", "deposit"]
