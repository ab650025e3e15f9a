//! A statement of applicability of a fictional organisation, as the application would build it.

use cairn_reports::{
    Approval, ApprovalState, Bar, BarTone, Bars, Block, Cell, Checkpoint, Column, Contents, Cover, Fact,
    Figure, Footer, Group, Heading, KeyValue, KeyValues, Legend, LegendEntry, Level, Link, List, Mark, Note,
    Paragraph, Report, Role, Row, SignOff, Span, Style, Table, Text, Tone, Width,
};

/// Decision, reasons, status, justification of each control, by id and title; a line without them is an area.
const CONTROLS: &str = include_str!("sample_controls.txt");

/// The statement of applicability: 38 controls in ten areas, a gap overview and a signature page.
pub fn statement() -> Report {
    Report {
        language: "en-GB".into(),
        author: "Harbour Analytics".into(),
        subject: "Annex A controls of ISO/IEC 42001:2023 and why they apply".into(),
        created: Some("2026-11-23T14:02:11.000Z".into()),
        cover: cover(),
        footer: footer("Statement of Applicability, version 3, draft"),
        contents: Some(Contents { title: "Contents".into(), from_pages: 12 }),
        body: [vec![legend(), Block::Table(controls())], closing(), vec![sign_off()]].concat(),
        ..Report::default()
    }
}

pub fn cover() -> Cover {
    let fact = |label: &str, value: &str, share| Fact { label: label.into(), value: value.into(), share };
    let figure = |value: &str, label: &str| Figure { value: value.into(), label: label.into() };
    Cover {
        organisation: "Harbour Analytics".into(),
        confidentiality: "Confidential, for the certification body and named readers".into(),
        title: "Statement of Applicability".into(),
        standfirst:
            "Which Annex A controls of ISO/IEC 42001:2023 Harbour Analytics applies to its AI management \
                     system, and why."
                .into(),
        facts: vec![
            fact("Scope", "14 AI systems, built and used in Hamburg and Porto", 1.5),
            fact("Version", "3, draft of 23 November 2026", 0.89),
            fact("Owner", "Compliance lead", 1.0),
            fact("Approved by", "Waiting for the Managing director", 1.11),
        ],
        lead: "32 of 38 controls are decided. Reasons follow the risk treatment (6.1.3) and applicable law."
            .into(),
        figures: vec![
            figure("27", "included"),
            figure("3", "excluded"),
            figure("2", "inherited"),
            figure("6", "not decided"),
        ],
    }
}

pub fn footer(document: &str) -> Footer {
    Footer {
        document: document.into(),
        note: "As of 23 November 2026, 14:02".into(),
        checkpoint: Some(Checkpoint {
            label: "Trail checkpoint 1,284".into(),
            hash: "c41e6d35f8a2917b20ce5b46a8d13e7f".into(),
        }),
        page: "Page {x} of {y}".into(),
        source: "Control titles: ISO/IEC 42001:2023".into(),
    }
}

fn legend() -> Block {
    let entry = |mark, label: &str| LegendEntry { mark, label: label.into() };
    Block::Legend(Legend {
        entries: vec![
            entry(Mark::Dot, "Included"),
            entry(Mark::Dash, "Excluded"),
            entry(Mark::HalfDot, "Inherited"),
            entry(Mark::DashedRing, "Not decided"),
        ],
        note: "Reasons: L law or contract, R risk, P own policy, G good practice".into(),
    })
}

fn controls() -> Table {
    let rows = CONTROLS.lines().filter(|line| !line.is_empty()).map(|line| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        match parts.as_slice() {
            [id, title, decision, reasons, status, why] => {
                Row::Cells(control(id, title, decision, reasons, status, why))
            }
            parts => Row::Group(Group {
                id: parts[0].into(),
                title: parts[1].into(),
                anchor: Some(parts[0].into()),
                bookmark: true,
            }),
        }
    });
    Table {
        summary: "One row per control: decision, reasons, status and justification".into(),
        columns: vec![
            Column::new("Control", Width::Points(37.4)).tone(Tone::Id).heads_row(),
            Column::new("", Width::Share(1.0)).tone(Tone::Strong),
            Column::new("Decision", Width::Fit(90.0)),
            Column::new("Reasons", Width::Fit(60.0)).tone(Tone::Strong),
            Column::new("Status", Width::Fit(70.0)),
            Column::new("Justification", Width::Share(1.0)).tone(Tone::Soft),
        ],
        rows: rows.collect(),
        empty: "No controls.".into(),
        ..Table::default()
    }
}

