//! The type sizes of the printed report.

use crate::type_setting::{Face, Ink, Look};

pub(crate) const ORGANISATION: Look = Look::new(Face::SansSemi, 8.0, 11.0, Ink::First);
pub(crate) const CONFIDENTIALITY: Look = Look::new(Face::Sans, 8.0, 11.0, Ink::Second);
pub(crate) const RUNNING: Look = Look::new(Face::Sans, 7.0, 9.8, Ink::Third);
pub(crate) const TITLE: Look = Look::new(Face::SerifMedium, 29.0, 33.0, Ink::First).tracking(-0.014);
pub(crate) const STANDFIRST: Look = Look::new(Face::Serif, 11.4, 17.0, Ink::Reading);
pub(crate) const LEAD: Look = Look::new(Face::Serif, 9.5, 13.5, Ink::Reading);
pub(crate) const FIGURE: Look = Look::new(Face::SerifMedium, 22.0, 24.0, Ink::First);
pub(crate) const FIGURE_LABEL: Look = Look::new(Face::Sans, 8.5, 11.7, Ink::Second);
pub(crate) const FACT_LABEL: Look = Look::new(Face::Sans, 7.4, 10.4, Ink::Third);
pub(crate) const FACT: Look = Look::new(Face::SansMedium, 8.5, 11.7, Ink::First);
pub(crate) const CAPTION: Look = Look::new(Face::Sans, 7.4, 10.4, Ink::Second);
pub(crate) const BODY: Look = Look::new(Face::Sans, 9.0, 13.2, Ink::First);
pub(crate) const LABEL: Look = Look::new(Face::Sans, 9.0, 13.2, Ink::Third);
pub(crate) const SECTION: Look = Look::new(Face::SerifMedium, 15.0, 19.0, Ink::First).tracking(-0.005);
pub(crate) const PART: Look = Look::new(Face::SansSemi, 10.5, 14.5, Ink::First).tracking(-0.005);
pub(crate) const DETAIL: Look = Look::new(Face::SansSemi, 9.0, 13.2, Ink::First);
pub(crate) const CELL: Look = Look::new(Face::Sans, 8.5, 11.7, Ink::First);
pub(crate) const SMALL_CELL: Look = Look::new(Face::Sans, 7.2, 9.6, Ink::First);
pub(crate) const HEAD: Look = Look::new(Face::SansSemi, 7.4, 10.4, Ink::First);
pub(crate) const FOOT: Look = Look::new(Face::Sans, 7.0, 9.8, Ink::Third);
pub(crate) const FOOT_HASH: Look = Look::new(Face::Mono, 6.5, 9.8, Ink::Second);
