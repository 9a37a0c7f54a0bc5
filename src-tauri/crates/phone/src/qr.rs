//! An address as squares for a camera.

use qrcode::{Color, EcLevel, QrCode};

/// The text does not fit into any QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too long for a QR code")]
pub struct TooLong;

/// The modules of the smallest QR code that holds `text`, row by row; `true` is dark. Of medium error correction: about a
/// seventh of it may be smudged.
///
/// The rows hold no quiet zone: draw them dark on light, in dark themes too, with four modules of light around them.
///
/// # Errors
/// [`TooLong`] beyond some 2300 characters.
pub fn qr(text: &str) -> Result<Vec<Vec<bool>>, TooLong> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
    let dark: Vec<bool> = code
        .to_colors()
        .into_iter()
        .map(|colour| colour == Color::Dark)
        .collect();
    Ok(dark.chunks(code.width()).map(<[bool]>::to_vec).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "http://192.168.100.105:41234/MZXW6YTBOIMZXW6YTBOIMZXW6Y";

    /// What a camera reads from the drawn code, and the error correction it finds.
    fn read(rows: &[Vec<bool>]) -> (String, u16) {
        const SCALE: usize = 4;
        const QUIET: usize = 4;
        let side = (rows.len() + 2 * QUIET) * SCALE;
        let dark = |x: usize, y: usize| {
            let at = |pixel: usize| (pixel / SCALE).checked_sub(QUIET);
            let row = at(y).and_then(|row| rows.get(row));
            *row.and_then(|row| at(x).and_then(|column| row.get(column)))
                .unwrap_or(&false)
        };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if dark(x, y) { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        let (meta, text) = grids[0].decode().unwrap();
        (text, meta.ecc_level)
    }

    #[test]
    fn another_reader_reads_what_was_meant() {
        let rows = qr(ADDRESS).unwrap();
        assert!(rows.iter().all(|row| row.len() == rows.len()));
        // Zero is how the format writes medium.
        assert_eq!(read(&rows), (ADDRESS.to_owned(), 0));
        let hanzi = "开张";
        assert_eq!(read(&qr(hanzi).unwrap()).0, hanzi);
    }

    #[test]
    fn capitals_keep_the_code_small() {
        // 33 modules: readable from a cheap screen at arm's length. Small letters would need 37.
        assert_eq!(qr(ADDRESS).unwrap().len(), 33);
    }

    #[test]
    fn a_smudge_does_no_harm() {
        let mut rows = qr(ADDRESS).unwrap();
        for row in &mut rows[14..18] {
            for module in &mut row[14..19] {
                *module = !*module;
            }
        }
        assert_eq!(read(&rows).0, ADDRESS);
    }

    #[test]
    fn too_long_is_said() {
        assert_eq!(qr(&"x".repeat(3000)), Err(TooLong));
    }
}
