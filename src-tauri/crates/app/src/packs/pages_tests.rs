use std::io::Write;

use super::*;

fn packed(objects: &str) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(objects.as_bytes()).unwrap();
    let mut pdf =
        b"%PDF-1.7\n4 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode>>stream\r\n".to_vec();
    pdf.extend(packer.finish().unwrap());
    pdf.extend(b"\nendstream endobj");
    pdf
}

#[test]
fn pages_are_counted_by_the_root_of_the_tree() {
    let check = |pdf: &[u8], expected: Option<u32>| {
        assert_eq!(count(pdf), expected, "{}", String::from_utf8_lossy(pdf));
    };
    check(b"", None);
    check(b"%PDF-1.4", None);
    check(b"1 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj", Some(1));
    check(
        b"1 0 obj\n<<\n/Count 12\n/Kids [ 2 0 R ]\n/Type /Pages\n>>",
        Some(12),
    );
    // A node below the root, an outline with a number of its own, a dictionary within.
    check(
        b"<</Type/Pages/Count 3>> <</Type/Pages/Count 20/Kids[]>> <</Type/Outlines/Count 99>>",
        Some(20),
    );
    check(
        b"<</Resources<</Font<</F 1 0 R>>>>/Type/Pages/MediaBox[0 0 1 1]/R<</Count 7>>/Count 2>>",
        Some(7),
    );
    check(b"<</A<</Count 5>>/Type/Pages", Some(5));
    // Not the type of a node.
    check(b"<</Type/Catalog/Pages 2 0 R/Count 4>>", None);
    check(b"<</Type/PagesX/Count 4>>", None);
    check(b"<</Type/Pages/Count x>>", None);
    check(b"/Type/Pages/Count 99999999999", None);
    check(
        &packed("1 0 2 20 <</Type/Pages/Kids[1 0 R]/Count 8>>"),
        Some(8),
    );
    // The word alone is no stream, and of one stream it may stand several times.
    check(
        &[
            &b"/ObjStm "[..],
            &packed("<</Type/Pages/Count 8>>"),
            &packed("<</Type/Pages/Count 9>>"),
        ]
        .concat(),
        Some(9),
    );
    check(b"/ObjStm", None);
    check(b"/ObjStm stream\nnot packed at all", None);
}
