"""A session of signatures: its files, who signed what and when, and what one may do now."""

from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.browser.jobs.files import sent
from commune.core.content.refused import Refused
from commune.core.content.signing import signing_book
from commune.core.i18n import _
from commune.core.rules.dates import long_date, moment
from commune.core.rules.filenames import safe_name
from commune.core.rules.signing import OPEN, Paper, Session, paper_state, state_of, turn
from commune.core.rules.typed import whole
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.signing import awaits, refuse, remind, revoke, sees, service, session_of, sign

STATES = {
    "to_sign": _("To sign"),
    "partially_signed": _("Partly signed"),
    "signed": _("Signed"),
    "refused": _("Refused"),
    "cancelled": _("Called back"),
}
PAPERS = {
    "waiting": _("Waits for signatures"),
    "signed": _("Signed by all"),
    "refused": _("Refused"),
    "cancelled": _("Called back"),
}
LOOKS = {"signed": "good", "refused": "bad", "cancelled": "quiet", "partially_signed": "warn"}
DONE = {
    "sign": _("It is signed."),
    "refuse": _("It is refused and has left the session. Who asked is told."),
    "revoke": _("The session is called back."),
    "remind": _("A reminder is on its way."),
}


def seen_session(request: Any, actor: Actor) -> Session:
    """The session that the request names; to whom may not know of it, it does not exist."""
    found = session_of(str(request.form.get("number") or ""))
    if found is None or not sees(found, actor):
        raise NotFound("session")
    return found


def perform(session: Session, act: str, form: Any, actor: Actor) -> None:
    """Do what a button of the session says; raises ``Refused``."""
    paper, reason = whole(form.get("paper"), 0), str(form.get("reason") or "")
    if act == "sign":
        for one in awaits(session, actor) if form.get("paper") == "all" else [paper]:
            session = sign(session, getattr(one, "id", one), actor)
    elif act == "refuse":
        refuse(session, paper, reason, actor)
    elif act == "revoke":
        revoke(session, reason, actor)
    elif act == "remind":
        remind(session, actor)
    else:
        raise NotFound(act)


class SigningPage(BrowserView):
    """``@@signing?number=S2026-0001``; a POST with ``do`` acts."""

    page = ViewPageTemplateFile("page.pt")

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        session = self.session
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        act = str(self.request.form.get("do", ""))
        try:
            perform(session, act, self.request.form, self.actor)
        except Refused as refused:
            self.request.set(REFUSALS, refused.refusals)
            self.request.set(FIELDS, {"reason": "revoke-reason" if act == "revoke" else ""})
            self.request.response.setStatus(409)
            return self.page()
        api.portal.show_message(DONE[act], self.request)
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@signing?number={session.number}")

    @property
    def page_title(self) -> str:
        return self.session.title

    @cached_property
    def actor(self) -> Actor:
        return current_actor()

    @cached_property
    def session(self) -> Session:
        return seen_session(self.request, self.actor)

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def mine(self) -> set[int]:
        """The files that wait for the reader now."""
        return {paper.id for paper in awaits(self.session, self.actor)}

    @property
    def owns(self) -> bool:
        """Whether the reader may remind and call back."""
        asked = self.session.requester == self.actor.userid or self.actor.administrator
        return asked and state_of(self.session) in OPEN

    @property
    def state(self) -> tuple[Any, str]:
        state = state_of(self.session)
        return STATES[state], LOOKS.get(state, "quiet")

    def paper(self, paper: Paper) -> tuple[Any, str]:
        """What a file has become: words and look."""
        state = paper_state(self.session, paper)
        return PAPERS[state], LOOKS.get(state, "quiet")

    def marks(self, paper: Paper) -> list[dict[str, Any]]:
        """What was done to a file, by whom, when."""
        language = api.portal.get_current_language()
        return [
            {"who": self.names.user(m.userid), "signed": m.signed, "at": moment(m.at, language), "reason": m.reason}
            for m in paper.marks
        ]

    def result(self, paper: Paper) -> str:
        """Where the signed annex is, for those who may read it."""
        annex = by_uid(paper.result)
        readable = annex is not None and api.user.has_permission("View", obj=annex)
        return f"{annex.absolute_url()}/@@download/file" if readable else ""

    @property
    def turn(self) -> str:
        signer = turn(self.session)
        return signer.name if signer is not None else ""

    @property
    def due(self) -> str:
        return long_date(self.session.due, api.portal.get_current_language()) if self.session.due else ""

    @property
    def binding(self) -> bool:
        """Whether the signatures of the site's service bind anybody."""
        try:
            return bool(service().binding)
        except Refused:
            return True

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))


class SigningFile(BrowserView):
    """``@@signing-file?number=…&paper=1``: the file as it is now, with the signatures made so far."""

    def __call__(self) -> Any:
        session = seen_session(self.request, current_actor())
        wanted = whole(self.request.form.get("paper"), 0)
        paper = next((one for one in session.papers if one.id == wanted), None)
        if paper is None:
            raise NotFound("paper")
        data = signing_book(api.portal.get()).file(session.number, paper.id)
        return sent(self.request.response, safe_name(paper.title, "pdf"), data)
