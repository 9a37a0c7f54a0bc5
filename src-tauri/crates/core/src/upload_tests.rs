use super::*;

const KB: u64 = 1_000;
const MB: u64 = 1_000_000;

fn profile(id: &str) -> &'static Profile {
    let all = &profiles().profiles;
    all.iter().find(|one| one.id == id).unwrap()
}

#[test]
fn the_profiles_are_whole() {
    let all = &profiles().profiles;
    let ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["mastercom", "stripe", "wechat", "generic"]);
    for one in all {
        assert!(one.takes.contains(&Form::Jpeg), "{}", one.id);
        assert!(!one.source.is_empty());
        let (stem, ending) = one.list.rsplit_once('.').unwrap();
        assert_eq!(ending, "txt");
        assert!(one.list.len() <= one.name.longest && stem.starts_with("00"));
        let plain = stem.bytes().all(|b| b.is_ascii_alphanumeric());
        assert!(plain || !one.name.only_letters_and_digits);
    }
}

#[test]
fn names_are_ascii_short_and_apart() {
    let check = |id: &str, number: usize, of: usize, called: &str, form: Form, expected: &str| {
        assert_eq!(profile(id).name(number, of, called, form), expected);
    };
    let one = |called: &str, expected: &str| check("mastercom", 1, 9, called, Form::Jpeg, expected);
    one("slip.jpg", "01slip.jpg");
    one("小票 𠮷.jpg", "01file.jpg");
    one("小票 3号机 Slip.PNG", "013slip.jpg");
    one("a very long name of a slip.jpeg", "01averylongn.jpg");
    one("../../etc/passwd", "01file.jpg");
    one("con", "01con.jpg");
    one("", "01file.jpg");
    one(".jpg", "01file.jpg");
    one("é\u{202e}gpj.exe", "01gpj.jpg");
    check("mastercom", 7, 120, "slip", Form::Pdf, "007slip.pdf");
    check("stripe", 2, 3, "Slip 1.png", Form::Png, "02-slip1.png");
    check("wechat", 2, 3, "Slip 1.webp", Form::Picture, "02-slip1.jpg");

    // Many of one name, with only case, place or what is cut off between them.
    let called = [
        "slip.jpg",
        "SLIP.jpg",
        "小票.jpg",
        "s-l-i-p.jpg",
        "小票.jpg",
    ];
    for profile in &profiles().profiles {
        let names = (1..=300).map(|at| profile.name(at, 300, called[at % 5], Form::Jpeg));
        let mut names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
        for name in &names {
            assert!(name.is_ascii() && name.len() <= profile.name.longest);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 300, "{}", profile.id);
    }
}

fn picture(form: Form, bytes: u64) -> Offer {
    Offer {
        form,
        bytes,
        pages: Some(1),
        pixels: 12 * MB,
    }
}

fn pdf(bytes: u64, pages: Option<u32>) -> Offer {
    Offer {
        form: Form::Pdf,
        bytes,
        pages,
        pixels: 0,
    }
}

/// A plan in short: the set of each file, with what it may take when it is made smaller, or why it stays at home.
fn told(plan: &Plan) -> (Vec<String>, &[Full]) {
    let step = |step: &Step| match step {
        Step::Keep { set } => set.to_string(),
        Step::Shrink { set, at_most } => format!("{set} {}k", at_most / KB),
        Step::LeaveOut(why) => format!("{why:?}"),
    };
    (plan.steps.iter().map(step).collect(), &plan.full)
}

#[test]
fn what_fits_goes_and_what_never_fits_is_named() {
    use Form::{Jpeg, Other, Picture, Png};
    let check = |id: &str, offers: &[Offer], expected: &[&str]| {
        let plan = profile(id).plan(offers);
        let (steps, full) = told(&plan);
        assert_eq!(steps, expected, "{id} {offers:?}");
        assert_eq!(full, [], "{id} {offers:?}");
    };
    check("generic", &[], &[]);
    // By kind.
    let all = [
        pdf(MB, None),
        picture(Jpeg, MB),
        picture(Png, MB),
        picture(Picture, MB),
        picture(Other, 9),
    ];
    check("generic", &all, &["1", "1", "1", "1 4000k", "Form"]);
    check("wechat", &all, &["Form", "1", "1", "1 2000k", "Form"]);
    let remade = ["PagesUnknown", "1", "1 4000k", "1 4000k", "Form"];
    check("mastercom", &all, &remade);
    // By size: exactly so much fits, a byte more does not.
    let sizes = |most: u64| [pdf(most, Some(1)), picture(Jpeg, most)];
    check("generic", &sizes(10 * MB), &["1", "1"]);
    check("generic", &sizes(10 * MB + 1), &["Large", "1 10000k"]);
    // A paper that is too large for a set of its own.
    check("mastercom", &[pdf(18 * MB, Some(1))], &["1"]);
    check("mastercom", &[pdf(18 * MB + 1, Some(1))], &["Large"]);
    // By its own pages.
    check("mastercom", &[pdf(MB, Some(19))], &["1"]);
    check("mastercom", &[pdf(MB, Some(20))], &["Pages"]);
    // What is left out takes nobody's place.
    let small = picture(Jpeg, KB);
    let mixed = [pdf(MB, Some(1)), small, small, small, small];
    check("wechat", &mixed, &["Form", "1", "1", "1", "1"]);
    // By pixels.
    let wide = Offer {
        pixels: 30 * MB,
        ..small
    };
    check("mastercom", &[wide], &["1 60k"]);
    check("generic", &[wide], &["1"]);
    // A picture that cannot be opened goes as it is or not at all.
    let damaged = |form: Form, bytes: u64| Offer {
        pixels: 0,
        ..picture(form, bytes)
    };
    let few = [
        damaged(Jpeg, 2 * MB),
        damaged(Jpeg, 2 * MB + 1),
        damaged(Picture, MB),
    ];
    check("wechat", &few, &["1", "Unreadable", "Form"]);
    // Together: papers first, then the small picture, and the large ones share what is left.
    let together = [
        pdf(8 * MB, Some(3)),
        picture(Jpeg, 9 * MB),
        picture(Jpeg, 2 * MB),
        picture(Jpeg, 7 * MB),
    ];
    check("mastercom", &together, &["1", "1 4000k", "1", "1 4000k"]);
}

