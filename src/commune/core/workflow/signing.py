"""Signing files in turn: sessions over annexes of dossiers, each act in the journal of the dossiers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from zope.component import queryUtility
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.content.signing import own_signing_book, signing_book
from commune.core.i18n import _
from commune.core.interfaces import ISignatureService, ISigningOrder
from commune.core.rules import signing as rule
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.rules.signing import Delegation, Mark, Paper, Session, Signer
from commune.core.workflow.actor import Actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.mail import send
from commune.core.workflow.numbering import draw
from commune.core.workflow.process import Refused

SERVICE = "commune.core.signing_service"
SERIES, PATTERN = "signing", "S{year}-{seq:04}"
PDF = b"%PDF-"
ASKED = _("mail_signing_asked", default="Documents wait for your signature (${number})")
REFUSED = _("mail_signing_refused", default="A document was refused in the session ${number}")


@dataclass(frozen=True)
class Wish:
    """A session to begin: uids of annexes, the signers in order, the last day (``None``: none is set)."""

    title: str
    annexes: tuple[str, ...]
    signers: tuple[Signer, ...]
    due: date | None = None


def service() -> Any:
    """The signature service that the site uses; raises ``Refused`` while none is set."""
    name = api.portal.get_registry_record(SERVICE, default="") or ""
    found = queryUtility(ISignatureService, name) if name else None
    if found is None:
        raise Refused(Refusal("signing.no_service"))
    return found


def may_ask(dossier: Any) -> bool:
    """Whether the user may have documents of the dossier signed."""
    return bool(getSecurityManager().checkPermission("Modify portal content", dossier))


def begin_signing(dossier: Any, wish: Wish, actor: Actor) -> str:
    """Begin a session and return its number; raises ``Refused`` with every reason, and then draws no number."""
    annexes = [by_uid(uid) for uid in dict.fromkeys(wish.annexes)]
    refusals: Refusals = () if may_ask(dossier) else (Refusal("signing.not_yours"),)
    refusals += () if wish.title.strip() else (Refusal("signing.title", {}, "title"),)
    refusals += () if wish.due is None or wish.due >= today() else (Refusal("signing.due_past", {}, "due"),)
    refusals += rule.signer_refusals([_known(one) for one in wish.signers])
    refusals += _paper_refusals(annexes, signable(dossier))
    if refusals:
        raise Refused(*refusals)
    service()
    book = own_signing_book(api.portal.get())
    number = draw(SERIES, PATTERN, today())
    papers = tuple(Paper(place, one.UID(), one.title, one.sha256) for place, one in enumerate(annexes, start=1))
    session = Session(number, wish.title.strip(), actor.userid, now(), wish.signers, papers, dossier.UID(), wish.due)
    for paper, annex in zip(papers, annexes, strict=True):
        book.keep_file(number, paper.id, annex.file.data)
        _note(annex, "sent_to_sign", actor.userid, number=number)
    book.keep(session)
    _tell(session)
    return number


def signable(dossier: Any) -> list[Any]:
    """The PDF annexes that the user may send to sign from the dossier: its own and those it answers for."""
    order = ISigningOrder(dossier, None)
    found = list(order.papers()) if order is not None else children(dossier, "annex")
    taken = {paper.annex for one in _open_sessions() for paper in rule.open_papers(one)}
    views = getSecurityManager().checkPermission
    pdfs = [one for one in found if one.file and one.file.contentType == "application/pdf" and not one.signed]
    return [one for one in pdfs if one.UID() not in taken and views("View", one)]


def proposed_signers(dossier: Any) -> tuple[Signer, ...]:
    """Who usually signs the documents of the dossier."""
    order = ISigningOrder(dossier, None)
    return tuple(order.signers()) if order is not None else ()


def session_of(number: str) -> Session | None:
    """The session of that number, whoever may read it."""
    found: Session | None = signing_book(api.portal.get()).sessions.get(number)
    return found


def sees(session: Session, actor: Actor) -> bool:
    """Whether the actor may know of the session: who asked, who signs once his turn came, who stands for him."""
    if actor.administrator or (actor.userid and actor.userid == session.requester):
        return True
    delegations = signing_book(api.portal.get()).delegated()
    return any(rule.stands_for(actor.userid, one, delegations, today()) for one in rule.reached(session))


def sessions_for(actor: Actor) -> list[Session]:
    """The sessions that the actor may know of, the last begun first; an administrator's are his own."""
    plain = replace(actor, roles=frozenset())
    return [one for one in signing_book(api.portal.get()).newest_first() if sees(one, plain)]


