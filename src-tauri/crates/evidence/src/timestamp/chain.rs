//! The authority's certificate: what it is for, when it was valid, and where it leads.

use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use rustls_pki_types::{CertificateDer, UnixTime};
use sha2::{Digest, Sha256};
use webpki::{EndEntityCert, KeyUsage};

use super::cms::Signer;
use super::der::{BOOLEAN, CONTEXT, INTEGER, OCTETS, OID, Reader, SEQUENCE, SET, malformed, wrap};
use super::{TimestampError, Wanted};

/// 2.5.29.37, the uses of a key, and 1.3.6.1.5.5.7.3.8, timestamps.
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1D, 0x25];
const TIME_STAMPING: &[u8] = &[0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x08];

/// The SHA-256 of the root that the signer leads to, after every link has been checked.
pub(super) fn check(
    signer: &Signer<'_>,
    certificates: &[&[u8]],
    at: &DateTime<Utc>,
    wanted: &Wanted<'_>,
) -> Result<String, TimestampError> {
    for_timestamps_alone(signer.der)?;
    let roots: Vec<CertificateDer<'_>> = wanted
        .roots
        .iter()
        .map(|root| CertificateDer::from(root.as_slice()))
        .collect();
    let others: Vec<CertificateDer<'_>> = certificates
        .iter()
        .map(|der| CertificateDer::from(*der))
        .collect();
    let der = CertificateDer::from(signer.der);
    let mut leads_to = None;
    // Each root by itself, so that the answer can name the one that was reached.
    let mut why = webpki::Error::UnknownIssuer;
    for root in &roots {
        let anchor =
            webpki::anchor_from_trusted_cert(root).map_err(|_| TimestampError::RootUnreadable)?;
        let anchors = [anchor];
        let times = [Some(at), wanted.now.as_ref()];
        let checked = times.into_iter().flatten().try_for_each(|time| {
            let seconds = u64::try_from(time.timestamp()).unwrap_or(0);
            EndEntityCert::try_from(&der)?
                .verify_for_usage(
                    webpki::ALL_VERIFICATION_ALGS,
                    &anchors,
                    &others,
                    UnixTime::since_unix_epoch(Duration::from_secs(seconds)),
                    KeyUsage::required(TIME_STAMPING),
                    None,
                    None,
                )
                .map(|_| ())
        });
        match checked {
            Ok(()) => {
                leads_to = Some(hex::encode(Sha256::digest(root)));
                break;
            }
            // "No such issuer" says least; keep whatever a nearer root said.
            Err(webpki::Error::UnknownIssuer) => {}
            Err(error) => why = error,
        }
    }
    leads_to.ok_or_else(|| match why {
        webpki::Error::CertExpired { .. } | webpki::Error::CertNotValidYet { .. } => {
            TimestampError::Expired {
                at: wanted
                    .now
                    .filter(|now| now > at)
                    .unwrap_or(*at)
                    .to_rfc3339_opts(SecondsFormat::Secs, true),
            }
        }
        other => TimestampError::Chain {
            why: other.to_string(),
        },
    })
}

/// RFC 3161 §2.3: the certificate has the extension of uses, critical, and in it timestamps alone.
fn for_timestamps_alone(der: &[u8]) -> Result<(), TimestampError> {
    let mut fields = fields(der)?;
    let mut extensions = None;
    while !fields.is_empty() {
        let field = fields.any()?;
        if field.tag == CONTEXT + 3 {
            extensions = Some(field.inside().one(SEQUENCE)?.inside());
        }
    }
    let mut extensions = extensions.ok_or(TimestampError::Usage)?;
    while !extensions.is_empty() {
        let mut extension = extensions.one(SEQUENCE)?.inside();
        if extension.one(OID)?.body != EXTENDED_KEY_USAGE {
            continue;
        }
        let critical = extension
            .maybe(BOOLEAN)?
            .is_some_and(|flag| flag.body == [0xFF]);
        let mut uses = Reader::new(extension.one(OCTETS)?.body)
            .one(SEQUENCE)?
            .inside();
        let only = uses.one(OID)?.body == TIME_STAMPING && uses.is_empty();
        return if critical && only {
            Ok(())
        } else {
            Err(TimestampError::Usage)
        };
    }
    Err(TimestampError::Usage)
}

/// The subject as `CN=…, O=…`, a name for people; and issuer and number as CMS names a certificate by them.
pub(super) fn names(der: &[u8]) -> Result<(String, Vec<u8>), TimestampError> {
    let mut fields = fields(der)?;
    fields.maybe(CONTEXT)?;
    let number = fields.one(INTEGER)?;
    fields.one(SEQUENCE)?;
    let issuer = fields.one(SEQUENCE)?;
    let named = wrap(SEQUENCE, &[issuer.whole, number.whole]);
    // The validity.
    fields.one(SEQUENCE)?;
    let mut names = fields.one(SEQUENCE)?.inside();
    let mut parts = Vec::new();
    while !names.is_empty() {
        let mut name = names.one(SET)?.inside().one(SEQUENCE)?.inside();
        let label = match name.one(OID)?.body {
            [0x55, 0x04, 0x03] => "CN",
            [0x55, 0x04, 0x06] => "C",
            [0x55, 0x04, 0x0A] => "O",
            [0x55, 0x04, 0x0B] => "OU",
            _ => continue,
        };
        let text: String = String::from_utf8_lossy(name.any()?.body)
            .chars()
            .filter(|c| !c.is_control())
            .take(100)
            .collect();
        parts.push(format!("{label}={text}"));
    }
    Ok((parts.join(", "), named))
}

/// The fields of the part of a certificate that is signed.
fn fields(der: &[u8]) -> Result<Reader<'_>, TimestampError> {
    let mut outer = Reader::new(der);
    let mut certificate = outer.one(SEQUENCE)?.inside();
    let signed = certificate.one(SEQUENCE)?.inside();
    if outer.is_empty() {
        Ok(signed)
    } else {
        Err(malformed("its certificate cannot be read"))
    }
}
