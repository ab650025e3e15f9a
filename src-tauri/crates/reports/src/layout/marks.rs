//! The marks, drawn in a box of 6.4 points around a centre. Each differs by shape, so a monochrome print keeps them
//! apart.

use super::page::{Segment, Shape};
use crate::model::Mark;
use crate::type_setting::Ink;

/// Room a mark takes before its words, gap included, for a text size of 8.5 points.
pub(crate) const ROOM: f32 = 10.3;

/// Control length of a Bezier quarter circle.
const QUARTER: f32 = 0.552_285;

/// The shapes of a mark around its centre.
pub(crate) fn shapes(mark: Mark, x: f32, y: f32) -> Vec<Shape> {
    match mark {
        Mark::Dot => vec![filled(ellipse(x, y, 2.95, 2.95), Ink::Accent)],
        Mark::Dash => {
            vec![stroked(vec![Segment::Move(x - 2.7, y), Segment::Line(x + 2.7, y)], Ink::First, 1.1)]
        }
        Mark::HalfDot => {
            vec![
                filled(right_half(x, y, 2.7), Ink::Accent),
                stroked(ellipse(x, y, 2.6, 2.6), Ink::Accent, 0.75),
            ]
        }
        Mark::DashedRing => {
            let mut ring = stroked(ellipse(x, y, 2.7, 2.7), Ink::Third, 0.65);
            // Nine dashes around the circle of 16.96 points.
            ring.dash = Some((1.05, 0.835));
            ring.round = false;
            vec![ring]
        }
        Mark::Ring => vec![stroked(ellipse(x, y, 2.6, 2.6), Ink::Second, 0.75)],
        Mark::Check => vec![stroked(
            vec![
                Segment::Move(x - 2.7, y + 0.1),
                Segment::Line(x - 0.8, y + 2.1),
                Segment::Line(x + 2.8, y - 2.2),
            ],
            Ink::Accent,
            1.15,
        )],
        Mark::Triangle => {
            vec![filled(polygon(&[(x, y - 2.9), (x + 3.2, y + 2.5), (x - 3.2, y + 2.5)]), Ink::First)]
        }
        // The bar keeps it apart from the disc, which has the same outline at this size.
        Mark::Octagon => vec![
            filled(octagon(x, y, 3.2), Ink::First),
            Shape {
                round: false,
                ..stroked(vec![Segment::Move(x - 1.8, y), Segment::Line(x + 1.8, y)], Ink::Paper, 1.2)
            },
        ],
        Mark::Square => vec![stroked(
            polygon(&[(x - 2.4, y - 2.4), (x + 2.4, y - 2.4), (x + 2.4, y + 2.4), (x - 2.4, y + 2.4)]),
            Ink::Second,
            0.8,
        )],
        Mark::Arrow => vec![stroked(
            vec![
                Segment::Move(x - 2.9, y),
                Segment::Line(x + 2.7, y),
                Segment::Move(x + 0.6, y - 2.1),
                Segment::Line(x + 2.8, y),
                Segment::Line(x + 0.6, y + 2.1),
            ],
            Ink::Accent,
            0.95,
        )],
    }
}

/// The mark of the product: three stones, lighter upwards, in a box of 13.5 by 11.5 points.
pub(crate) fn cairn(left: f32, top: f32) -> Vec<Shape> {
    let middle = left + 6.75;
    vec![
        filled(stone(middle + 0.2, top + 1.6, 2.75, 1.6), Ink::AccentPale),
        filled(stone(middle - 0.3, top + 5.3, 4.2, 1.85), Ink::AccentLight),
        filled(stone(middle, top + 9.5, 6.0, 2.1), Ink::Accent),
    ]
}

fn filled(path: Vec<Segment>, ink: Ink) -> Shape {
    Shape { path, fill: Some(ink), stroke: None, dash: None, round: false }
}

fn stroked(path: Vec<Segment>, ink: Ink, width: f32) -> Shape {
    Shape { path, fill: None, stroke: Some((ink, width)), dash: None, round: true }
}

fn polygon(points: &[(f32, f32)]) -> Vec<Segment> {
    let corners = points.iter().enumerate();
    let corners = corners.map(|(i, &(x, y))| if i == 0 { Segment::Move(x, y) } else { Segment::Line(x, y) });
    corners.chain([Segment::Close]).collect()
}

fn octagon(x: f32, y: f32, r: f32) -> Vec<Segment> {
    let c = r * 0.414_214;
    polygon(&[
        (x - c, y - r),
        (x + c, y - r),
        (x + r, y - c),
        (x + r, y + c),
        (x + c, y + r),
        (x - c, y + r),
        (x - r, y + c),
        (x - r, y - c),
    ])
}

fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Vec<Segment> {
    superellipse(x, y, rx, ry, QUARTER)
}

/// A flat, slightly squared ellipse.
fn stone(x: f32, y: f32, rx: f32, ry: f32) -> Vec<Segment> {
    superellipse(x, y, rx, ry, 0.68)
}

fn superellipse(x: f32, y: f32, rx: f32, ry: f32, k: f32) -> Vec<Segment> {
    let (kx, ky) = (rx * k, ry * k);
    vec![
        Segment::Move(x + rx, y),
        Segment::Curve([x + rx, y + ky, x + kx, y + ry, x, y + ry]),
        Segment::Curve([x - kx, y + ry, x - rx, y + ky, x - rx, y]),
        Segment::Curve([x - rx, y - ky, x - kx, y - ry, x, y - ry]),
        Segment::Curve([x + kx, y - ry, x + rx, y - ky, x + rx, y]),
        Segment::Close,
    ]
}

fn right_half(x: f32, y: f32, r: f32) -> Vec<Segment> {
    let k = r * QUARTER;
    vec![
        Segment::Move(x, y - r),
        Segment::Curve([x + k, y - r, x + r, y - k, x + r, y]),
        Segment::Curve([x + r, y + k, x + k, y + r, x, y + r]),
        Segment::Close,
    ]
}