fn control(id: &str, title: &str, decision: &str, reasons: &str, status: &str, why: &str) -> Vec<Cell> {
    let mark = match decision {
        "Included" => Mark::Dot,
        "Excluded" => Mark::Dash,
        "Inherited" => Mark::HalfDot,
        _ => Mark::DashedRing,
    };
    let or_none = |words: &str| match words {
        "none" => Cell::toned(Tone::Quiet, words),
        words => Cell::from(words.replace(' ', "\u{A0}\u{A0}")),
    };
    let status = if status == "none" { Cell::toned(Tone::Quiet, status) } else { Cell::from(status) };
    vec![id.into(), title.into(), Cell::marked(mark, decision), or_none(reasons), status, why.into()]
}

fn closing() -> Vec<Block> {
    let bar = |label: &str, share, figure: &str, tone| Bar {
        label: label.into(),
        share,
        figure: figure.into(),
        tone,
    };
    vec![
        heading(Level::Section, "2", "What the decisions rest on"),
        Block::Paragraph(Paragraph {
            text: "Each control is decided from the risks that the treatment plan addresses, from the law that applies \
                   to the systems in scope, and from contracts. The decision is reviewed yearly."
                .into(),
            role: Role::Lead,
        }),
        Block::Paragraph(Paragraph {
            text: Text::from("The decision on ")
                .and(Span::link("A.4 Resources for AI systems", Link::Anchor("A.4".into())))
                .and(Span::plain(" follows the hosting contract. Guidance of the regulator is at "))
                .and(Span::link("https://harbour-analytics.example/ai/policy", Link::Web("https://harbour-analytics.example/ai/policy".into())))
                .and(Span::plain(". The file "))
                .and(Span::styled("risk-treatment-2026.xlsx", Style::Code))
                .and(Span::plain(" holds the plan; it is ")).and(Span::styled("not yet approved", Style::Strong)).and(Span::plain(".")),
            role: Role::Body,
        }),
        Block::Note(Note {
            title: "Draft: not yet based on a risk treatment".into(),
            text: "No risk treatment is approved. The decisions may change when it is.".into(),
            mark: Some(Mark::Triangle),
        }),
        heading(Level::Part, "2.1", "Open before approval"),
        Block::List(List {
            numbered: false,
            items: vec![
                "The six controls of A.9 and A.10 are not decided.".into(),
                "The exclusion of A.4.4 needs the consent of the risk owner, because tooling of the hosted services is \
                 outside the reach of the organisation."
                    .into(),
            ],
        }),
        heading(Level::Part, "2.2", "Conformity"),
        Block::Bars(Bars {
            title: "Assessed and shown by records".into(),
            bars: vec![
                bar("Clauses 4 to 10, assessed", 29.0 / 32.0, "29 of 32", BarTone::Solid),
                bar("Annex A controls, assessed", 32.0 / 38.0, "32 of 38", BarTone::Solid),
                bar("Shown by records", 12.0 / 70.0, "12 of 70", BarTone::Hatched),
            ],
        }),
        Block::KeyValues(KeyValues {
            rows: vec![
                KeyValue { label: "Risk treatment".into(), value: "Not approved".into(), mark: Some(Mark::Triangle) },
                KeyValue { label: "Next review".into(), value: "30 November 2027".into(), mark: None },
            ],
        }),
    ]
}

