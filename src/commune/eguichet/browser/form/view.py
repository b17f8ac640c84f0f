"""A page of a form, inside the page of its procedure: ``@@form?draft=<token>&page=<id>``."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

from commune.core.rules.conditions import dependencies
from commune.core.rules.refusals import Refusals
from commune.core.rules.typed import whole
from commune.eguichet.browser.form.draft_view import DraftView
from commune.eguichet.browser.form.posted import fields_by_name, read_posted, shown_rows, uploads
from commune.eguichet.browser.form.widgets import Widget, Widgets
from commune.eguichet.i18n import _
from commune.eguichet.rules.answers import check_page, shown_fields
from commune.eguichet.rules.drafts import Conflict
from commune.eguichet.rules.forms import Group, Page
from commune.eguichet.workflow.drafts import blocked, context_of, expired, save
from commune.eguichet.workflow.uploads import add_file, remove_file

GONE = 410


class FormPage(DraftView):
    """One page of the form."""

    page_pt = ViewPageTemplateFile("page.pt")
    merge_pt = ViewPageTemplateFile("merge.pt")
    gone_pt = ViewPageTemplateFile("gone.pt")
    field_macros = ViewPageTemplateFile("fields.pt")
    conflicts: tuple[Conflict, ...] = ()

    def __call__(self) -> Any:
        self.keep_private()
        self.refusals: dict[str, Refusals] = {}
        if self.stored.request:
            return self.go(self.address("form-done"))
        if expired(self.stored) or blocked(self.stored):
            self.request.response.setStatus(GONE)
            return self.gone_pt()
        return self.act() if self.request.method == "POST" else self.page_pt()

    @property
    def page(self) -> Page:
        wanted = self.request.form.get("page")
        return next((page for page in self.pages if page.id == wanted), self.pages[0])

    @property
    def number(self) -> int:
        return self.pages.index(self.page) + 1

    @property
    def step(self) -> int:
        """Index of the page in the line of steps."""
        return self.number - 1

    @property
    def page_title(self) -> str:
        title = f"{self.said(self.page.title)} ({self.number}/{len(self.pages) + 1})"
        if not self.errors:
            return title
        return str(
            translate(_("error_title", default="Error: ${title}", mapping={"title": title}), context=self.request)
        )

    # what the template shows

    @cached_property
    def widgets(self) -> dict[str, Widget]:
        """The fields of the page that apply now, by posted name."""
        names = shown_fields(self.form, self.page.id, self.answers, context_of(self.stored))
        maker = Widgets(self.form, self.stored, self.request, self.language, self.controls)
        return {
            name: maker.make(name, one, self.refusals.get(name, ())) for name, one in fields_by_name(self.form, names)
        }

    @cached_property
    def controls(self) -> frozenset[str]:
        """Keys of fields on which others of the same page depend."""
        found: set[str] = set()
        for group in self.page.groups:
            for condition in (group.visible_when, *(one.visible_when for one in group.fields)):
                found |= dependencies(condition) if condition else set()
        return frozenset(found)

    def groups(self) -> list[tuple[Group, list[Widget]]]:
        """Groups that show something, each with its widgets."""
        found = []
        for group in self.page.groups:
            keys = {one.key for one in group.fields}
            shown = [one for name, one in self.widgets.items() if name.rpartition(".")[2] in keys]
            if shown:
                found.append((group, shown))
        return found

    @property
    def errors(self) -> list[dict[str, str]]:
        """What is wrong, each with the control to go to."""
        wrong = [one for one in self.widgets.values() if one.errors]
        found = [{"href": f"#{one.target}", "text": f"{one.label} – {text}"} for one in wrong for text in one.errors]
        for refusal in self.refusals.get(self.page.id, ()):
            found.append({"href": "#form-fields", "text": self.said(refusal.data["message"])})  # type: ignore[arg-type]
        return found

    # what a post does

    def act(self) -> Any:
        said = self.request.form
        if said.get("go") == "merge":
            return self.merge()
        names = [name for name in str(said.get("shown", "")).split() if name]
        posted = {**read_posted(self.form, said, names), **shown_rows(self.page, said)}
        saved = save(self.stored, whole(said.get("version"), 0), posted)
        if saved.conflicts:
            self.conflicts, self.posted = saved.conflicts, posted
            self.request.response.setStatus(409)
            return self.merge_pt()
        if saved.refusals:
            save(self.stored, self.stored.draft.version, posted)
        self.take_files(names)
        return self.follow(str(said.get("go", "next")), names)

    def take_files(self, names: list[str]) -> None:
        for name, field in fields_by_name(self.form, names):
            for filename, data in uploads(self.request.form, name) if field.type == "file" else ():
                refused = add_file(self.stored, field, name, filename, data)
                if refused:
                    self.refusals[name] = self.refusals.get(name, ()) + refused

    def follow(self, wish: str, names: list[str]) -> Any:
        """Where the pressed button leads."""
        what, _colon, rest = wish.partition(":")
        if what == "remove":
            name, _colon, file_id = rest.partition(":")
            remove_file(self.stored, name, file_id)
        if what == "next" or self.refusals:
            return self.onward(names)
        if what == "back":
            return self.go(self.address(page=self.pages[max(self.number - 2, 0)].id))
        if what == "pause":
            return self.go(self.address("form-pause"))
        return self.page_pt()

    def onward(self, names: list[str]) -> Any:
        """The next page; but first what is wrong, and questions that the answers brought up."""
        context = context_of(self.stored)
        shown = shown_fields(self.form, self.page.id, self.answers, context)
        new = [name for name in shown if name not in names]
        checked = check_page(self.form, self.page.id, self.answers, context)
        wrong = {name: found for name, found in checked.refusals.items() if name not in new}
        for name, found in wrong.items():
            self.refusals[name] = self.refusals.get(name, ()) + tuple(r for r in found if name not in self.refusals)
        if self.refusals:
            self.request.response.setStatus(400)
            return self.page_pt()
        if new:
            api.portal.show_message(_("Your answers bring up more questions."), self.request)
            return self.go(f"{self.address(page=self.page.id)}#f-{new[0].replace('.', '-')}-field")
        if self.page.ending is not None:
            return self.page_pt()
        if self.number == len(self.pages):
            return self.go(self.address("form-review"))
        return self.go(self.address(page=self.pages[self.number].id))

    def merge(self) -> Any:
        """Keep of each differing answer the one that was chosen."""
        said = self.request.form
        names = str(said.get("merged", "")).split()
        chosen = {name: _plain(said.get(f"posted.{name}")) for name in names if said.get(f"choose.{name}") == "posted"}
        save(self.stored, whole(said.get("version"), 0), chosen)
        return self.go(self.address(page=self.page.id))

    def label_of(self, name: str) -> str:
        """The label of a posted field, a part of an address included."""
        known = dict(fields_by_name(self.form, [name, name.rpartition(".")[0]]))
        return next((self.said(one.label) for one in known.values()), name)

    def shown_value(self, value: Any) -> str:
        return value if isinstance(value, str) else ", ".join(value)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else (value or "")
