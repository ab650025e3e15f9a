//! What a person decided about the problems of a file. Fixes are taken into account while rows are read, so that the
//! dry run shows what they do; leaving one out takes it back.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::dates::DateOrder;
use crate::mapping::{Mapping, Target, is_target};
use crate::problem::{Problem, ProblemCode, short};

/// Whose value of a cell stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportSide")]
pub enum Side {
    /// The value in the workspace.
    Cairn,
    /// The value in the file.
    File,
}

/// What becomes of a row that is probably a system which is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportTwin")]
pub enum Twin {
    /// It is another system: a new one is made.
    Create,
    /// It is the same one: the row is left out.
    Skip,
    /// It is the same one: the system takes over the values of the row.
    Update,
}

/// One decision. Later ones count more than earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "type")]
#[ts(rename = "ImportFix")]
pub enum Fix {
    /// Every cell of the column with this text is read as this value.
    Take {
        /// Index of the column, from 0.
        column: u32,
        /// Text of the cells, as the problem shows it.
        text: String,
        /// A value the field can hold: a stored word, a date, the id of a member, or text.
        value: String,
    },
    /// The field stays as it is for cells with this problem: empty in new systems, unchanged in others.
    Blank {
        /// The problem.
        code: ProblemCode,
        /// Only in this column.
        column: Option<u32>,
        /// Only cells with this text.
        text: Option<String>,
    },
    /// Text that is too long is cut, control characters are taken out, a date without a day becomes the first day of
    /// its month, quarter or year; the whole text stays an imported fact.
    Fit {
        /// The problem.
        code: ProblemCode,
        /// Index of the column.
        column: u32,
    },
    /// Rows with this problem are left out.
    Skip {
        /// The problem.
        code: ProblemCode,
        /// Only in this column.
        column: Option<u32>,
        /// Only cells with this text.
        text: Option<String>,
        /// Only this row.
        row: Option<u32>,
    },
    /// Rows with this problem are taken as they stand.
    Accept {
        /// The problem.
        code: ProblemCode,
        /// Only this row.
        row: Option<u32>,
    },
    /// Another column holds the field.
    Column {
        /// Key of the field.
        field: String,
        /// Index of the column.
        column: u32,
    },
    /// How dates such as `03/04/2025` are read.
    DateOrder {
        /// The order.
        order: DateOrder,
    },
    /// Whose value stays where both sides have one.
    Keep {
        /// Only in this row; else wherever both sides changed the value.
        row: Option<u32>,
        /// Only of this field.
        field: Option<String>,
        /// Whose value.
        side: Side,
    },
    /// What becomes of likely duplicates.
    Duplicate {
        /// Only of this row.
        row: Option<u32>,
        /// What becomes of it.
        take: Twin,
    },
}

/// What can be done about a kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportRemedy")]
pub enum Remedy {
    /// [`Fix::Take`].
    Take,
    /// [`Fix::Blank`].
    Blank,
    /// [`Fix::Fit`].
    Fit,
    /// [`Fix::Skip`].
    Skip,
    /// [`Fix::Accept`].
    Accept,
    /// [`Fix::Column`].
    Column,
    /// [`Fix::DateOrder`].
    DateOrder,
    /// [`Fix::Keep`].
    Keep,
    /// [`Fix::Duplicate`].
    Duplicate,
    /// Another policy for systems that are there.
    Policy,
    /// Another header row.
    HeaderRow,
}

impl ProblemCode {
    /// What can be done about it, the likeliest first; empty for what can only be known.
    #[must_use]
    pub const fn remedies(self) -> &'static [Remedy] {
        use Remedy::{Accept, Blank, Column, Duplicate, Fit, HeaderRow, Keep, Policy, Skip, Take};
        match self {
            Self::NotInList
            | Self::NotADate
            | Self::UnknownMember
            | Self::UnknownParent
            | Self::SeveralParents
            | Self::ErrorCell => &[Take, Blank, Column, Skip],
            Self::DateWithoutDay => &[Fit, Take, Blank, Column, Skip],
            Self::TextTooLong | Self::ControlCharacter => &[Fit, Blank, Column, Skip],
            Self::FormulaWithoutValue | Self::UnreadableCell => &[Skip],
            Self::NameMissing => &[Column, Skip],
            Self::ReasonMissing | Self::PartOfItself => &[Blank, Skip],
            Self::DateOrderAssumed => &[Remedy::DateOrder],
            Self::DuplicateRow | Self::AmbiguousName | Self::IdTwice => &[Skip],
            Self::LikelyDuplicate => &[Duplicate],
            Self::AlreadyThere => &[Policy],
            Self::UnknownId => &[Take, Blank, Skip],
            Self::IdAndName => &[Skip, Accept],
            Self::ChangedOnBothSides => &[Keep],
            Self::NoHeader | Self::HeaderAssumed | Self::HeaderMissing => &[HeaderRow],
            _ => &[],
        }
    }
}

