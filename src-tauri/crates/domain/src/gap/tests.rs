use super::*;

fn item(basis: Basis, answer: Option<Answer>, has_record: bool) -> ItemState {
    ItemState { key: "a".to_owned(), basis, answer, has_record, blocks: None }
}

fn codes(conformity: Conformity, items: &[ItemState]) -> Vec<&'static str> {
    refusals(conformity, items).into_iter().map(|refusal| refusal.code).collect()
}

#[test]
fn shown_by_records_needs_every_requirement_item_met_with_a_record() {
    let cases = [
        (None, false, Some("item-open")),
        (Some(Answer::NotSure), true, Some("item-not-sure")),
        (Some(Answer::No), true, Some("item-no")),
        (Some(Answer::InPart), true, Some("item-in-part")),
        (Some(Answer::Yes), false, Some("item-without-record")),
        (Some(Answer::Yes), true, None),
    ];
    for (answer, record, expected) in cases {
        let found = codes(Conformity::ShownByRecords, &[item(Basis::Requirement, answer, record)]);
        assert_eq!(found.first().copied(), expected, "{answer:?} {record}");
    }
}

#[test]
fn on_paper_is_refused_only_while_one_item_is_no() {
    assert_eq!(codes(Conformity::OnPaper, &[item(Basis::Requirement, Some(Answer::No), true)]), ["item-no"]);
    assert!(codes(Conformity::OnPaper, &[item(Basis::Requirement, Some(Answer::InPart), false)]).is_empty());
    assert!(codes(Conformity::Partly, &[item(Basis::Requirement, Some(Answer::No), true)]).is_empty());
}

#[test]
fn practice_and_law_items_never_lower_conformity() {
    for basis in [Basis::GoodPractice, Basis::Law] {
        let items = [item(Basis::Requirement, Some(Answer::Yes), true), item(basis, Some(Answer::No), false)];
        assert!(codes(Conformity::ShownByRecords, &items).is_empty());
        assert_eq!(proposal(&items), Some(Conformity::ShownByRecords));
    }
}

#[test]
fn a_proposal_is_never_refused() {
    let answers = [None, Some(Answer::Yes), Some(Answer::InPart), Some(Answer::No), Some(Answer::NotSure)];
    for first in answers {
        for second in answers {
            for record in [false, true] {
                let items = [
                    item(Basis::Requirement, first, record),
                    item(Basis::Requirement, second, true),
                    item(Basis::GoodPractice, Some(Answer::No), false),
                ];
                if let Some(conformity) = proposal(&items) {
                    assert!(refusals(conformity, &items).is_empty(), "{first:?} {second:?} {record}");
                } else {
                    assert!(first.is_none() && second.is_none());
                }
            }
        }
    }
}

#[test]
fn a_demand_that_a_newer_pack_adds_asks_for_another_look_at_what_it_opens() {
    let met = item(Basis::Requirement, Some(Answer::Yes), true);
    let added = |basis| [met.clone(), item(basis, None, false)];
    let shown = Some(Conformity::ShownByRecords);
    assert!(still_holds(shown, std::slice::from_ref(&met)));
    assert!(!still_holds(shown, &added(Basis::Requirement)));
    assert!(still_holds(shown, &added(Basis::GoodPractice)), "practice never lowers conformity");
    assert!(still_holds(Some(Conformity::OnPaper), &added(Basis::Requirement)));
    assert!(still_holds(None, &added(Basis::Requirement)), "nothing is claimed");
}

#[test]
fn a_mark_is_no_fact() {
    for mark in ["", "x", "✓", "n/a", "yes", "1", "- - - -", "none", "nope", "nein", "unclear"] {
        assert!(!is_fact(mark), "{mark}");
    }
    for fact in ["No AI system uses personal data", "keine KI im Einkauf", "Eigenentwicklung", "利用しない"]
    {
        assert!(is_fact(fact), "{fact}");
    }
}

#[test]
fn figures_show_their_base_and_no_data_as_such() {
    let figures = Figures::of([
        Some(Conformity::ShownByRecords),
        Some(Conformity::OnPaper),
        Some(Conformity::NotAddressed),
        None,
    ]);
    assert_eq!((figures.assessed, figures.applicable, figures.not_conforming()), (3, 4, 2));
    assert_eq!(figures.percent(), Some(56));
    assert_eq!(Figures::of([None, None]).percent(), None);
}

fn clause(conformity: Option<Conformity>, items: &[ItemState]) -> Standing<'_> {
    Standing { conformity, items, blocks_if_missing: true, control: false, included: false, planned: false }
}

fn piece(blocks: Missing, answer: Option<Answer>) -> [ItemState; 2] {
    let blocking = ItemState { blocks: Some(blocks), ..item(Basis::Requirement, answer, true) };
    [blocking, item(Basis::Requirement, Some(Answer::Yes), true)]
}

