"""The few things that batch actions took from packages without a Python 3 release."""

import logging

from plone import api

audit = logging.getLogger("collective.eeafaceted.batchactions")


def uuidsToCatalogBrains(uuids, ordered=False):
    """The catalog's entries of these UIDs that the reader may see, in the order of ``uuids`` if ``ordered``."""
    brains = list(api.portal.get_tool("portal_catalog").searchResults(UID=uuids))
    if ordered:
        brains.sort(key=lambda brain: list(uuids).index(brain.UID))
    return brains


def sort_on_vocab_order(values, vocab):
    """``values`` as a list in the order of the vocabulary's terms, unknown values last."""
    order = {term.value: place for place, term in enumerate(vocab)}
    return sorted(values, key=lambda value: order.get(value, len(order)))


def check_zope_admin():
    """Whether the reader administers the site."""
    return "Manager" in api.user.get_roles()


def fplog(action, extras):
    """Write to the log who did what."""
    audit.info("user=%s action=%s %s", api.user.get_current().getId(), action, extras)


def update_role_mappings_for(obj, wf):
    """Apply the permissions of the workflow's current state; whether something changed."""
    changed = wf.updateRoleMappingsFor(obj)
    if changed:
        obj.reindexObjectSecurity()
    return changed
