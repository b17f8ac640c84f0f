"""What a program is told when no service answered: the same form as the refusals of the services."""

import json
from typing import Any

from plone.rest.errors import ErrorHandling

from commune.core.content.problem import Problem
from commune.core.content.refused import Refused
from commune.core.workflow.problems import problem_json


class ProgramAnswer(ErrorHandling):
    """``error`` with its type and its reasons; what plone.rest tells stays beside it."""

    def __call__(self) -> None:
        told = self.context
        if not isinstance(told, (Problem, Refused)):
            super().__call__()
            return
        response = self.request.response
        for name, value in getattr(told, "told", {}).items():
            response.setHeader(name, value)
        response.setHeader("Content-Type", "application/json")
        response.setStatus(getattr(told, "status", 409), lock=1)
        response.setBody(json.dumps(problem_json(told.refusals, self.request), indent=2, sort_keys=True), lock=1)
        response._has_challenged = True

    def render_exception(self, exception: Exception) -> dict[str, Any] | None:
        found: dict[str, Any] | None = super().render_exception(exception)
        if found is not None:
            code = f"http.{found['type'].lower()}"
            reason = {"code": code, "place": "", "data": {}, "message": found["message"]}
            found["error"] = {"type": found["type"], "refusals": [reason]}
        return found
