//! Records: what a person can open, their kinds and their human codes.

use crate::words;

words! {
    /// The kind of a record; it says which detail table holds the rest.
    RecordKind = "record-kind" {
        /// A person or agent who works in the workspace.
        Member = "member",
        /// An AI system of the register.
        System = "system",
        /// A file or reference that shows something was done.
        Evidence = "evidence",
        /// Something to do, with an owner and a date.
        Action = "action",
        /// A request for approval and what became of it.
        Approval = "approval",
        /// A classification decision of one system.
        Decision = "decision",
        /// One assessment of all lines of a framework.
        GapAssessment = "gap-assessment",
        /// One assessed line: a sub-clause or a control.
        GapLine = "gap-line",
        /// One control of the Statement of Applicability.
        SoaRow = "soa-row",
        /// A controlled document with versions.
        Document = "document",
        /// A legal duty of one system.
        Obligation = "obligation",
        /// One discovery sweep.
        Sweep = "sweep",
        /// Something that may be an AI system.
        Candidate = "candidate",
        /// A request for evidence.
        EvidenceRequest = "evidence-request",
    }
}

words! {
    /// What a link between two records says, read from the first to the second.
    LinkRelation = "link-relation" {
        /// The first cannot work without the second.
        DependsOn = "depends-on",
        /// The first is a part of the second.
        PartOf = "part-of",
        /// The first uses the second.
        Uses = "uses",
        /// The first is about the second.
        Concerns = "concerns",
        /// Look there too.
        SeeAlso = "see-also",
    }
}

impl LinkRelation {
    /// The relations a record of a kind may be linked by. What an AI system is a part of has a field of its own in the
    /// register, where circles are refused and lists follow it; a second way to say it could only disagree. Links from
    /// before that are shown all the same.
    #[must_use]
    pub fn of(kind: RecordKind) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|one| kind != RecordKind::System || *one != Self::PartOf).collect()
    }
}

impl RecordKind {
    /// The prefix of the human code, or none where the requirement's own id is the name.
    #[must_use]
    pub const fn code_prefix(self) -> Option<&'static str> {
        match self {
            Self::System => Some("AI"),
            Self::Evidence => Some("EV"),
            Self::Action => Some("ACT"),
            Self::Approval => Some("AP"),
            Self::Decision => Some("DEC"),
            Self::GapLine => Some("G"),
            Self::Document => Some("DOC"),
            Self::Candidate => Some("CA"),
            Self::EvidenceRequest => Some("ER"),
            Self::Member | Self::GapAssessment | Self::SoaRow | Self::Obligation | Self::Sweep => None,
        }
    }
}

/// A human code such as `AI-014`, or `AI-B014` from the second device.
///
/// `device` counts the devices of the workspace from 0 in the order they were admitted; the first has no letter, so
/// two laptops that work offline never give the same code. Codes are never reused and never changed.
#[must_use]
pub fn human_code(prefix: &str, device: u32, number: u32) -> String {
    format!("{prefix}-{}{number:03}", device_letters(device))
}

/// The number in a code of this prefix and device, if it is one.
#[must_use]
pub fn code_number(code: &str, prefix: &str, device: u32) -> Option<u32> {
    let digits =
        code.strip_prefix(prefix)?.strip_prefix('-')?.strip_prefix(device_letters(device).as_str())?;
    (digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// Empty for the first device, then B, C, … Z, BA, BB, …
fn device_letters(device: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = device;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_parts_by_their_own_field_only() {
        assert!(!LinkRelation::of(RecordKind::System).contains(&LinkRelation::PartOf));
        assert_eq!(LinkRelation::of(RecordKind::System).len() + 1, LinkRelation::ALL.len());
        assert_eq!(LinkRelation::of(RecordKind::Document), LinkRelation::ALL);
    }

    #[test]
    fn codes_carry_the_device_and_grow_past_three_digits() {
        assert_eq!(human_code("AI", 0, 14), "AI-014");
        assert_eq!(human_code("AI", 1, 14), "AI-B014");
        assert_eq!(human_code("AI", 0, 3611), "AI-3611");
        for device in [0, 1, 25, 26, 27, 700] {
            let code = human_code("EV", device, 42);
            assert_eq!(code_number(&code, "EV", device), Some(42), "{code}");
        }
    }

    #[test]
    fn codes_of_other_devices_and_prefixes_are_not_counted() {
        assert_eq!(code_number("AI-B014", "AI", 0), None);
        assert_eq!(code_number("EV-014", "AI", 0), None);
        assert_eq!(code_number("AI-14", "AI", 0), None);
    }
}
