//! Which way up: from a pixel of the upright picture to the pixel as it is stored.
//!
//! Nothing is turned in memory. Whoever writes the upright picture asks for it a strip at a time.

use crate::decode::Pixels;

/// How a picture is stored, 1 to 8 as EXIF counts (Exif 3.0, 4.6.5, tag 0x0112).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orientation {
    /// Across and down are exchanged.
    swapped: bool,
    /// The stored picture is then read from its right side.
    from_right: bool,
    /// The stored picture is then read from its bottom.
    from_bottom: bool,
}

impl Orientation {
    /// By EXIF's number; what is none counts as upright.
    pub fn new(number: u8) -> Orientation {
        let (swapped, from_right, from_bottom) = match number {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, false, true),
            7 => (true, true, true),
            8 => (true, true, false),
            _ => (false, false, false),
        };
        Orientation {
            swapped,
            from_right,
            from_bottom,
        }
    }

    /// Width and height once upright, of what is stored as so wide and so high.
    pub fn size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swapped {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// Where the pixel (x, y) of the upright picture is stored.
    pub fn stored(self, pixels: &Pixels, (x, y): (u32, u32)) -> (u32, u32) {
        let (x, y) = if self.swapped { (y, x) } else { (x, y) };
        let x = if self.from_right {
            pixels.width - 1 - x
        } else {
            x
        };
        let y = if self.from_bottom {
            pixels.height - 1 - y
        } else {
            y
        };
        (x, y)
    }

    /// Copies rows of the upright picture, from row `top`, into `strip`, each row `stride` bytes behind the one before.
    pub fn copy_rows(self, pixels: &Pixels, top: u32, rows: u32, strip: &mut [u8], stride: usize) {
        let channels = pixels.channels;
        let (width, _) = self.size(pixels.width, pixels.height);
        let from = |x: u32, y: u32| {
            let (x, y) = self.stored(pixels, (x, y));
            (y as usize * pixels.width as usize + x as usize) * channels
        };
        let row_bytes = width as usize * channels;
        if !self.swapped && !self.from_right {
            for row in 0..rows {
                let (at, to) = (from(0, top + row), row as usize * stride);
                strip[to..to + row_bytes].copy_from_slice(&pixels.data[at..at + row_bytes]);
            }
            return;
        }
        // Column by column: when across and down are exchanged, neighbours in a column are neighbours in memory.
        for x in 0..width {
            for row in 0..rows {
                let (at, to) = (
                    from(x, top + row),
                    row as usize * stride + x as usize * channels,
                );
                strip[to..to + channels].copy_from_slice(&pixels.data[at..at + channels]);
            }
        }
    }
}

#[cfg(test)]
#[path = "upright_tests.rs"]
mod tests;
