"""Proof of time by somebody else (RFC 3161): off until the site chooses who says it; asked for beside the requests."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import keys, tsp, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from plone import api
from plone.namedfile.file import NamedBlobFile
from pyhanko.sign.timestamps import DummyTimeStamper, TimeStamper, TimestampRequestError
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from zope.component import queryUtility
from zope.interface import implementer

from commune.core.content.annex import digest
from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.i18n import _
from commune.core.interfaces import ITimestamper
from commune.core.rules.refusals import Refusal
from commune.core.workflow import jobs
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.core.workflow.waiting import waited

CHOSEN = "commune.core.timestamps.service"
ADDRESS = "commune.core.timestamps.address"
KIND = "core.timestamp"
CATEGORY = "timestamp"
MIME = "application/timestamp-reply"
PATIENCE = 10


def chosen() -> Any:
    """The timestamp service that the site uses, ``None`` when it uses none."""
    return queryUtility(ITimestamper, api.portal.get_registry_record(CHOSEN, default="") or "-")


def ask(dossier: Any, annex: Any, userid: str) -> bool:
    """Queue a timestamp over that file of the dossier; returns whether the site uses a service."""
    if chosen() is None:
        return False
    jobs.ask(api.portal.get(), KIND, str(annex.title), (annex.UID(),), userid, dossier=dossier.UID())
    return True


def told(token: bytes) -> tuple[datetime, str]:
    """The instant that a token states, and the digest (hexadecimal) that it states it of."""
    info = tsp.TSTInfo.load(tsp.ContentInfo.load(token)["content"]["encap_content_info"]["content"].parsed.dump())
    return info["gen_time"].native, info["message_imprint"]["hashed_message"].native.hex()


def matches(token: bytes, data: bytes) -> bool:
    """Whether the token is about these bytes."""
    return told(token)[1] == hashlib.sha256(data).hexdigest()


class StampJob:
    """The job that asks for the token and adds it to the dossier, beside the file."""

    def do(self, element: Any, options: Mapping[str, Any], userid: str) -> str:
        annex, dossier, service = by_uid(str(element)), by_uid(str(options["dossier"])), chosen()
        if annex is None or dossier is None or service is None:
            raise Refused(Refusal("timestamps.nothing_to_stamp"))
        data = annex.file.data
        try:
            token = service.token(hashlib.sha256(data).digest())
        except service.faults as fault:
            raise Refused(Refusal("timestamps.unreachable", {"fault": str(fault)})) from fault
        name = f"{annex.file.filename}.tst"
        made = create(dossier, "annex", title=name, file=NamedBlobFile(token, MIME, name), category=CATEGORY,
                      origin="generated", author=userid, digest=digest(token), publishable=True)  # fmt: skip
        moment = told(token)[0]
        Journal(dossier).note("timestamped", userid, at=moment.isoformat(), annex=made.UID(), of=annex.UID())
        return moment.isoformat()

    def readable(self, element: Any) -> bool:
        """What comes of it is an instant."""
        return True

    def shown(self, element: Any) -> bool:
        """Its title is the uid of the file."""
        return True


class _Stamper:
    """What both services share: a client of pyHanko asked for one token."""

    faults: tuple[type[Exception], ...] = (TimestampRequestError, OSError)

    def client(self) -> TimeStamper:
        raise NotImplementedError

    def token(self, digest: bytes) -> bytes:
        """Raises one of ``faults``."""
        stamped: bytes = waited(self.client().async_timestamp(digest, "sha256")).dump()
        return stamped


@implementer(ITimestamper)
class RemoteStamper(_Stamper):
    """A timestamp authority on the network, at the address that the registry names."""

    title = _("Timestamp authority on the network (RFC 3161)")

    def client(self) -> TimeStamper:
        return RequestsHTTPTimeStamper(api.portal.get_registry_record(ADDRESS, default=""), timeout=PATIENCE)


@implementer(ITimestamper)
class LocalStamper(_Stamper):
    """Our own clock and a key that lives as long as the process: for trials, it proves nothing to others."""

    title = _("This computer, for trials only")

    def client(self) -> TimeStamper:
        certificate, key = _trial_key()
        return DummyTimeStamper(certificate, key, fixed_dt=now().replace(microsecond=0))


@cache
def _trial_key(moment: Callable[[], datetime] = now) -> tuple[Any, Any]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = certificates.Name([certificates.NameAttribute(certificates.NameOID.COMMON_NAME, "Trial only")])
    begin = moment().astimezone(UTC)
    made = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(begin - timedelta(days=1))
        .not_valid_after(begin + timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    der = serialization.Encoding.DER
    plain = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return x509.Certificate.load(made.public_bytes(der)), keys.PrivateKeyInfo.load(plain)
