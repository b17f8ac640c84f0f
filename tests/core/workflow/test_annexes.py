"""Files come into a dossier by the policy, keep their versions and leave traces."""

import pytest
from plone import api
from plone.app.testing import login
from zope.component import getGlobalSiteManager

from commune.core.content.journal import Journal
from commune.core.interfaces import IAnnexCategories
from commune.core.rules.annexes import Category, Family
from commune.core.workflow import annexes
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
FAMILIES = frozenset({Family.CONFIDENTIAL, Family.SIGN})
PLAN = Category("toiture", "Plan", FAMILIES, frozenset({"confidential"}), pdf_only=True)


@pytest.fixture()
def as_carl(integration, dossier):
    manager = getGlobalSiteManager()
    categories = annexes.Categories((PLAN,))
    manager.registerUtility(categories, IAnnexCategories, "tried")
    login(integration["portal"], "carl")
    yield dossier
    manager.unregisterUtility(categories, IAnnexCategories, "tried")


@pytest.mark.requirement("core:DOC-1", "core:DOC-2", "core:DOC-3", "core:DOC-5")
def test_the_category_gives_flags_where_the_creator_gave_none(as_carl):
    given = annexes.attach(as_carl, "Plan du toit.pdf", PDF, "toiture", confidential=False, signed=True, to_print=True)
    default = annexes.attach(as_carl, "coupe.pdf", PDF, "toiture", title="Coupe")
    assert (given.title, given.file.contentType, given.author) == ("Plan du toit", "application/pdf", "carl")
    flags = [[flag for flag in annexes.FLAGS if getattr(annex, flag)] for annex in (given, default)]
    assert flags == [["to_sign", "signed"], ["confidential"]]
    assert (default.title, default.version) == ("Coupe", 1)


@pytest.mark.requirement("core:DOC-11")
def test_all_reasons_at_once_and_nothing_added(as_carl):
    with pytest.raises(Refused) as refusal:
        annexes.attach(as_carl, "facture.exe.png", PDF, "toiture")
    assert [r.code for r in refusal.value.refusals] == ["file_double_extension", "category.pdf_only"]
    with pytest.raises(Refused) as refusal:
        annexes.attach(as_carl, "photo.png", PDF)
    assert [r.code for r in refusal.value.refusals] == ["file_mismatch"]
    assert children(as_carl, "annex") == []


@pytest.mark.requirement("core:DOC-10")
def test_the_same_bytes_twice_warn(as_carl):
    first = annexes.attach(as_carl, "a.pdf", PDF)
    assert [same.UID() for same in annexes.duplicates(as_carl, PDF)] == [first.UID()]
    assert list(annexes.duplicates(as_carl, PDF + b"x")) == []


@pytest.mark.requirement("core:DOC-7")
def test_a_replaced_file_is_kept_and_a_signed_one_never_replaced(as_carl):
    annex = annexes.attach(as_carl, "a.pdf", PDF)
    annexes.replace(annex, "b.pdf", PDF + b"2")
    assert (annex.version, annex.file.data, [v.file.data for v in annexes.versions(annex)]) == (2, PDF + b"2", [PDF])
    annexes.set_flags(annex, signed=True)
    for act in (lambda: annexes.replace(annex, "c.pdf", PDF), lambda: annexes.remove(annex)):
        with pytest.raises(Refused) as refusal:
            act()
        assert [r.code for r in refusal.value.refusals] == ["annex.signed"]


@pytest.mark.requirement("core:DOC-6")
def test_a_confidential_annex_leaves_no_trace_for_readers(integration, as_carl):
    annexes.attach(as_carl, "rapport.pdf", PDF, confidential=True, title="Rapport disciplinaire")
    seen = {}
    for name in ("carl", "edith", "olga", "otto"):
        login(integration["portal"], name)
        seen[name] = [brain.Title for brain in api.content.find(portal_type="annex")]
    assert seen == {"carl": ["Rapport disciplinaire"], "edith": ["Rapport disciplinaire"], "olga": [], "otto": []}
    assert "Rapport disciplinaire" not in repr(list(Journal(as_carl)))


def test_removing_leaves_a_line_in_the_journal(as_carl):
    annexes.remove(annexes.attach(as_carl, "a.pdf", PDF), comment="double")
    last = Journal(as_carl).last()
    assert (last.kind, last.actor, last.comment, last.data["title"]) == ("annex_removed", "carl", "double", "a")
    assert children(as_carl, "annex") == []
