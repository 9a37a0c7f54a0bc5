//! The tray's icon, drawn here: the seal with 开, and in its corner a sign for the state. The signs differ in shape and
//! colour, since some people do not see red and green, and some trays show everything in grey.

/// What the icon says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// All is checked: money can be taken. A round tick.
    Ready,
    /// There is something to check. A round sign with three dots.
    Left,
    /// Late, or money cannot be taken in every way. A triangle with a stroke.
    Alert,
    /// The shop is closed today: the seal is only an outline.
    Closed,
}

/// A picture in rows from the top, four bytes for each dot: opacity, red, green, blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) side: u16,
    pub(crate) argb: Vec<u8>,
}

type Colour = [u8; 3];
const SEAL: Colour = [0xb8, 0x32, 0x1f];
const ON_SEAL: Colour = [0xff, 0xf6, 0xea];
const GREY: Colour = [0x8c, 0x86, 0x80];
const GREEN: Colour = [0x1f, 0x7a, 0x4d];
const BLUE: Colour = [0x2b, 0x5f, 0x9e];
const YELLOW: Colour = [0xff, 0xc1, 0x2e];
const INK: Colour = [0x22, 0x1f, 0x1b];

type Point = (f32, f32);

/// A shape on a sheet whose sides are 1 long.
enum Shape {
    /// Corners of this radius, this far from the sheet's edge.
    Square {
        edge: f32,
        radius: f32,
    },
    Disc {
        at: Point,
        radius: f32,
    },
    Triangle([Point; 3]),
    Line {
        points: &'static [Point],
        width: f32,
    },
}

/// A shape and its colour; without one it cuts a hole into what is below.
type Layer = (Shape, Option<Colour>);

/// 开 in five strokes, between the seal's edges.
const KAI: [&[Point]; 4] = [
    &[(0.26, 0.27), (0.74, 0.27)],
    &[(0.20, 0.50), (0.80, 0.50)],
    &[(0.39, 0.27), (0.39, 0.55), (0.34, 0.70), (0.24, 0.80)],
    &[(0.62, 0.27), (0.62, 0.82)],
];
const CORNER: Point = (0.73, 0.73);

/// Draws the icon `side` dots wide and high.
pub(crate) fn draw(sign: Sign, side: u16) -> Picture {
    let layers = layers(sign);
    let mut argb = Vec::with_capacity(usize::from(side) * usize::from(side) * 4);
    for y in 0..side {
        for x in 0..side {
            argb.extend(dot(&layers, side, x, y));
        }
    }
    Picture { side, argb }
}

fn layers(sign: Sign) -> Vec<Layer> {
    let square = |edge, radius| Shape::Square { edge, radius };
    let disc = |radius| Shape::Disc { at: CORNER, radius };
    let kai = |colour| {
        KAI.map(|points| {
            (
                Shape::Line {
                    points,
                    width: 0.085,
                },
                Some(colour),
            )
        })
    };
    let triangle = |reach: f32| {
        let (x, y) = (0.70, 0.76);
        Shape::Triangle([
            (x, y - reach),
            (x - reach, y + 0.8 * reach),
            (x + reach, y + 0.8 * reach),
        ])
    };
    let mut layers = vec![(square(0.02, 0.2), Some(SEAL))];
    match sign {
        Sign::Closed => {
            layers = vec![(square(0.02, 0.2), Some(GREY)), (square(0.11, 0.12), None)];
            layers.extend(kai(GREY));
        }
        Sign::Ready => {
            const TICK: &[Point] = &[(0.60, 0.74), (0.70, 0.84), (0.87, 0.62)];
            layers.extend(kai(ON_SEAL));
            layers.extend([(disc(0.34), None), (disc(0.27), Some(GREEN))]);
            layers.push((
                Shape::Line {
                    points: TICK,
                    width: 0.09,
                },
                Some(ON_SEAL),
            ));
        }
        Sign::Left => {
            layers.extend(kai(ON_SEAL));
            layers.extend([(disc(0.34), None), (disc(0.27), Some(BLUE))]);
            layers.extend([0.58, 0.73, 0.88].map(|x| {
                let at = (x, CORNER.1);
                (Shape::Disc { at, radius: 0.055 }, Some(ON_SEAL))
            }));
        }
        Sign::Alert => {
            const STROKE: &[Point] = &[(0.70, 0.62), (0.70, 0.78)];
            layers.extend(kai(ON_SEAL));
            layers.extend([(triangle(0.42), None), (triangle(0.29), Some(YELLOW))]);
            layers.push((
                Shape::Line {
                    points: STROKE,
                    width: 0.08,
                },
                Some(INK),
            ));
            layers.push((
                Shape::Disc {
                    at: (0.70, 0.90),
                    radius: 0.05,
                },
                Some(INK),
            ));
        }
    }
    layers
}

