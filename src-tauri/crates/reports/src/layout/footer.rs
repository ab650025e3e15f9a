//! The foot of every page, placed last, when the number of pages is known.

use super::flow::{FOOT, Flow, edges};
use super::looks;
use crate::model::Report;
use crate::type_setting::Ink;

/// Height from the rule to the last line.
pub(crate) fn height(report: &Report) -> f32 {
    let foot = &report.footer;
    let second = usize::from(!foot.note.is_empty() || !foot.source.is_empty());
    let hash = foot.checkpoint.as_ref().map_or(0, |checkpoint| grouped(&checkpoint.hash).len());
    let further = u16::try_from(hash.max(second)).unwrap_or(u16::MAX);
    8.0 + looks::FOOT.line * f32::from(1 + further)
}

/// All hexadecimal digits in groups of four, in lines of eight groups.
fn grouped(hash: &str) -> Vec<String> {
    let digits: Vec<char> = hash.chars().filter(|c| !c.is_whitespace()).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.chunks(8).map(|line| line.join(" ")).collect()
}

/// Draws the foot on all pages.
pub(crate) fn place(flow: &mut Flow<'_>, report: &Report) {
    let foot = &report.footer;
    let total = flow.pages.len();
    let hash = foot.checkpoint.as_ref().map(|checkpoint| grouped(&checkpoint.hash));
    for index in 0..total {
        flow.go_to(index);
        let Some((width, page_height)) = flow.pages.get(index).map(|page| (page.width, page.height)) else {
            break;
        };
        let (left, right) = edges(width, page_height);
        let top = page_height - FOOT - height(report);
        let first = top + 8.0;
        let second = first + looks::FOOT.line;
        flow.stroke(&[(left, top), (right, top)], Ink::Rule, 0.5);
        flow.begin_artifact();
        let middle = f32::midpoint(left, right);
        let mut side = (right - left) / 2.0 - 6.0;
        if let (Some(checkpoint), Some(hash)) = (&foot.checkpoint, &hash) {
            let centre = (right - left) * 0.36;
            side -= centre / 2.0;
            flow.fitted(&checkpoint.label, looks::FOOT, middle, first, 0.5, centre);
            let mut line = second;
            for part in hash {
                flow.fitted(part, looks::FOOT_HASH, middle, line, 0.5, centre);
                line += looks::FOOT.line;
            }
        }
        flow.fitted(&foot.document, looks::FOOT, left, first, 0.0, side);
        flow.fitted(&foot.note, looks::FOOT, left, second, 0.0, side);
        let page_words =
            foot.page.replace("{x}", &(index + 1).to_string()).replace("{y}", &total.to_string());
        flow.fitted(&page_words, looks::FOOT, right, first, 1.0, side);
        flow.fitted(&foot.source, looks::FOOT, right, second, 1.0, side);
        flow.end();
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn every_digit_is_printed_in_lines_of_eight_groups() {
        let hash: String = (0..64u32).map(|n| char::from_digit(n % 16, 16).unwrap()).collect();
        let lines = grouped(&hash);
        assert_eq!(lines, ["0123 4567 89ab cdef 0123 4567 89ab cdef"; 2]);
        assert_eq!(lines.concat().replace(' ', "").len(), 64);
        assert_eq!(grouped("abcdef"), ["abcd ef"]);
    }
}
