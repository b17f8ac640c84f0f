"""What a dossier keeps, it keeps itself."""

from commune.core.content.annex import Annex
from commune.core.content.dossier import Dossier
from commune.core.content.folder import DossierFolder
from commune.core.content.journal import Journal
from commune.core.content.person import Mandate, Person
from commune.core.content.unit import OrganisationUnit


def test_the_journal_of_one_dossier_is_not_that_of_another(integration):
    first, second = Dossier("a"), Dossier("b")
    Journal(first).note("remark", "edith")
    assert (len(Journal(first)), len(Journal(second))) == (1, 0)
    assert "__annotations__" in vars(first)


def test_no_stored_class_has_notes_of_its_own():
    for kind in (Annex, Dossier, DossierFolder, Mandate, OrganisationUnit, Person):
        assert not [parent for parent in kind.__mro__ if "__annotations__" in vars(parent)], kind
