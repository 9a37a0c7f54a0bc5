//! RFC 3161 timestamps: the request, and the check of what comes back.
//!
//! Building a request is a few bytes; the check is the work. A token is taken when it is about our hash and, where we
//! have one, our nonce; when its signature is by the certificate that the token itself names by hash (ESSCertID, RFC
//! 5816); when that certificate leads to a root that the caller trusts, was valid at the token's own time, and is for
//! timestamps and nothing else. Chains and signatures are checked by `webpki` over `ring`, which the program has for
//! TLS. `openssl ts` is the authority and the second opinion in the tests.

use chrono::{DateTime, Utc};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use sha2::{Digest, Sha256};

mod chain;
mod cms;
mod der;
mod info;

use der::{BOOLEAN, INTEGER, OCTETS, OID, Reader, SEQUENCE, malformed, small, unsigned, wrap};

/// A token is a few kilobytes, with a long chain some ten; more is an attack.
pub const MOST_BYTES: usize = 256 * 1024;
/// What a request is sent as, by HTTP POST (RFC 3161 §3.4).
pub const REQUEST_TYPE: &str = "application/timestamp-query";
/// What the answer comes as.
pub const RESPONSE_TYPE: &str = "application/timestamp-reply";
/// SHA-256 by its object identifier, 2.16.840.1.101.3.4.2.1.
const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

/// Why an answer is no timestamp of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimestampError {
    /// The bytes are no RFC 3161 answer or token in DER.
    #[error("this is not a timestamp: {why}")]
    Malformed {
        /// What was looked for in vain.
        why: &'static str,
    },
    /// The authority answered, and refused.
    #[error("the timestamp authority refused: status {status} {text}")]
    Refused {
        /// Its PKIStatus.
        status: u64,
        /// Its words; may be empty.
        text: String,
    },
    /// The token is about something else: somebody else's, or what it stands on was altered.
    #[error("the token is for another hash")]
    OtherDigest,
    /// The token answers another request.
    #[error("the token has not the nonce of the request")]
    OtherNonce,
    /// The token's signature does not belong to it.
    #[error("the token's signature is wrong: {why}")]
    Signature {
        /// Which part does not fit.
        why: &'static str,
    },
    /// The certificate may not sign timestamps: RFC 3161 §2.3 asks for that one use, marked critical.
    #[error("the token's certificate is not for timestamps alone")]
    Usage,
    /// The certificate had not begun or had ended at the time that counts.
    #[error("the token's certificate was not valid at {at}")]
    Expired {
        /// The time that counts, RFC 3339.
        at: String,
    },
    /// The certificate does not lead to a trusted root.
    #[error("the token's certificate does not lead to a trusted root: {why}")]
    Chain {
        /// What the chain breaks at.
        why: String,
    },
    /// A root is no certificate.
    #[error("a root certificate cannot be read")]
    RootUnreadable,
}

/// What a checked token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timestamp {
    /// The authority's time: what was hashed existed then.
    pub at: DateTime<Utc>,
    /// How far that may be off, in milliseconds; `None` where the authority does not say.
    pub accuracy_ms: Option<u64>,
    /// The policy it was made under, as dotted numbers.
    pub policy: String,
    /// Its number with that authority, in hexadecimal digits.
    pub serial: String,
    /// The subject of the certificate that signed, as `CN=…, O=…`.
    pub authority: String,
    /// SHA-256 of that certificate, in hexadecimal digits.
    pub certificate_sha256: String,
    /// SHA-256 of the root that it leads to, in hexadecimal digits.
    pub root_sha256: String,
}

/// What a token must answer to be taken.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The SHA-256 that was sent.
    pub digest: &'a [u8; 32],
    /// The nonce that was sent; `None` where it is not known any more, as in a pack.
    pub nonce: Option<&'a [u8]>,
    /// Trusted roots, each a certificate in DER.
    pub roots: &'a [Vec<u8>],
    /// When the certificate must have been valid besides the token's own time: now, for an answer that has just come.
    pub now: Option<DateTime<Utc>>,
}

