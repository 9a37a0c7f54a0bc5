//! The signed envelope of a token (CMS SignedData, RFC 5652) and the check of its one signature.

use ring::digest;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm as Algorithm};
use webpki::EndEntityCert;
use webpki::ring as algorithms;

use super::TimestampError;
use super::der::{
    CONTEXT, INTEGER, OCTETS, OID, Reader, SEQUENCE, SET, Value, malformed, small, wrap,
};

/// 1.2.840.113549.1.7.2, 1.2.840.113549.1.9.16.1.4 and the attributes that RFC 3161 asks for.
const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
const TST_INFO: &[u8] = &[
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
];
const CONTENT_TYPE: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE: &[u8] = &[
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x0C,
];
const SIGNING_CERTIFICATE_V2: &[u8] = &[
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x2F,
];
/// More certificates no chain has; building a path over many is what an attacker would like.
const MOST_CERTIFICATES: usize = 12;

pub(super) struct Signed<'a> {
    /// The TSTInfo that is signed.
    pub(super) content: &'a [u8],
    pub(super) certificates: Vec<&'a [u8]>,
    digest: &'static digest::Algorithm,
    version: u64,
    /// By which name the signer goes outside the signature.
    name: Value<'a>,
    attributes: Value<'a>,
    algorithm: &'a [u8],
    signature: &'a [u8],
}

/// The certificate that signed.
pub(super) struct Signer<'a> {
    pub(super) der: &'a [u8],
    pub(super) subject: String,
}

pub(super) fn read(token: &[u8]) -> Result<Signed<'_>, TimestampError> {
    let mut outer = Reader::new(token).one(SEQUENCE)?.inside();
    if outer.one(OID)?.body != SIGNED_DATA {
        return Err(malformed("it is not signed data"));
    }
    let mut data = outer.one(CONTEXT)?.inside().one(SEQUENCE)?.inside();
    outer.end()?;
    // RFC 5652 §5.1: 3, for what is signed is not plain data.
    if small(&data.one(INTEGER)?)? != 3 {
        return Err(malformed("its version is not 3"));
    }
    let mut digests = data.one(SET)?.inside();
    let mut content = data.one(SEQUENCE)?.inside();
    if content.one(OID)?.body != TST_INFO {
        return Err(malformed("what is signed is not a timestamp"));
    }
    let content = content.one(CONTEXT)?.inside().one(OCTETS)?.body;
    let mut certificates = Vec::new();
    if let Some(set) = data.maybe(CONTEXT)? {
        let mut set = set.inside();
        while !set.is_empty() {
            certificates.push(set.one(SEQUENCE)?.whole);
            if certificates.len() > MOST_CERTIFICATES {
                return Err(malformed("it has too many certificates"));
            }
        }
    }
    data.maybe(CONTEXT + 1)?;
    let mut signers = data.one(SET)?.inside();
    data.end()?;
    let mut signer = signers.one(SEQUENCE)?.inside();
    // RFC 3161 §2.4.2: no signature but the authority's own.
    signers.end()?;
    let version = small(&signer.one(INTEGER)?)?;
    let name = signer.any()?;
    let hash = signer.one(SEQUENCE)?;
    let digest = digest_of(plain_algorithm(&hash)?)?;
    // Nothing outside the signature is believed, and nothing there may be altered unseen either.
    if digests.any()?.whole != hash.whole {
        return Err(malformed("it announces another hash than it uses"));
    }
    let attributes = signer.one(CONTEXT)?;
    let algorithm = signer.one(SEQUENCE)?.inside().one(OID)?.body;
    let signature = signer.one(OCTETS)?.body;
    Ok(Signed {
        content,
        certificates,
        digest,
        version,
        name,
        attributes,
        algorithm,
        signature,
    })
}

/// The certificate by which the token is signed, after the signature has been checked.
pub(super) fn check<'a>(signed: &Signed<'a>) -> Result<Signer<'a>, TimestampError> {
    let wrong = |why| TimestampError::Signature { why };
    if attribute(signed, CONTENT_TYPE)?.one(OID)?.body != TST_INFO {
        return Err(wrong("its attributes speak of another content"));
    }
    let stated = attribute(signed, MESSAGE_DIGEST)?.one(OCTETS)?.body;
    if stated != digest::digest(signed.digest, signed.content).as_ref() {
        return Err(wrong("its content has another hash than was signed"));
    }
    let der = certificate(signed)?;
    let certificate = CertificateDer::from(der);
    let certificate = EndEntityCert::try_from(&certificate)
        .map_err(|_| malformed("its certificate cannot be read"))?;
    // What is signed are the attributes as a SET, not under the tag that they are sent with.
    let message = wrap(SET, &[signed.attributes.body]);
    let fitting = candidates(signed.algorithm, signed.digest);
    if fitting.is_empty() {
        return Err(wrong("its algorithm is not one that is still trusted"));
    }
    let good = fitting.iter().any(|algorithm| {
        let checked = certificate.verify_signature(*algorithm, &message, signed.signature);
        checked.is_ok()
    });
    if !good {
        return Err(wrong("it is not by the certificate that it names"));
    }
    let (subject, names) = super::chain::names(der)?;
    // RFC 5652 §5.3: version 1 goes with issuer and number, version 3 with a key identifier.
    match (signed.version, signed.name.tag) {
        (1, SEQUENCE) if signed.name.whole == names => {}
        (3, 0x80) => {}
        _ => return Err(wrong("it goes by another name than its certificate")),
    }
    Ok(Signer { der, subject })
}

