"""Beginning an item from a template."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.duplicates import from_template


class FromTemplate(Acting):
    """POST ``@@from-template`` with ``template`` and ``unit``: the new item, ready to be edited."""

    done = _("The item begins with the texts of its template.")
    fields = {"template": "begin-template", "responsible_unit": "begin-unit"}

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        template, unit = str(form.get("template", "")), str(form.get("unit", ""))
        self.made = from_template(self.context, template, unit, actor)

    def next(self) -> str:
        return f"{self.made.absolute_url()}/edit"
