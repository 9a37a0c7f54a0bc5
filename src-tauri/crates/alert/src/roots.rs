//! Whom TLS trusts: Mozilla's roots and the owner's own. Made for an attempt and gone with it.

use std::sync::Arc;

use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

/// The one provider of cryptography for web and mail.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// Every root as a certificate.
pub(crate) fn certificates(extra: &[Vec<u8>]) -> impl Iterator<Item = CertificateDer<'_>> {
    let own = extra.iter().map(|der| CertificateDer::from(der.as_slice()));
    TLS_SERVER_ROOT_CERTS.iter().cloned().chain(own)
}

/// TLS for mail; the web has its own way to the same roots.
pub(crate) fn client(extra: &[Vec<u8>]) -> Result<ClientConfig, rustls::Error> {
    let mut roots = RootCertStore::empty();
    // A root that cannot be read vouches for nobody; the others stay good.
    roots.add_parsable_certificates(certificates(extra));
    Ok(ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A root that stops being readable would show as a service that nobody can reach any more.
    #[test]
    fn every_root_can_be_read() {
        let mut roots = RootCertStore::empty();
        let (good, bad) = roots.add_parsable_certificates(certificates(&[]));
        assert!(good > 100, "{good}");
        assert_eq!(bad, 0);
    }
}
