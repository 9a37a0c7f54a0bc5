//! Reads web addresses and SendKeys, strictly.

use url::{Host, Url};

use crate::ChannelError;

/// Characters of an address; services use less than 300.
const URL_LIMIT: usize = 2_000;

/// One field as typed, without spaces at both ends.
pub(crate) fn field<'a>(
    name: &'static str,
    typed: &'a str,
    limit: usize,
) -> Result<&'a str, ChannelError> {
    let text = typed.trim();
    let length = text.chars().count();
    if length > limit {
        return Err(ChannelError::FieldTooLong {
            field: name,
            limit,
            length,
        });
    }
    if text.chars().any(char::is_control) {
        return Err(ChannelError::FieldHasControl { field: name });
    }
    Ok(text)
}

/// An address that may be posted to.
///
/// Letters outside ASCII are refused: no service uses them, and a mark that nobody sees and that was copied along would
/// silently become part of the key. What stands behind `#` never reaches a server and is left out.
pub(crate) fn web(typed: &str) -> Result<Url, ChannelError> {
    let url = service(typed)?;
    match url.host() {
        Some(host) if url.scheme() == "http" && !is_near(&host.to_owned()) => {
            Err(ChannelError::UrlNotHttps {
                host: host.to_string(),
            })
        }
        _ => Ok(url),
    }
}

/// The same for a service whose answers are signed, so that they need no encryption.
pub(crate) fn service(typed: &str) -> Result<Url, ChannelError> {
    let text = field("url", typed, URL_LIMIT)?;
    let unreadable = ChannelError::UrlUnreadable {};
    if !text.is_ascii() || text.contains(' ') {
        return Err(unreadable);
    }
    let mut url = Url::parse(text).map_err(|_| unreadable.clone())?;
    let Some(host) = url.host().map(|host| host.to_owned()) else {
        return Err(unreadable);
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(ChannelError::UrlHasLogin {
            host: host.to_string(),
        });
    }
    if !["https", "http"].contains(&url.scheme()) {
        return Err(unreadable);
    }
    if url.port() == Some(0) {
        return Err(ChannelError::Port { port: 0 });
    }
    url.set_fragment(None);
    // What a browser reads and what our HTTP reads differ in a few signs; both must agree before anything is stored.
    if url.as_str().parse::<ureq::http::Uri>().is_err() {
        return Err(unreadable);
    }
    Ok(url)
}

/// Whether a host is this PC or in the shop's own network. A name other than `localhost` says nothing about where it
/// leads, so it does not count.
pub(crate) fn is_near(host: &Host) -> bool {
    match host {
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        Host::Ipv6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_near(&Host::Ipv4(ip)),
            None => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
        },
    }
}

/// A ServerChan address, or the address of a bare SendKey. The two editions have keys and hosts of their own: `SCT…` is
/// Turbo; `sctp<uid>t…` is edition 3, whose host begins with the uid.
pub(crate) fn server_chan(typed: &str) -> Result<Url, ChannelError> {
    let text = field("url", typed, URL_LIMIT)?;
    if text.contains("://") {
        return web(text);
    }
    let unreadable = ChannelError::SendKeyUnreadable {};
    let address = if let Some(rest) = text.strip_prefix("sctp") {
        let (uid, tail) = rest.split_once('t').ok_or(unreadable.clone())?;
        let is_number =
            (1..=20).contains(&uid.len()) && uid.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || !is_key(tail) {
            return Err(unreadable);
        }
        format!("https://{uid}.push.ft07.com/send/{text}.send")
    } else if text.strip_prefix("SCT").is_some_and(is_key) {
        format!("https://sctapi.ftqq.com/{text}.send")
    } else {
        return Err(unreadable);
    };
    web(&address).map_err(|_| unreadable)
}

/// What follows a SendKey's prefix: letters and digits, neither a fragment of a key nor a page of text.
fn is_key(text: &str) -> bool {
    (8..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
