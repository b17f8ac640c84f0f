"""What the catalog knows of a dossier."""

from typing import Any

from plone.indexer import indexer

from commune.core.content.annex import IAnnex
from commune.core.content.person import IMandate
from commune.core.content.unit import IOrganisationUnit
from commune.core.interfaces import IDossier


@indexer(IDossier)
def review_state(dossier: Any) -> str:
    return dossier.state


@indexer(IDossier)
def dossier_reference(dossier: Any) -> str:
    return dossier.reference or ""


@indexer(IDossier)
def responsible_unit(dossier: Any) -> str:
    return dossier.responsible_unit or ""


@indexer(IDossier)
def assigned_to(dossier: Any) -> str:
    return dossier.assigned_to or ""


@indexer(IDossier)
def origin_uid(dossier: Any) -> str:
    return dossier.origin or ""


@indexer(IAnnex)
def annex_category(annex: Any) -> str:
    return annex.category or ""


@indexer(IMandate)
def mandate_body(mandate: Any) -> str:
    return mandate.body or ""


@indexer(IOrganisationUnit)
def unit_code(unit: Any) -> str:
    return unit.code or ""


@indexer(IDossier)
def image_scales(dossier: Any) -> None:
    """A dossier shows no picture: nothing to look for."""
    return None


@indexer(IDossier)
def object_size(dossier: Any) -> None:
    """Nobody reads the size of a dossier."""
    return None