def awaits(session: Session, actor: Actor) -> tuple[Paper, ...]:
    """The files of the session that wait for the actor now."""
    delegations = signing_book(api.portal.get()).delegated()
    refused = rule.act_refusals
    return tuple(p for p in session.papers if not refused(session, p, actor.userid, delegations, today()))


def sign(session: Session, paper_id: int, actor: Actor) -> Session:
    """Sign a file, in one's turn; the last signature makes the signed annex beside the original.

    Raises ``Refused``, and then keeps nothing: also when what the service gives back is not sound.
    """
    paper, book = _checked(session, paper_id, actor), own_signing_book(api.portal.get())
    signer, at = rule.turn(session), now().replace(microsecond=0)
    if signer is None:
        raise Refused(Refusal("signing.over"))
    before = book.file(session.number, paper.id)
    signed = service().sign(before, _name(signer, actor), signer.label, signer.rank, at)
    _check_signed(before, signed, len(paper.marks) + 1)
    book.keep_file(session.number, paper.id, signed)
    mark = Mark(signer.rank, actor.userid, at, True)
    marked = rule.marked(session, paper.id, mark)
    annex = by_uid(paper.annex)
    if rule.paper_state(marked, next(p for p in marked.papers if p.id == paper.id)) is rule.PaperState.SIGNED:
        marked = rule.marked(session, paper.id, mark, _signed_annex(annex, paper, signed, session.number, actor))
    _note(annex, "signed", actor.userid, number=session.number, rank=signer.rank)
    return _kept(book, session, marked)


def refuse(session: Session, paper_id: int, reason: str, actor: Actor) -> Session:
    """Refuse a file with a reason: it leaves the session, the others go on. Raises ``Refused``."""
    refusals = rule.reason_refusals(reason)
    paper = _checked(session, paper_id, actor, refusals)
    signer = rule.turn(session)
    mark = Mark(signer.rank if signer else 0, actor.userid, now(), False, reason.strip())
    _note(by_uid(paper.annex), "signing_refused", actor.userid, reason.strip(), number=session.number)
    marked = rule.marked(session, paper.id, mark)
    _write(session, session.requester, REFUSED)
    return _kept(own_signing_book(api.portal.get()), session, marked)


def revoke(session: Session, reason: str, actor: Actor) -> Session:
    """Call the session back before its last signature: what every signer signed stays. Raises ``Refused``."""
    own = () if _owns(session, actor) else (Refusal("signing.not_requester"),)
    _raise(own + rule.revoke_refusals(session, reason))
    for paper in rule.open_papers(session):
        if not paper.result:
            _note(by_uid(paper.annex), "signing_revoked", actor.userid, reason.strip(), number=session.number)
    revoked = replace(session, revoked=reason.strip())
    own_signing_book(api.portal.get()).keep(revoked)
    return revoked


def remind(session: Session, actor: Actor) -> Session:
    """Write to whose turn it is, once a day at most. Raises ``Refused``."""
    own = () if _owns(session, actor) else (Refusal("signing.not_requester"),)
    _raise(own + rule.remind_refusals(session, today()))
    reminded = replace(session, reminded=today())
    own_signing_book(api.portal.get()).keep(reminded)
    _tell(session)
    return reminded


def delegate(substitute: str, start: date, end: date, actor: Actor) -> None:
    """While one is away somebody else signs; both days inclusive. Raises ``Refused``."""
    book = own_signing_book(api.portal.get())
    new = Delegation(actor.userid, substitute, start, end)
    known = bool(substitute) and api.user.get(userid=substitute) is not None
    _raise(rule.delegation_refusals(new, book.delegated(), known, today()))
    book.delegations.append(new)


def end_delegation(place: int, actor: Actor) -> None:
    """Take back what one delegated; ``place`` counts the delegations of the site from 0. Raises ``Refused``."""
    book = own_signing_book(api.portal.get())
    if not 0 <= place < len(book.delegations) or book.delegations[place].absent != actor.userid:
        raise Refused(Refusal("signing.not_yours"))
    del book.delegations[place]


def address(session: Session) -> str:
    """Where the session is read."""
    return f"{api.portal.get().absolute_url()}/@@signing?number={session.number}"