/// The decisions, ready to be asked for each cell and row.
pub(crate) struct Fixes<'a> {
    list: &'a [Fix],
    takes: HashMap<(u32, &'a str), &'a str>,
}

impl<'a> Fixes<'a> {
    pub(crate) fn new(list: &'a [Fix]) -> Self {
        let takes = list.iter().filter_map(|fix| match fix {
            Fix::Take { column, text, value } => Some(((*column, text.as_str()), value.as_str())),
            _ => None,
        });
        Self { list, takes: takes.collect() }
    }

    /// What a cell is read as instead.
    pub(crate) fn taken(&self, column: u32, text: &str) -> Option<&'a str> {
        if self.takes.is_empty() {
            return None;
        }
        self.takes.get(&(column, short(text.trim()).as_ref())).copied()
    }

    /// Whether a cell with this problem is left blank.
    pub(crate) fn blank(&self, code: ProblemCode, column: Option<u32>, text: &str) -> bool {
        self.list.iter().any(|fix| match fix {
            Fix::Blank { code: known, column: of, text: wanted } => {
                *known == code && fits(*of, column) && same(wanted.as_deref(), text)
            }
            _ => false,
        })
    }

    /// Whether a cell with this problem is made to fit.
    pub(crate) fn fit(&self, code: ProblemCode, column: u32) -> bool {
        self.list
            .iter()
            .any(|fix| matches!(fix, Fix::Fit { code: known, column: of } if *known == code && *of == column))
    }

    /// Whether the row with this problem is left out. Nothing is asked of the row when it was skipped before.
    pub(crate) fn skips(&self, problem: &Problem, column: Option<u32>) -> bool {
        self.list.iter().any(|fix| match fix {
            Fix::Skip { code, column: of, text, row } => {
                *code == problem.code
                    && fits(*of, column)
                    && fits(*row, problem.place.row)
                    && same(text.as_deref(), problem.subject())
            }
            _ => false,
        })
    }

    /// Whether a row with this problem is taken as it stands.
    pub(crate) fn accepts(&self, code: ProblemCode, row: u32) -> bool {
        self.list.iter().any(|fix| {
            matches!(fix, Fix::Accept { code: known, row: of } if *known == code && fits(*of, Some(row)))
        })
    }

    /// Whose value stays; `conflict` tells whether both sides changed it. None when nobody decided.
    pub(crate) fn side(&self, at: u32, key: &str, conflict: bool) -> Option<Side> {
        self.list.iter().rev().find_map(|fix| match fix {
            Fix::Keep { row, field, side }
                if (conflict || row.is_some())
                    && fits(*row, Some(at))
                    && field.as_deref().is_none_or(|f| f == key) =>
            {
                Some(*side)
            }
            _ => None,
        })
    }

    /// What becomes of a likely duplicate; none when nobody decided.
    pub(crate) fn twin(&self, at: u32) -> Option<Twin> {
        self.list.iter().rev().find_map(|fix| match fix {
            Fix::Duplicate { row, take } if fits(*row, Some(at)) => Some(*take),
            _ => None,
        })
    }
}

/// Whether a decision about all, or about this one, counts here.
fn fits(wanted: Option<u32>, found: Option<u32>) -> bool {
    wanted.is_none() || wanted == found
}

fn same(wanted: Option<&str>, found: &str) -> bool {
    wanted.is_none_or(|wanted| wanted == short(found.trim()))
}

/// The mapping with the decisions about columns and dates taken over.
#[must_use]
pub fn apply_to_mapping(mapping: &Mapping, fixes: &[Fix]) -> Mapping {
    let mut fixed = mapping.clone();
    for fix in fixes {
        match fix {
            // A column that is not there changes nothing.
            Fix::Column { field, column } if is_target(field) => {
                let _ = fixed.set(*column, Target::Field(field.clone()));
            }
            Fix::DateOrder { order } => fixed.date_order = Some(*order),
            _ => {}
        }
    }
    fixed
}
