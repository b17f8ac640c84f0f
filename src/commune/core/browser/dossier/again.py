"""The dossier's page shown again after a refusal, with the reasons and what was typed."""

from typing import Any

from commune.core.rules.refusals import Refusals


def shown_again(view: Any, key: str, refusals: Refusals) -> Any:
    """The default view of the dossier, answering 409; the part concerned reads the reasons under ``key``."""
    view.request.set(key, refusals)
    view.request.response.setStatus(409)
    return view.context.restrictedTraverse(f"@@{view.context.getLayout()}")()
