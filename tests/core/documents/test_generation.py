"""A document is made from a dossier, kept, and made again as a new version."""

import pytest
from plone import api
from plone.app.testing import login
from zope.component import getGlobalSiteManager

from commune.core.content.refused import Refused
from commune.core.documents.generation import generate
from commune.core.documents.overrides import keep_override
from commune.core.documents.registry import Document, offered, produce, template
from commune.core.interfaces import IDocument
from commune.core.workflow.annexes import set_flags, versions
from commune.core.workflow.lookup import children
from tests.core.documents.test_engine import words


@pytest.fixture()
def letter(integration, dossier, tmp_path):
    path = tmp_path / "template.txt"
    path.write_text("# Lettre {reference}\nBonjour {name}", encoding="utf-8")
    kinds = ("tried_dossier",)
    made = Document("tried.letter", "Lettre", kinds, path, lambda one: {"name": one.title}, category="mail")
    getGlobalSiteManager().registerUtility(made, IDocument, made.id)
    login(integration["portal"], "carl")
    yield dossier
    getGlobalSiteManager().unregisterUtility(made, IDocument, made.id)


@pytest.mark.requirement("core:GEN-2")
def test_made_again_it_is_a_new_version_but_a_signed_one_stays(letter):
    first = generate(letter, "tried.letter")
    assert (first.file.filename, first.origin, first.category) == ("Lettre T-1.odt", "generated", "mail")
    assert words(first.file.data) == ["Lettre T-1", "Bonjour Dossier"]
    assert generate(letter, "tried.letter").UID() == first.UID()
    assert (first.version, len(versions(first))) == (2, 1)
    set_flags(first, signed=True)
    assert generate(letter, "tried.letter").UID() != first.UID() and len(children(letter, "annex")) == 2


def test_an_authority_may_bring_its_own(letter):
    site, wanted = api.portal.get(), offered(letter)[0]
    from commune.core.documents.package import pack
    from commune.core.documents.source import body

    assert keep_override(site, "tried.letter", pack(body("Salut {name}"))) is True
    assert words(produce(letter, "tried.letter")) == ["Salut Dossier"]
    assert keep_override(site, "tried.letter", template(wanted)) is False
    assert keep_override(site, "tried.letter", None) is True
    assert words(produce(letter, "tried.letter")) == ["Lettre T-1", "Bonjour Dossier"]


def test_what_is_not_offered_is_refused(letter):
    for document, form, code in (("other", "odt", "document.unknown"), ("tried.letter", "xls", "document.format")):
        with pytest.raises(Refused) as refusal:
            generate(letter, document, form)
        assert [r.code for r in refusal.value.refusals] == [code]