def read_due(text: str) -> date | None:
    """The day typed, ``None`` for nothing; raises ``Refused`` for what is no day."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise Refused(Refusal("signing.due_unreadable", {"text": text}, "due")) from error


def full_name(userid: str) -> str:
    """The name of the account, or its id."""
    user = api.user.get(userid=userid) if userid else None
    return str((user.getProperty("fullname") if user is not None else "") or userid)


def _checked(session: Session, paper_id: int, actor: Actor, more: Refusals = ()) -> Paper:
    paper = next((one for one in session.papers if one.id == paper_id), None)
    delegations = own_signing_book(api.portal.get()).delegated()
    refusals = rule.act_refusals(session, paper, actor.userid, delegations, today())
    if paper is not None and not refusals and by_uid(paper.annex) is None:
        refusals = (Refusal("signing.gone", {"title": paper.title}, "paper"),)
    _raise(refusals + more)
    return paper  # type: ignore[return-value]


def _check_signed(before: bytes, after: bytes, expected: int) -> None:
    """What comes back is what was sent with one sound signature more, or nothing is kept (SIG-9)."""
    seals = service().seals(after)
    if not after.startswith(before) or len(seals) != expected or not all(seal.sound for seal in seals):
        raise Refused(Refusal("signing.unsound"))


def _signed_annex(annex: Any, paper: Paper, data: bytes, number: str, actor: Actor) -> str:
    if annex.sha256 != paper.digest:
        raise Refused(Refusal("signing.changed", {"title": paper.title}, "paper"))
    name = f"{annex.file.filename.rpartition('.')[0]}-signed.pdf"
    made = attach(
        annex.aq_parent,
        name,
        data,
        annex.category or "",
        "signed",
        bool(annex.confidential),
        title=f"{annex.title} ({number})",
        actor=actor,
    )
    made.to_sign = made.signed = True
    made.reindexObject()
    return str(made.UID())


def _kept(book: Any, before: Session, after: Session) -> Session:
    book.keep(after)
    if rule.turn(after) is not None and rule.turn(after) != rule.turn(before):
        _tell(after)
    return after


def waiting_for(actor: Actor) -> list[Session]:
    """The sessions in which it is the actor's turn."""
    return [one for one in _open_sessions() if awaits(one, actor)]


def _open_sessions() -> list[Session]:
    return signing_book(api.portal.get()).under_way()


def _known(signer: Signer) -> Signer:
    """The signer, without account when there is none of that name."""
    found = api.user.get(userid=signer.userid) if signer.userid else None
    return signer if found is not None else replace(signer, userid="")


def _paper_refusals(annexes: Sequence[Any], able: Sequence[Any]) -> Refusals:
    if not annexes:
        return (Refusal("signing.no_papers", {}, "annexes"),)
    allowed = {one.UID() for one in able}
    wrong = [one for one in annexes if one is None or one.UID() not in allowed or one.file.data[:5] != PDF]
    return tuple(Refusal("signing.not_offered", {"title": getattr(one, "title", "")}, "annexes") for one in wrong)


def _owns(session: Session, actor: Actor) -> bool:
    return actor.administrator or actor.userid == session.requester


def _name(signer: Signer, actor: Actor) -> str:
    """Who signs: the person, and for whom when somebody else stands in."""
    if actor.userid == signer.userid:
        return signer.name
    return f"{full_name(actor.userid)} p.o. {signer.name}"


def _note(annex: Any, kind: str, actor: str, comment: str = "", **data: object) -> None:
    if annex is not None:
        shown = {} if annex.confidential else {"title": annex.title}
        Journal(annex.aq_parent).note(kind, actor, comment, annex=annex.UID(), **shown, **data)


def _tell(session: Session) -> None:
    """Write to whose turn it is; nothing of the documents is in the mail."""
    signer = rule.turn(session)
    if signer is not None:
        _write(session, signer.userid, ASKED)


def _write(session: Session, userid: str, words: Any) -> None:
    user = api.user.get(userid=userid)
    subject = Message(words, mapping={"number": session.number})
    said = translate(subject, target_language=api.portal.get_default_language())
    send((user.getProperty("email") if user is not None else "") or "", str(said), address(session))


def _raise(refusals: Refusals) -> None:
    if refusals:
        raise Refused(*refusals)
