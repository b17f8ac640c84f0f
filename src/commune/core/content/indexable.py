"""A dossier as the catalog reads it: never with a value of one of the folders above."""

from typing import Any

from Acquisition import aq_base
from plone.indexer.interfaces import IIndexer
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.ZCatalog.interfaces import IZCatalog
from zope.component import adapter, queryMultiAdapter

from commune.core.interfaces import IDossier


@adapter(IDossier, IZCatalog)
class IndexableDossier(IndexableObjectWrapper):
    """Asks the dossier and its indexers only; Plone's own wrapper asks every folder up to the root first."""

    def __init__(self, dossier: Any, catalog: Any) -> None:
        super().__init__(dossier, catalog)
        self.__catalog = catalog

    def __getattr__(self, name: str) -> Any:
        dossier = self._getWrappedObject()
        try:
            getattr(aq_base(dossier), name)
        except AttributeError:
            if queryMultiAdapter((dossier, self.__catalog), IIndexer, name=name) is None:
                raise
        return super().__getattr__(name)
