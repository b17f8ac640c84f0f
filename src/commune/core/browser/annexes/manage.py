"""The files of a dossier as a table: their types and flags, their order, and acts on several at once."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.content.annex import IAnnex
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.annexes import FLAGS
from commune.core.rules.refusals import Refusal
from commune.core.rules.typed import whole
from commune.core.workflow import annex_batch as batch
from commune.core.workflow.annex_types import AnnexTypes
from commune.core.workflow.annexes import against_changing
from commune.core.workflow.wording import sentence


class ManageAnnexes(BrowserView):
    """``@@manage-annexes``: GET shows, POST does what its ``do`` says (zip, concatenate, delete, flag, order)."""

    page = ViewPageTemplateFile("manage.pt")
    refusals: tuple[str, ...] = ()
    handled: tuple[batch.Handled, ...] | None = None

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        try:
            answer = self._do(self.request.form)
        except Refused as refused:
            self.refusals = tuple(sentence(one, self.request) for one in refused.refusals)
            self.request.response.setStatus(409)
            return self.page()
        return self.page() if answer is None else answer

    def _do(self, form: Any) -> Any:
        acts = {"zip": self._zip, "concatenate": self._concatenate, "delete": self._delete,
                "flag": self._flag, "order": self._order}  # fmt: skip
        act = acts.get(str(form.get("do", "")))
        if act is None:
            raise Refused(Refusal("acts.unknown"))
        return act(form)

    def _chosen(self, form: Any) -> list[Any]:
        uids = form.get("uids", [])
        return batch.chosen(self.context, [uids] if isinstance(uids, str) else list(uids))

    def _zip(self, form: Any) -> bytes:
        return self._file(batch.zipped(self._chosen(form)), "application/zip", "zip")

    def _concatenate(self, form: Any) -> bytes:
        return self._file(batch.concatenated(self._chosen(form)), "application/pdf", "pdf")

    def _delete(self, form: Any) -> None:
        self.handled = tuple(batch.take_out(self._chosen(form)))

    def _flag(self, form: Any) -> None:
        name, _colon, value = str(form.get("flag", "")).partition(":")
        if name not in FLAGS:
            raise Refused(Refusal("annexes.no_flag"))
        self.handled = tuple(batch.flag(self._chosen(form), **{name: value == "on"}))

    def _order(self, form: Any) -> None:
        places = {one.UID(): whole(form.get(f"place-{one.UID()}", ""), 0) for one in batch.readable(self.context)}
        batch.arrange(self.context, sorted(places, key=lambda uid: places[uid]))
        api.portal.show_message(_("The order was kept."), self.request)

    def _file(self, data: bytes, mime: str, extension: str) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", mime)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.context.getId()}.{extension}"')
        response.setHeader("Cache-Control", "private, no-store")
        return data

    def rows(self) -> list[dict[str, Any]]:
        """The files that the person reads, in their order."""
        types = AnnexTypes(self.context)
        return [self._row(annex, types, place) for place, annex in enumerate(batch.readable(self.context), 1)]

    def _row(self, annex: Any, types: AnnexTypes, place: int) -> dict[str, Any]:
        kind = types.category(annex.category)
        return {
            "uid": annex.UID(),
            "place": place,
            "title": annex.title or annex.getId(),
            "url": f"{annex.absolute_url()}/@@download/file",
            "kind": kind.title,
            "icon": kind.icon,
            "flags": [IAnnex[flag].title for flag in types.flags(annex)],
            "change": f"{annex.absolute_url()}/@@change" if not against_changing(annex, types.actor) else "",
        }

    @property
    def flags(self) -> list[tuple[str, Any]]:
        """What may be switched on the chosen files."""
        return [(flag, IAnnex[flag].title) for flag in FLAGS]

    @property
    def may_arrange(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    def reasons(self, one: batch.Handled) -> list[str]:
        """Why one file stays as it is."""
        return [sentence(refusal, self.request) for refusal in one.refusals]
