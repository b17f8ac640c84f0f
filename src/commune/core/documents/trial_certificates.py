"""An authority of certificates for trials: it makes its own keys, and nothing that it signs binds anybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign import SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

YEARS = timedelta(days=3650)
SOON = timedelta(days=1)


@dataclass(frozen=True)
class Root:
    """The root of the trials and its clock, as PEM texts, ready to be stored."""

    certificate: str
    key: str
    clock_certificate: str
    clock_key: str


def new_root(name: str, at: datetime) -> Root:
    """Fresh keys, valid from a day before ``at`` for ten years."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject(f"TEST {name}")
    made = _builder(subject, subject, key.public_key(), at)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = made.add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
    root = made.sign(key, hashes.SHA256())
    clock_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    clock = _builder(_subject("TEST clock"), root.subject, clock_key.public_key(), at)
    clock = clock.add_extension(_usage(digital_signature=True), critical=True)
    stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    clock = clock.add_extension(stamping, critical=True)
    return Root(_pem(root), _pem_key(key), _pem(clock.sign(key, hashes.SHA256())), _pem_key(clock_key))


def signer_for(root: Root, name: str, at: datetime) -> Any:
    """A signer of that name with a fresh key that is kept nowhere."""
    key = ec.generate_private_key(ec.SECP256R1())
    parent, parent_key = _parent(root)
    made = _builder(_subject(name), parent.subject, key.public_key(), at)
    made = made.add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    certificate = made.sign(parent_key, hashes.SHA256())
    store = SimpleCertificateStore()
    store.register(root_certificate(root))
    return SimpleSigner(_asn1(certificate), _asn1_key(key), store)


def timestamper_for(root: Root, at: datetime) -> DummyTimeStamper:
    """The clock of the trials, which says ``at``."""
    certificate = x509.load_pem_x509_certificate(root.clock_certificate.encode())
    key = serialization.load_pem_private_key(root.clock_key.encode(), None)
    store = SimpleCertificateStore()
    store.register(root_certificate(root))
    return DummyTimeStamper(_asn1(certificate), _asn1_key(key), store, fixed_dt=at)


def context_for(root: Root, at: datetime) -> ValidationContext:
    """What a signature takes along as proof: the root and a list of revoked certificates, which is empty."""
    parent, parent_key = _parent(root)
    made = x509.CertificateRevocationListBuilder().issuer_name(parent.subject)
    made = made.last_update(at - timedelta(minutes=1)).next_update(at + YEARS)
    listed = asn1_crl.CertificateList.load(
        made.sign(parent_key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    )
    own = [root_certificate(root)]
    return ValidationContext(trust_roots=own, crls=[listed], allow_fetching=False, moment=at)


def root_certificate(root: Root) -> asn1_x509.Certificate:
    """The certificate that one trusts to check the trials."""
    return _asn1(x509.load_pem_x509_certificate(root.certificate.encode()))


def _parent(root: Root) -> tuple[x509.Certificate, Any]:
    certificate = x509.load_pem_x509_certificate(root.certificate.encode())
    return certificate, serialization.load_pem_private_key(root.key.encode(), None)


def _subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _builder(subject: x509.Name, issuer: x509.Name, key: Any, at: datetime) -> x509.CertificateBuilder:
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(at - SOON).not_valid_after(at + YEARS)
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)


def _usage(**used: bool) -> x509.KeyUsage:
    every = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{name: used.get(name, False) for name in every})


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def _pem_key(key: Any) -> str:
    return str(_bytes(key, serialization.Encoding.PEM).decode())


def _bytes(key: Any, encoding: serialization.Encoding) -> bytes:
    form, bare = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return bytes(key.private_bytes(encoding, form, bare))


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _asn1_key(key: Any) -> asn1_keys.PrivateKeyInfo:
    return asn1_keys.PrivateKeyInfo.load(_bytes(key, serialization.Encoding.DER))
