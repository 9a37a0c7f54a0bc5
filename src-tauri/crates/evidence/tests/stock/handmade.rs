//! Zips put together by hand, so that they can say whatever no packer would.

use kaizhang_evidence::read::NotAPack;
use kaizhang_evidence::verify::{Report, Wanted, verify};
use tempfile::TempDir;

use crate::sample::keep;

/// One row of such a zip.
#[derive(Clone)]
pub struct Row {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub packed: Vec<u8>,
    pub bytes: u32,
    pub crc: u32,
    pub attributes: u32,
    /// What the header before the file calls it, where that is another name.
    pub local_name: Option<Vec<u8>>,
    /// Extra fields of its row in the directory, and of the header before it.
    pub extra: Vec<u8>,
    pub local_extra: Vec<u8>,
    pub remark: Vec<u8>,
    /// What stands between its bytes and the next header; its sizes are left out before them then.
    pub behind: Option<Vec<u8>>,
    /// Whether both sizes are full, so that the longer ones of an extra field count.
    pub long: bool,
}

pub fn row(name: &str, bytes: &[u8]) -> Row {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    Row {
        name: name.as_bytes().to_vec(),
        flags: 0x0800,
        method: 0,
        packed: bytes.to_vec(),
        bytes: bytes.len() as u32,
        crc: crc.sum(),
        attributes: 0o100_644 << 16,
        local_name: None,
        extra: Vec::new(),
        local_extra: Vec::new(),
        remark: Vec::new(),
        behind: None,
        long: false,
    }
}

pub fn bagit() -> Row {
    row(
        "bag/bagit.txt",
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    )
}

/// One extra field.
pub fn field(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = body.len() as u16;
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

/// What a row and the header before it say alike.
fn said(row: &Row, name: &[u8], extra: &[u8], sizes: (u32, u32, u32)) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(row.flags.to_le_bytes());
    out.extend(row.method.to_le_bytes());
    out.extend(0x5A21_0000u32.to_le_bytes());
    for size in [sizes.0, sizes.1, sizes.2] {
        out.extend(size.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    out.extend((extra.len() as u16).to_le_bytes());
    out
}

pub fn zip(rows: &[Row]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for row in rows {
        let offset = zip.len() as u32;
        let sizes = match row.long {
            true => (row.crc, u32::MAX, u32::MAX),
            false => (row.crc, row.packed.len() as u32, row.bytes),
        };
        let before = match (&row.behind, row.long) {
            (Some(_), false) => (0, 0, 0),
            _ => sizes,
        };
        let local_name = row.local_name.as_ref().unwrap_or(&row.name);
        zip.extend(b"PK\x03\x04\x14\x00");
        zip.extend(said(row, local_name, &row.local_extra, before));
        zip.extend(local_name);
        zip.extend(&row.local_extra);
        zip.extend(&row.packed);
        zip.extend(row.behind.iter().flatten());
        directory.extend(b"PK\x01\x02\x14\x03\x14\x00");
        directory.extend(said(row, &row.name, &row.extra, sizes));
        directory.extend((row.remark.len() as u16).to_le_bytes());
        directory.extend([0; 4]);
        directory.extend(row.attributes.to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(&row.name);
        directory.extend(&row.extra);
        directory.extend(&row.remark);
    }
    let at = zip.len() as u32;
    zip.extend(&directory);
    end(&mut zip, rows.len() as u16, directory.len() as u32, at);
    zip
}

pub fn end(zip: &mut Vec<u8>, count: u16, size: u32, at: u32) {
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend(count.to_le_bytes());
    zip.extend(count.to_le_bytes());
    zip.extend(size.to_le_bytes());
    zip.extend(at.to_le_bytes());
    zip.extend(0u16.to_le_bytes());
}

/// The zip with a remark at its end.
pub fn remarked(mut zip: Vec<u8>, remark: &[u8]) -> Vec<u8> {
    let at = zip.len() - 2;
    zip[at..].copy_from_slice(&(remark.len() as u16).to_le_bytes());
    zip.extend(remark);
    zip
}

pub fn read(zip: &[u8]) -> Result<Report, NotAPack> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pack.zip");
    keep(&path, zip);
    verify(&path, &Wanted::default(), &|_, _| true)
}

#[track_caller]
pub fn refused(zip: &[u8], why: &str) {
    match read(zip) {
        Err(no) => assert!(no.to_string().contains(why), "{no} is not {why}"),
        Ok(report) => panic!("read, with {:?}", report.defects),
    }
}
