//! Page content: drawings as PDF operators.

use std::io::Write;

use super::Codes;
use crate::layout::{Drawing, Owner, Page, Segment, Shape};
use crate::type_setting::{Face, Ink};

/// Red, green and blue of an ink, as the operators take them.
fn rgb(ink: Ink) -> &'static str {
    match ink {
        Ink::First => "0.106 0.118 0.133",
        Ink::Reading => "0.2 0.216 0.243",
        Ink::Second => "0.29 0.314 0.345",
        Ink::Third => "0.392 0.412 0.439",
        Ink::Accent => "0.118 0.42 0.353",
        Ink::AccentLight => "0.302 0.541 0.486",
        Ink::AccentPale => "0.51 0.675 0.635",
        Ink::Rule => "0.706 0.69 0.659",
        Ink::Hairline => "0.859 0.843 0.812",
        Ink::Track => "0.937 0.925 0.902",
        Ink::Slate => "0.22 0.337 0.498",
        Ink::Paper => "1 1 1",
    }
}

/// Graphics state known to the viewer, so that nothing is said twice.
#[derive(Default)]
struct State {
    fill: Option<Ink>,
    stroke: Option<Ink>,
    font: Option<(Face, f32)>,
    width: Option<f32>,
    dash: Option<(f32, f32)>,
    round: bool,
    tracking: f32,
    in_text: bool,
}

/// The operators of a page.
pub(crate) fn write(page: &Page, codes: &Codes) -> Vec<u8> {
    let mut out = Vec::with_capacity(page.drawings.len() * 64);
    let mut state = State::default();
    for drawing in &page.drawings {
        match drawing {
            Drawing::Begin(owner) => {
                leave_text(&mut out, &mut state);
                match owner {
                    Owner::Artifact => out.extend_from_slice(b"/Artifact BMC\n"),
                    Owner::Element { tag, mcid } => {
                        push(&mut out, format_args!("/{} <</MCID {mcid}>> BDC\n", tag.name()));
                    }
                }
            }
            Drawing::End => {
                leave_text(&mut out, &mut state);
                out.extend_from_slice(b"EMC\n");
            }
            Drawing::Text { face, size, ink, x, y, tracking, glyphs } => {
                if !state.in_text {
                    out.extend_from_slice(b"BT\n");
                    state.in_text = true;
                }
                text_state(&mut out, &mut state, (*face, *size), *ink, *tracking);
                push(&mut out, format_args!("1 0 0 1 {} {} Tm\n", Number(*x), Number(page.height - y)));
                show(&mut out, *face, glyphs, codes);
            }
            Drawing::Shape(shape) => {
                leave_text(&mut out, &mut state);
                draw(&mut out, &mut state, shape, page.height);
            }
        }
    }
    leave_text(&mut out, &mut state);
    out
}

fn push(out: &mut Vec<u8>, words: std::fmt::Arguments<'_>) {
    // Writing to a vector cannot fail.
    let _ = out.write_fmt(words);
}

/// A coordinate with at most two decimals.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "positions on paper are below 10,000 points")]
        let hundredths = (self.0 * 100.0).round() as i64;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            rest if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            rest => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

fn leave_text(out: &mut Vec<u8>, state: &mut State) {
    if state.in_text {
        out.extend_from_slice(b"ET\n");
        state.in_text = false;
    }
}

#[expect(clippy::float_cmp, reason = "unchanged values are bit for bit the same")]
fn text_state(out: &mut Vec<u8>, state: &mut State, font: (Face, f32), ink: Ink, tracking: f32) {
    if state.font != Some(font) {
        push(out, format_args!("/{} {} Tf\n", font.0.resource(), Number(font.1)));
        state.font = Some(font);
    }
    if state.fill != Some(ink) {
        push(out, format_args!("{} rg\n", rgb(ink)));
        state.fill = Some(ink);
    }
    if state.tracking != tracking {
        push(out, format_args!("{} Tc\n", Number(tracking)));
        state.tracking = tracking;
    }
}

/// Shows glyphs: strings of two-byte codes, with kerning between them.
fn show(out: &mut Vec<u8>, face: Face, glyphs: &[(u16, i16)], codes: &Codes) {
    let kerned = glyphs.iter().rev().skip(1).any(|(_, kern)| *kern != 0);
    out.extend_from_slice(if kerned { b"[(" } else { b"(" });
    for (index, (glyph, kern)) in glyphs.iter().enumerate() {
        let code = codes.get(&(face, *glyph)).copied().unwrap_or(0);
        for byte in code.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
                b'\r' => out.extend_from_slice(b"\\r"),
                byte => out.push(byte),
            }
        }
        if kerned && *kern != 0 && index + 1 < glyphs.len() {
            push(out, format_args!("){}(", -i32::from(*kern)));
        }
    }
    out.extend_from_slice(if kerned { b")]TJ\n" } else { b")Tj\n" });
}

fn draw(out: &mut Vec<u8>, state: &mut State, shape: &Shape, height: f32) {
    if let Some(ink) = shape.fill
        && state.fill != Some(ink)
    {
        push(out, format_args!("{} rg\n", rgb(ink)));
        state.fill = Some(ink);
    }
    if let Some((ink, width)) = shape.stroke {
        if state.stroke != Some(ink) {
            push(out, format_args!("{} RG\n", rgb(ink)));
            state.stroke = Some(ink);
        }
        if state.width != Some(width) {
            push(out, format_args!("{} w\n", Number(width)));
            state.width = Some(width);
        }
        if state.dash != shape.dash {
            match shape.dash {
                Some((dash, gap)) => push(out, format_args!("[{} {}] 0 d\n", Number(dash), Number(gap))),
                None => out.extend_from_slice(b"[] 0 d\n"),
            }
            state.dash = shape.dash;
        }
        if state.round != shape.round {
            out.extend_from_slice(if shape.round { b"1 J 1 j\n" } else { b"0 J 0 j\n" });
            state.round = shape.round;
        }
    }
    for segment in &shape.path {
        path(out, *segment, height);
    }
    out.extend_from_slice(match (shape.fill, shape.stroke) {
        (Some(_), Some(_)) => b"B\n",
        (Some(_), None) => b"f\n",
        (None, Some(_)) => b"S\n",
        (None, None) => b"n\n",
    });
}

fn path(out: &mut Vec<u8>, segment: Segment, height: f32) {
    match segment {
        Segment::Move(x, y) => push(out, format_args!("{} {} m\n", Number(x), Number(height - y))),
        Segment::Line(x, y) => push(out, format_args!("{} {} l\n", Number(x), Number(height - y))),
        Segment::Curve([a, b, c, d, e, f]) => push(
            out,
            format_args!(
                "{} {} {} {} {} {} c\n",
                Number(a),
                Number(height - b),
                Number(c),
                Number(height - d),
                Number(e),
                Number(height - f)
            ),
        ),
        Segment::Close => out.extend_from_slice(b"h\n"),
    }
}