/// One dot, from sixteen samples, so that edges are smooth.
fn dot(layers: &[Layer], side: u16, x: u16, y: u16) -> [u8; 4] {
    const GRID: u16 = 4;
    let mut sums = [0_u32; 4];
    for sample in 0..GRID * GRID {
        let place = |whole: u16, part: u16| {
            (f32::from(whole) + (f32::from(part) + 0.5) / f32::from(GRID)) / f32::from(side)
        };
        let at = (place(x, sample % GRID), place(y, sample / GRID));
        let top = layers.iter().rev().find(|(shape, _)| shape.covers(at));
        if let Some((_, Some(colour))) = top {
            sums[0] += 1;
            for (sum, part) in sums[1..].iter_mut().zip(colour) {
                *sum += u32::from(*part);
            }
        }
    }
    let covered = sums[0].max(1);
    let part = |sum: u32| u8::try_from(sum / covered).unwrap_or(u8::MAX);
    let opacity = sums[0] * 255 / u32::from(GRID * GRID);
    [
        u8::try_from(opacity).unwrap_or(u8::MAX),
        part(sums[1]),
        part(sums[2]),
        part(sums[3]),
    ]
}

impl Shape {
    fn covers(&self, at: Point) -> bool {
        match self {
            Self::Square { edge, radius } => {
                // How far the point lies outside the square that is smaller by the corners' radius.
                let beyond = |v: f32| ((v - 0.5).abs() - (0.5 - edge - radius)).max(0.0);
                beyond(at.0).hypot(beyond(at.1)) <= *radius
            }
            Self::Disc { at: middle, radius } => distance(at, *middle) <= *radius,
            Self::Triangle([a, b, c]) => {
                let side =
                    |p: &Point, q: &Point| (q.0 - p.0) * (at.1 - p.1) - (q.1 - p.1) * (at.0 - p.0);
                let sides = [side(a, b), side(b, c), side(c, a)];
                sides.iter().all(|s| *s >= 0.0) || sides.iter().all(|s| *s <= 0.0)
            }
            Self::Line { points, width } => points
                .iter()
                .zip(points.iter().skip(1))
                .any(|(from, to)| distance(at, nearest(at, *from, *to)) <= width / 2.0),
        }
    }
}

fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The point between two others that is nearest to `at`.
fn nearest(at: Point, from: Point, to: Point) -> Point {
    let along = (to.0 - from.0, to.1 - from.1);
    let length = along.0 * along.0 + along.1 * along.1;
    let part = ((at.0 - from.0) * along.0 + (at.1 - from.1) * along.1) / length;
    let part = part.clamp(0.0, 1.0);
    (from.0 + part * along.0, from.1 + part * along.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Sign; 4] = [Sign::Ready, Sign::Left, Sign::Alert, Sign::Closed];

    /// The share of dots that differ clearly in brightness or opacity between two pictures.
    fn difference(one: &Picture, two: &Picture) -> f32 {
        let light = |dot: &[u8]| {
            let sum: u32 = dot[1..].iter().map(|part| u32::from(*part)).sum();
            sum * u32::from(dot[0]) / 255 / 3
        };
        let dots = one.argb.chunks_exact(4).zip(two.argb.chunks_exact(4));
        let apart =
            dots.filter(|(a, b)| light(a).abs_diff(light(b)) > 40 || a[0].abs_diff(b[0]) > 100);
        apart.count() as f32 / (one.argb.len() / 4) as f32
    }

    #[test]
    fn every_state_looks_different_even_without_colour() {
        for side in [16, 22, 24, 32, 48] {
            for (at, one) in ALL.into_iter().enumerate() {
                let picture = draw(one, side);
                assert_eq!(
                    picture.argb.len(),
                    usize::from(side) * usize::from(side) * 4
                );
                for two in &ALL[at + 1..] {
                    let apart = difference(&picture, &draw(*two, side));
                    assert!(apart > 0.05, "{one:?} and {two:?} at {side}: {apart}");
                }
            }
        }
    }

    #[test]
    fn the_corners_are_clear_and_the_seal_is_red() {
        let picture = draw(Sign::Ready, 48);
        assert_eq!(picture.argb[0], 0, "the sheet's corner is clear");
        let at = (4 * 48 + 24) * 4;
        assert_eq!(picture.argb[at..at + 4], [255, SEAL[0], SEAL[1], SEAL[2]]);
    }
}
