"""A procedure whose sheet is incomplete is not published."""

from typing import Any

from commune.eguichet.workflow.sheets import refuse_incomplete


def check_sheet(procedure: Any, event: Any) -> None:
    """Refuse the move to a published state while the sheet lacks something mandatory."""
    if event.new_state.getId() == "published":
        refuse_incomplete(procedure)