#[test]
fn a_missing_required_piece_blocks_at_any_conformity() {
    use Conformity::{NotAddressed, OnPaper, Partly, ShownByRecords};
    let cases = [
        (Some(Partly), Some(Answer::No), Some(Grade::Blocks)),
        (Some(NotAddressed), Some(Answer::No), Some(Grade::Blocks)),
        (Some(NotAddressed), None, Some(Grade::Blocks)),
        (Some(NotAddressed), Some(Answer::NotSure), Some(Grade::Blocks)),
        (Some(NotAddressed), Some(Answer::InPart), Some(Grade::Weakens)),
        (Some(Partly), Some(Answer::InPart), Some(Grade::Weakens)),
        (Some(Partly), None, Some(Grade::Weakens)),
        (Some(OnPaper), Some(Answer::Yes), Some(Grade::Weakens)),
        (Some(ShownByRecords), Some(Answer::Yes), None),
        (None, Some(Answer::No), None),
    ];
    for (conformity, answer, expected) in cases {
        let items = piece(Missing::StatementOfApplicability, answer);
        assert_eq!(clause(conformity, &items).forecast(), expected, "{conformity:?} {answer:?}");
    }
    let other = [item(Basis::Requirement, Some(Answer::No), false)];
    assert_eq!(clause(Some(Partly), &other).forecast(), Some(Grade::Weakens));
    assert_eq!(clause(Some(NotAddressed), &other).forecast(), Some(Grade::Blocks), "the line says so");
    let harmless = Standing { blocks_if_missing: false, ..clause(Some(NotAddressed), &other) };
    assert_eq!(harmless.forecast(), Some(Grade::Weakens));
}

#[test]
fn only_a_lesser_grade_than_the_forecast_is_milder() {
    use Grade::{Blocks, Polish, Weakens};
    assert!(Polish.is_milder_than(Some(Blocks)) && Polish.is_milder_than(Some(Weakens)));
    assert!(Weakens.is_milder_than(Some(Blocks)));
    assert!(!Weakens.is_milder_than(Some(Weakens)) && !Blocks.is_milder_than(Some(Polish)));
    assert!(!Polish.is_milder_than(None), "there is no gap to grade");
}

#[test]
fn polish_only_where_nothing_required_is_open() {
    let whole = [item(Basis::Requirement, Some(Answer::Yes), true)];
    let bare = [item(Basis::Requirement, Some(Answer::Yes), false)];
    let practice = [whole[0].clone(), item(Basis::GoodPractice, Some(Answer::No), false)];
    let law = [whole[0].clone(), item(Basis::Law, Some(Answer::No), false)];
    let control = |included, conformity, items| {
        Standing { control: true, included, ..clause(Some(conformity), items) }.forecast()
    };
    use Conformity::{OnPaper, ShownByRecords};
    assert_eq!(control(true, OnPaper, &whole), Some(Grade::Weakens), "stage 2 counts it");
    assert_eq!(control(false, OnPaper, &whole), Some(Grade::Polish));
    assert_eq!(control(false, OnPaper, &bare), Some(Grade::Weakens));
    assert_eq!(control(true, ShownByRecords, &practice), Some(Grade::Polish));
    assert_eq!(control(true, ShownByRecords, &law), None);
    assert_eq!(clause(Some(OnPaper), &whole).forecast(), Some(Grade::Weakens));
}

#[test]
fn stage_one_asks_for_paper_documents_and_plans() {
    use Conformity::{NotAddressed, OnPaper, Partly};
    let document = piece(Missing::Document, Some(Answer::No));
    let audit = piece(Missing::InternalAudit, Some(Answer::No));
    let fine = piece(Missing::Document, Some(Answer::Yes));
    assert_eq!(clause(None, &fine).stage_one(), [], "not assessed is no number");
    assert_eq!(clause(Some(OnPaper), &fine).stage_one(), []);
    assert_eq!(clause(Some(Partly), &fine).stage_one(), [StageOne::BelowPaper]);
    assert_eq!(
        clause(Some(Partly), &document).stage_one(),
        [StageOne::BelowPaper, StageOne::DocumentMissing]
    );
    assert_eq!(clause(None, &document).stage_one(), [StageOne::DocumentMissing]);
    let not_planned = clause(Some(NotAddressed), &audit);
    assert_eq!(not_planned.stage_one(), [StageOne::BelowPaper, StageOne::NotPlanned]);
    let planned = Standing { planned: true, ..not_planned };
    assert_eq!(planned.stage_one(), [StageOne::BelowPaper]);
    let control = Standing { control: true, ..clause(Some(NotAddressed), &document) };
    assert_eq!(control.stage_one(), []);
}

#[test]
fn stage_two_counts_clauses_and_included_controls_below_three() {
    use Conformity::{OnPaper, ShownByRecords};
    assert!(clause(Some(OnPaper), &[]).stage_two());
    assert!(!clause(Some(ShownByRecords), &[]).stage_two());
    assert!(!clause(None, &[]).stage_two());
    let control = Standing { control: true, ..clause(Some(OnPaper), &[]) };
    assert!(!control.stage_two(), "not decided");
    assert!(Standing { included: true, ..control }.stage_two());
}