fn sign_off() -> Block {
    let approval = |role: &str, person: &str, job: &str, state| Approval {
        role: role.into(),
        person: person.into(),
        job: job.into(),
        state,
    };
    Block::SignOff(SignOff {
        title: "Approval".into(),
        approvals: vec![
            approval(
                "Prepared by",
                "Compliance lead",
                "",
                ApprovalState::Given {
                    mark: Mark::Check,
                    words: "Sent for approval".into(),
                    date: "23 November 2026, 13:40".into(),
                    note: "Content 9f02 77ac 31d4 08be".into(),
                },
            ),
            approval(
                "Reviewed by",
                "Data protection officer",
                "",
                ApprovalState::OnPaper {
                    words: "Approved on paper".into(),
                    date: "20 November 2026".into(),
                    note: "Recorded by the compliance lead on 21 November 2026; scan attached as EV-017."
                        .into(),
                },
            ),
            approval(
                "Approved by",
                "Managing director",
                "For the management of Harbour Analytics",
                ApprovalState::Open {
                    signature: "Signature".into(),
                    date: "Date".into(),
                    note: "Waiting for the Managing director".into(),
                },
            ),
        ],
    })
}

pub fn heading(level: Level, number: &str, text: &str) -> Block {
    Block::Heading(Heading { level, number: number.into(), text: text.into(), anchor: None })
}

/// Every mark, script, alignment and edge on a few pages, to look at.
pub fn gallery() -> Report {
    let marks = [
        (Mark::Dot, "Included"),
        (Mark::Dash, "Excluded"),
        (Mark::HalfDot, "In part"),
        (Mark::DashedRing, "Not decided"),
        (Mark::Ring, "Planned"),
        (Mark::Check, "In place"),
        (Mark::Triangle, "Attention"),
        (Mark::Octagon, "Blocked"),
        (Mark::Square, "Information"),
        (Mark::Arrow, "Taken from the group"),
    ];
    Report {
        language: "en-GB".into(),
        cover: Cover {
            title: "Gallery of what a report can hold, with a title that takes two lines".into(),
            ..cover()
        },
        footer: footer("Gallery"),
        body: vec![
            heading(Level::Section, "", "Marks"),
            Block::KeyValues(KeyValues {
                rows: marks
                    .map(|(mark, label)| KeyValue {
                        label: label.into(),
                        value: label.into(),
                        mark: Some(mark),
                    })
                    .into(),
            }),
            Block::List(List {
                numbered: true,
                items: (1..=11).map(|n| Text::from(format!("Item {n}"))).collect(),
            }),
            heading(Level::Section, "", "Scripts and edges"),
            heading(Level::Detail, "", "A detail heading directly below"),
            Block::Table(Table {
                columns: vec![
                    Column::new("Script", Width::Fit(80.0)).tone(Tone::Strong).heads_row(),
                    Column::new("Words", Width::Share(1.0)),
                    Column::new("Number", Width::Fit(70.0)).numbers(),
                ],
                rows: gallery_rows(),
                ..Table::default()
            }),
        ],
        ..Report::default()
    }
}

/// Rows of many scripts, a word and a cell too long for their place, a group without id.
fn gallery_rows() -> Vec<Row> {
    let scripts = [
        ("Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy"),
        ("Greek", "Ελληνική εποπτεία της τεχνητής νοημοσύνης"),
        ("Cyrillic", "Надзор за системами искусственного интеллекта"),
        ("Japanese", "人工知能システムの影響評価を文書化する。"),
        ("Chinese", "人工智能管理体系适用性声明，适用于所有系统。"),
        ("Korean", "인공지능 경영시스템 적용성 보고서"),
        ("Signs", "→ ≤ ≥ ≠ € № ✓ ☐ § 61 %"),
        (
            "Long word",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                .repeat(3)
                .leak(),
        ),
        (
            "Address",
            "https://registry.example/systems/decisions/2026/shift-planner?version=3&language=en#justification",
        ),
    ];
    let numbers = ["7", "1,284", "31.50", "111,111"];
    let long: String = (1..=260).map(|n| format!("Sentence {n} of a long justification. ")).collect();
    let rows = scripts.iter().enumerate().map(|(n, (name, words))| {
        Row::Cells(vec![(*name).into(), (*words).into(), numbers[n % numbers.len()].into()])
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.push(Row::Group(Group { title: "A group without an id".into(), ..Group::default() }));
    rows.push(Row::Cells(vec!["Long".into(), Cell::marked(Mark::Dot, long), "8".into()]));
    rows.push(Row::Cells(vec![
        "Hash".into(),
        Cell::toned(Tone::Code, "c41e6d35f8a2917b20ce5b46a8d13e7f"),
        "9".into(),
    ]));
    rows
}
