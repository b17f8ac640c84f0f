"""What one sees of a dossier before anything else."""

from typing import Any

from commune.core.browser.dossier.people import Names
from commune.core.interfaces import IProcess


class Header:
    """Reference, state, responsible service, who handles it."""

    def __init__(self, context: Any, request: Any, names: Names) -> None:
        self.context = context
        self.reference = context.reference or ""
        self.unit = names.unit(context.responsible_unit)
        self.handler = names.user(context.assigned_to)
        process = IProcess(context, None)
        self.state = process.machine().state(process.state) if process is not None else None
