//! A third party's time on a pack: the owner's timestamp service, where one is set up, and the roots by which a stranger
//! checks its tokens. A service that is down costs the pack its time and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kaizhang_evidence::pack::{Anchor, Log};
use kaizhang_evidence::timestamp::{self, Wanted};
use kaizhang_store::View;
use sha2::{Digest, Sha256};

use crate::Refusal;
use crate::app::Desk;
use crate::timestamps::{self, Service};

/// So many of the newest stamps are tried before an epoch goes without.
const MOST_STAMPS: u32 = 20;

pub(super) struct Clock<'a> {
    desk: &'a Desk,
    service: Option<Service>,
    /// Roots that are trusted here, in DER: those that the owner named for a service, then and now, and the public ones.
    trusted: Vec<Vec<u8>>,
    /// Those of them that something in the pack leads to.
    used: Vec<Vec<u8>>,
}

impl<'a> Clock<'a> {
    pub(super) fn of(view: &View<'_>, desk: &'a Desk) -> Result<Clock<'a>, Refusal> {
        let service = timestamps::load(view)?;
        let own = timestamps::own_roots(view)?;
        let own = own
            .iter()
            .filter_map(|pem| timestamp::roots_of_pem(pem).ok());
        let mut trusted: Vec<Vec<u8>> = own.flatten().collect();
        trusted.extend(kaizhang_alert::public_roots());
        Ok(Clock {
            desk,
            service,
            trusted,
            used: Vec::new(),
        })
    }

    pub(super) fn is_set(&self) -> bool {
        self.service.is_some()
    }

    /// The newest stamp of an epoch as a pack carries it, if a stranger can check it: which root it leads to must be known.
    pub(super) fn anchor(
        &mut self,
        view: &View<'_>,
        epoch: u32,
        size: u64,
    ) -> Result<Option<Anchor>, Refusal> {
        let mut within = size;
        for _ in 0..MOST_STAMPS {
            let Some(stamped) = view.newest_stamp_within(epoch, within)? else {
                break;
            };
            let covered = stamped.covered.size;
            let digest = Sha256::digest(&stamped.note).into();
            let token = STANDARD.decode(&stamped.token);
            if let Ok(token) = token
                && self.leads_somewhere(&token, &digest)
            {
                return Ok(Some(Anchor {
                    proof: view.growth_proof(epoch, covered, size)?,
                    checkpoint: stamped.note,
                    token: timestamp::response_of(&token),
                }));
            }
            within = covered.saturating_sub(1);
        }
        Ok(None)
    }

    /// The roots of everything that is in the pack or will come into it, as PEM. The token on the pack itself comes last,
    /// when this is signed already; so the service is asked once before, about the newest checkpoint.
    pub(super) fn roots(&mut self, logs: &[Log]) -> String {
        if let (Some(service), Some(log)) = (&self.service, logs.first()) {
            let digest = Sha256::digest(&log.checkpoint).into();
            match timestamps::ask(self.desk, service, &digest) {
                Ok((_, token)) => {
                    self.leads_somewhere(&token, &digest);
                }
                // It would not answer about the pack either.
                Err(_) => self.service = None,
            }
        }
        self.used.iter().map(|root| pem(root)).collect()
    }

    /// The token on a pack; `None` without a service that answers.
    pub(super) fn stamp(&mut self, digest: &[u8; 32]) -> Option<Vec<u8>> {
        let service = self.service.as_ref()?;
        let (_, token) = timestamps::ask(self.desk, service, digest).ok()?;
        self.used_root(&token, digest)
            .is_some_and(|root| self.used.contains(root))
            .then(|| timestamp::response_of(&token))
    }

    fn used_root(&self, token: &[u8], digest: &[u8; 32]) -> Option<&Vec<u8>> {
        let wanted = Wanted {
            digest,
            nonce: None,
            roots: &self.trusted,
            now: None,
        };
        let stamp = timestamp::verify(token, &wanted).ok()?;
        let named = |root: &&Vec<u8>| hex(root) == stamp.root_sha256;
        self.trusted.iter().find(named)
    }

    fn leads_somewhere(&mut self, token: &[u8], digest: &[u8; 32]) -> bool {
        let Some(root) = self.used_root(token, digest).cloned() else {
            return false;
        };
        if !self.used.contains(&root) {
            self.used.push(root);
        }
        true
    }
}

fn hex(root: &[u8]) -> String {
    kaizhang_ledger::Hash(Sha256::digest(root).into()).to_string()
}

/// A certificate as PEM (RFC 7468).
fn pem(der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let mut text = String::from("-----BEGIN CERTIFICATE-----\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at(rest.len().min(64));
        text.push_str(line);
        text.push('\n');
        rest = more;
    }
    text.push_str("-----END CERTIFICATE-----\n");
    text
}