#[test]
fn what_is_too_much_for_one_answer_goes_into_the_next() {
    use Form::Jpeg;
    use Full::{Files, Pages, Room};
    let check = |id: &str, offers: &[Offer], expected: &[&str], because: &[Full]| {
        let plan = profile(id).plan(offers);
        let (steps, full) = told(&plan);
        assert_eq!(steps, expected, "{id} {offers:?}");
        assert_eq!(full, because, "{id} {offers:?}");
    };
    let small = picture(Jpeg, KB);
    let large = picture(Jpeg, MB);
    // By number: the fifth begins a set, the ninth another.
    let sets = ["1", "1", "1", "1", "2", "2", "2", "2", "3"];
    check("wechat", &[small; 9], &sets, &[Files, Files]);
    check("wechat", &[small; 4], &sets[..4], &[]);
    // By pages. The order stays: the small one that would still fit in the first set goes with its neighbours.
    let papers = [pdf(MB, Some(18)), pdf(MB, Some(2)), small, pdf(9, Some(16))];
    check("mastercom", &papers, &["1", "2", "2", "2"], &[Pages]);
    let papers = [pdf(MB, Some(19)), small, pdf(MB, Some(19))];
    check("mastercom", &papers, &["1", "2", "3"], &[Pages, Pages]);
    // By room, to the byte.
    let halves = |more: u64| [pdf(9 * MB, Some(1)), pdf(9 * MB + more, Some(1))];
    check("mastercom", &halves(0), &["1", "1"], &[]);
    check("mastercom", &halves(1), &["1", "2"], &[Room]);
    // A picture gives way as long as it stays readable, and then has room again in a set of its own.
    let beside = |room: u64| [pdf(18 * MB - room, Some(3)), large, large];
    check(
        "mastercom",
        &beside(800 * KB),
        &["1", "1 400k", "1 400k"],
        &[],
    );
    check(
        "mastercom",
        &beside(799 * KB),
        &["1", "1 799k", "2"],
        &[Room],
    );
    check("mastercom", &beside(399 * KB), &["1", "2", "2"], &[Room]);
    // One that is small anyway needs no more than it has.
    let thumb = picture(Jpeg, 130 * KB);
    let beside = [pdf(18 * MB - 130 * KB, Some(3)), thumb, thumb];
    check("mastercom", &beside, &["1", "1", "2"], &[Room]);
    // What never fits parts nothing.
    let parted = [small, pdf(MB, Some(99)), pdf(19 * MB, Some(1)), small];
    check("mastercom", &parted, &["1", "Pages", "Large", "1"], &[]);
}

#[test]
fn every_file_is_in_one_set_or_left_out_and_no_set_goes_over_a_limit() {
    let mut dice: u64 = 5;
    let mut throw = |end: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (dice >> 33) % end
    };
    let forms = [Form::Jpeg, Form::Png, Form::Pdf, Form::Picture, Form::Other];
    for _ in 0..2_000 {
        let count = throw(40);
        let offers: Vec<Offer> = (0..count)
            .map(|_| Offer {
                form: forms[throw(5) as usize],
                bytes: 1 + throw(12 * MB),
                pages: [None, Some(1), Some(throw(12) as u32)][throw(3) as usize],
                pixels: throw(50 * MB),
            })
            .collect();
        for profile in &profiles().profiles {
            holds(profile, &offers);
        }
    }
}

fn holds(profile: &Profile, offers: &[Offer]) {
    let plan = profile.plan(offers);
    assert_eq!(plan.steps.len(), offers.len());
    let mut sets: Vec<(u64, usize, u32)> = Vec::new();
    for (offer, step) in offers.iter().zip(&plan.steps) {
        let (set, takes) = match *step {
            Step::Keep { set } => {
                assert!(profile.takes.contains(&offer.form));
                (set, offer.bytes)
            }
            Step::Shrink { set, at_most } => {
                let readable = READABLE.min(offer.bytes).min(profile.most());
                assert!(at_most >= readable, "{offer:?} {step:?}");
                (set, at_most)
            }
            Step::LeaveOut(why) => {
                // Alone it would be left out for the same reason.
                assert_eq!(profile.plan(&[*offer]).steps, [Step::LeaveOut(why)]);
                continue;
            }
        };
        // The order stays, and no set is empty.
        assert!(set == sets.len() || set == sets.len() + 1, "{set}");
        sets.resize(set, (0, 0, 0));
        let last = sets.last_mut().unwrap();
        assert!(profile.file_bytes.is_none_or(|most| takes <= most));
        *last = (
            last.0 + takes,
            last.1 + 1,
            last.2 + offer.pages.unwrap_or(0),
        );
    }
    assert_eq!(plan.full.len(), sets.len().saturating_sub(1));
    for (bytes, files, pages) in sets {
        assert!(profile.total_bytes.is_none_or(|most| bytes <= most));
        assert!(profile.files.is_none_or(|most| files <= most));
        assert!(profile.pages.is_none_or(|most| pages <= most));
    }
}
