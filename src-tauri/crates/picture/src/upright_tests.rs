use super::*;

/// The eight ways to store `ab` over `cd` over `ef`, as EXIF draws them (Exif 3.0, 4.6.5, table 6).
const STORED: [(u8, u32, &[u8]); 8] = [
    (1, 2, b"abcdef"),
    (2, 2, b"badcfe"),
    (3, 2, b"fedcba"),
    (4, 2, b"efcdab"),
    (5, 3, b"acebdf"),
    (6, 3, b"bdface"),
    (7, 3, b"fdbeca"),
    (8, 3, b"ecafdb"),
];

#[test]
fn each_way_of_storing_comes_out_upright() {
    for (number, width, data) in STORED {
        for channels in [1, 3] {
            let data: Vec<u8> = data.iter().flat_map(|byte| vec![*byte; channels]).collect();
            let height = 6 / width;
            let pixels = Pixels {
                width,
                height,
                channels,
                data,
            };
            let orientation = Orientation::new(number);
            assert_eq!(orientation.size(width, height), (2, 3), "{number}");
            let stride = 2 * channels + 1;
            let mut strip = vec![b'.'; stride * 3];
            orientation.copy_rows(&pixels, 0, 1, &mut strip, stride);
            orientation.copy_rows(&pixels, 1, 2, &mut strip[stride..], stride);
            let expected = [b"ab", b"cd", b"ef"].map(|row| {
                let row: Vec<u8> = row.iter().flat_map(|byte| vec![*byte; channels]).collect();
                [row, vec![b'.']].concat()
            });
            assert_eq!(strip, expected.concat(), "{number}");
        }
    }
}

#[test]
fn a_number_that_is_none_leaves_it_as_it_is() {
    for number in [0, 9, 255] {
        assert_eq!(Orientation::new(number), Orientation::new(1));
    }
}