/// A request in DER for a timestamp on this SHA-256, asking for the certificate to come along.
///
/// The nonce should be eight or more bytes of chance; it ties the answer to this request.
#[must_use]
pub fn request(digest: &[u8; 32], nonce: &[u8]) -> Vec<u8> {
    let algorithm = wrap(SEQUENCE, &[&wrap(OID, &[SHA256]), &[0x05, 0x00]]);
    let imprint = wrap(SEQUENCE, &[&algorithm, &wrap(OCTETS, &[digest])]);
    let version = wrap(INTEGER, &[&[1]]);
    let with_certificate = wrap(BOOLEAN, &[&[0xFF]]);
    wrap(
        SEQUENCE,
        &[&version, &imprint, &unsigned(nonce), &with_certificate],
    )
}

/// Checks an answer or a bare token and says what it proves.
///
/// # Errors
///
/// [`TimestampError`], by what is wrong first.
pub fn verify(bytes: &[u8], wanted: &Wanted<'_>) -> Result<Timestamp, TimestampError> {
    let token = token_of(bytes)?;
    let signed = cms::read(token)?;
    let info = info::read(signed.content)?;
    if info.digest != wanted.digest {
        return Err(TimestampError::OtherDigest);
    }
    if let Some(nonce) = wanted.nonce
        && info.nonce != Some(unsigned(nonce).as_slice())
    {
        return Err(TimestampError::OtherNonce);
    }
    let signer = cms::check(&signed)?;
    let root_sha256 = chain::check(&signer, &signed.certificates, &info.at, wanted)?;
    Ok(Timestamp {
        at: info.at,
        accuracy_ms: info.accuracy_ms,
        policy: info.policy,
        serial: info.serial,
        authority: signer.subject,
        certificate_sha256: hex::encode(Sha256::digest(signer.der)),
        root_sha256,
    })
}

/// The token in an answer, or the bytes themselves where they are a bare token: what lies within the outer bytes.
///
/// # Errors
///
/// [`TimestampError::Malformed`], or [`TimestampError::Refused`] where the authority said no.
pub fn token_of(bytes: &[u8]) -> Result<&[u8], TimestampError> {
    if bytes.len() > MOST_BYTES {
        return Err(malformed("it is too long"));
    }
    let mut outer = Reader::new(bytes);
    let whole = outer.one(SEQUENCE)?;
    outer.end()?;
    let mut inside = whole.inside();
    // A token begins with the type of its content, an answer with its status.
    if inside.maybe(OID)?.is_some() {
        return Ok(whole.whole);
    }
    let mut info = inside.one(SEQUENCE)?.inside();
    let status = small(&info.one(INTEGER)?)?;
    // 0 granted, 1 granted with changes.
    if status > 1 {
        let mut text = String::new();
        if let Some(words) = info.maybe(SEQUENCE)?
            && let Ok(first) = words.inside().any()
        {
            text = String::from_utf8_lossy(first.body)
                .chars()
                .filter(|c| !c.is_control())
                .take(200)
                .collect();
        }
        return Err(TimestampError::Refused { status, text });
    }
    let token = inside.one(SEQUENCE)?;
    inside.end()?;
    Ok(token.whole)
}

/// A token as the answer that carried it, in its one plainest form: what `openssl ts -verify -in` reads, and what a pack
/// keeps.
#[must_use]
pub fn response_of(token: &[u8]) -> Vec<u8> {
    let granted = wrap(SEQUENCE, &[&wrap(INTEGER, &[&[0]])]);
    wrap(SEQUENCE, &[&granted, token])
}

/// The certificates in a text of PEM, each in DER: how a root comes from its owner's web page.
///
/// # Errors
///
/// [`TimestampError::RootUnreadable`] if there is none, or one cannot be read.
pub fn roots_of_pem(pem: &str) -> Result<Vec<Vec<u8>>, TimestampError> {
    let unreadable = |_| TimestampError::RootUnreadable;
    let roots: Vec<Vec<u8>> = CertificateDer::pem_slice_iter(pem.as_bytes())
        .map(|read| read.map(|der| der.to_vec()).map_err(unreadable))
        .collect::<Result<_, _>>()?;
    if roots.is_empty() {
        return Err(TimestampError::RootUnreadable);
    }
    for root in &roots {
        let der = CertificateDer::from(root.as_slice());
        webpki::anchor_from_trusted_cert(&der).map_err(|_| TimestampError::RootUnreadable)?;
    }
    Ok(roots)
}
