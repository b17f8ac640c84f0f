"""A session of signatures as JSON."""

from typing import Any

from plone import api

from commune.core.rules.signing import Session, paper_state, state_of, turn


def session_json(session: Session) -> dict[str, Any]:
    """Its state, whose turn it is, its files with what was done to each."""
    site, now = api.portal.get().absolute_url(), turn(session)
    return {
        "@id": f"{site}/@signing-sessions/{session.number}",
        "number": session.number,
        "title": session.title,
        "state": str(state_of(session)),
        "requester": session.requester,
        "asked": session.asked.isoformat(),
        "due": session.due.isoformat() if session.due else None,
        "revoked": session.revoked,
        "turn": now.rank if now is not None else None,
        "signers": [vars(one) for one in session.signers],
        "papers": [_paper(session, paper, site) for paper in session.papers],
    }


def _paper(session: Session, paper: Any, site: str) -> dict[str, Any]:
    marks = [{**vars(mark), "at": mark.at.isoformat()} for mark in paper.marks]
    return {
        "id": paper.id,
        "title": paper.title,
        "annex": paper.annex,
        "state": str(paper_state(session, paper)),
        "file": f"{site}/@@signing-file?number={session.number}&paper={paper.id}",
        "signed_annex": paper.result,
        "marks": marks,
    }