/// The certificate that the attributes name by its hash.
fn certificate<'a>(signed: &Signed<'a>) -> Result<&'a [u8], TimestampError> {
    let (algorithm, hash) = match attribute(signed, SIGNING_CERTIFICATE_V2) {
        Ok(value) => named(value, true)?,
        Err(_) => named(attribute(signed, SIGNING_CERTIFICATE)?, false)?,
    };
    let found = signed
        .certificates
        .iter()
        .find(|der| digest::digest(algorithm, der).as_ref() == hash);
    found.copied().ok_or(TimestampError::Signature {
        why: "the certificate that it names is not there",
    })
}

/// The first ESSCertID, which must be the signer's: RFC 2634 §5.4 with SHA-1, RFC 5816 with a hash of its choice.
fn named(
    mut value: Reader<'_>,
    v2: bool,
) -> Result<(&'static digest::Algorithm, &[u8]), TimestampError> {
    let mut ids = value.one(SEQUENCE)?.inside().one(SEQUENCE)?.inside();
    let mut id = ids.one(SEQUENCE)?.inside();
    let algorithm = if v2 {
        match id.maybe(SEQUENCE)? {
            Some(named) => digest_of(named.inside().one(OID)?.body)?,
            None => &digest::SHA256,
        }
    } else {
        // Here SHA-1 only chooses among the token's own certificates; the one that it chooses is verified by itself.
        &digest::SHA1_FOR_LEGACY_USE_ONLY
    };
    Ok((algorithm, id.one(OCTETS)?.body))
}

/// The one value of the attribute of this type.
fn attribute<'a>(signed: &Signed<'a>, kind: &[u8]) -> Result<Reader<'a>, TimestampError> {
    let mut all = signed.attributes.inside();
    let mut found = None;
    while !all.is_empty() {
        let mut attribute = all.one(SEQUENCE)?.inside();
        if attribute.one(OID)?.body == kind && found.replace(attribute.one(SET)?.inside()).is_some()
        {
            return Err(malformed("an attribute is there twice"));
        }
    }
    found.ok_or(malformed("an attribute is missing that RFC 3161 asks for"))
}

/// The object identifier of an algorithm that takes no parameters.
fn plain_algorithm<'a>(value: &Value<'a>) -> Result<&'a [u8], TimestampError> {
    let mut inside = value.inside();
    let oid = inside.one(OID)?.body;
    // Absent, or NULL.
    if let Some(parameters) = inside.maybe(0x05)?
        && !parameters.body.is_empty()
    {
        return Err(malformed("a hash has parameters"));
    }
    inside.end()?;
    Ok(oid)
}

fn digest_of(oid: &[u8]) -> Result<&'static digest::Algorithm, TimestampError> {
    let (&last, family) = oid.split_last().unwrap_or((&0, &[]));
    match last {
        1 if family == &super::SHA256[..8] => Ok(&digest::SHA256),
        2 if family == &super::SHA256[..8] => Ok(&digest::SHA384),
        3 if family == &super::SHA256[..8] => Ok(&digest::SHA512),
        _ => Err(malformed("its hash is not one of SHA-2")),
    }
}

/// What a signature under this name may be, the hash being the one of the attributes.
fn candidates(oid: &[u8], hash: &'static digest::Algorithm) -> Vec<&'static dyn Algorithm> {
    const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01];
    const ECDSA: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03];
    const ED25519: &[u8] = &[0x2B, 0x65, 0x70];
    let Some((&last, family)) = oid.split_last() else {
        return Vec::new();
    };
    // 256, 384 or 512.
    let bits = hash.output_len() * 8;
    match (family, last, bits) {
        // rsaEncryption leaves the hash to the field beside it.
        (RSA, 1 | 11, 256) => vec![algorithms::RSA_PKCS1_2048_8192_SHA256],
        (RSA, 1 | 12, 384) => vec![algorithms::RSA_PKCS1_2048_8192_SHA384],
        (RSA, 1 | 13, 512) => vec![algorithms::RSA_PKCS1_2048_8192_SHA512],
        (RSA, 10, 256) => vec![algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY],
        (RSA, 10, 384) => vec![algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY],
        (RSA, 10, 512) => vec![algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY],
        (ECDSA, 2, 256) => vec![algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256],
        (ECDSA, 3, 384) => vec![algorithms::ECDSA_P256_SHA384, algorithms::ECDSA_P384_SHA384],
        (ED25519, 0x70, _) => vec![algorithms::ED25519],
        _ => Vec::new(),
    }
}
