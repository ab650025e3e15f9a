//! How a conformity is printed.

use cairn_domain::gap::Conformity;
use cairn_reports::Mark;
use cairn_words::Words;

/// Mark of a conformity, as on the screens.
#[must_use]
pub fn mark(conformity: Option<Conformity>) -> Mark {
    match conformity {
        Some(Conformity::ShownByRecords) => Mark::Check,
        Some(Conformity::OnPaper) => Mark::HalfDot,
        Some(Conformity::Partly) => Mark::Triangle,
        Some(Conformity::NotAddressed) => Mark::Octagon,
        None => Mark::DashedRing,
    }
}

pub(super) fn conformity_words(conformity: Option<Conformity>, words: &Words) -> String {
    conformity.map_or_else(
        || words.say("conformity-not-assessed"),
        |level| words.say(&format!("conformity-{level}")),
    )
}
