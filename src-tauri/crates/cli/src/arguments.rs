//! The grammar: `cairnctl <noun> <verb> WS.cairn [operands] [--options]`; single-word commands take the file first.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Cairn without a window: the same use cases for scripts, pipelines and auditors.
#[derive(Debug, Parser)]
#[command(name = "cairnctl", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub struct Arguments {
    /// Print exactly one JSON object on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// Read the passphrase of an encrypted file from the first line of this file.
    #[arg(long, global = true, value_name = "F")]
    pub passphrase_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done; 1 done, but with problems or a rejection; 2 wrong usage; 3 could not open, \
busy, refused file or no permission; 4 still waiting.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the sample workspace of a fictional organisation.
    Demo(Workspace),
    /// Make a new workspace.
    New(New),
    /// What a workspace holds.
    Info(Workspace),
    /// Check the whole trail: chain, signatures, payloads, replay, every table.
    Verify(Workspace),
    /// What was done, latest first.
    History(History),
    /// The AI system register.
    #[command(subcommand)]
    Systems(Systems),
    /// Classify by the EU AI Act, or by another rule pack, from a file of answers.
    ///
    /// Exit code 0 for a tier and for a provisional result, which says what is missing and what it can still come to; 1
    /// when answers contradict each other. Written reasons that the law or good practice asks for are listed, those that
    /// are open too; they hold up a signature, not the outcome, and leave the exit code as it is.
    Classify(Classify),
    /// Interview sheets of the gap analysis.
    #[command(subcommand)]
    Assess(Assess),
    /// Evidence: files and references that show something was done.
    #[command(subcommand)]
    Evidence(Evidence),
    /// What exists under other frameworks.
    #[command(subcommand)]
    Reuse(Reuse),
    /// Frameworks: requirements, must-items, evidence.
    #[command(subcommand)]
    Framework(Framework),
    /// Crosswalks between frameworks.
    #[command(subcommand)]
    Crosswalk(Crosswalk),
    /// Write a report; the ending of OUT chooses PDF or Excel.
    Report(Report),
}

/// A workspace file.
#[derive(Debug, Args)]
pub struct Workspace {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
}

/// `new`.
#[derive(Debug, Args)]
pub struct New {
    /// The workspace file to make.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// The organisation's name.
    #[arg(long)]
    pub organisation: String,
    /// Name of the person who leads.
    #[arg(long)]
    pub lead: String,
}

/// `history`.
#[derive(Debug, Args)]
pub struct History {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// Only entries about this record.
    #[arg(long, value_name = "ID")]
    pub subject: Option<String>,
    /// At most so many entries.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: u32,
}

/// `systems …`.
#[derive(Debug, Subcommand)]
pub enum Systems {
    /// List the register.
    List(Workspace),
    /// Import a spreadsheet or CSV file.
    Import(Import),
    /// Write the register as Excel.
    Export(Output),
}

/// `systems import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub workspace: PathBuf,
    /// The file to import.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Take a field from a column, by its header or letter; may be repeated.
    #[arg(long = "map", value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
    /// Only say what would happen.
    #[arg(long)]
    pub dry_run: bool,
}

/// A workspace and a file to write.
#[derive(Debug, Args)]
pub struct Output {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// The file to write.
    #[arg(value_name = "OUT.xlsx")]
    pub out: PathBuf,
}

/// `classify`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").args(["questions", "answers", "list_packs"]).required(true))]
pub struct Classify {
    /// Print the questions.
    #[arg(long)]
    pub questions: bool,
    /// Classify by the answers in this file: {"answers": {"QUESTION": "KEY" or ["KEY", …]}, "notes": {"NOTE": "TEXT"}}.
    #[arg(long, value_name = "FILE.json")]
    pub answers: Option<PathBuf>,
    /// List the rule packs.
    #[arg(long)]
    pub list_packs: bool,
    /// The rules to go by, with a version or the newest of them.
    #[arg(long, value_name = "ID[@VERSION]", conflicts_with = "list_packs")]
    pub pack: Option<String>,
}

/// `assess …`.
#[derive(Debug, Subcommand)]
pub enum Assess {
    /// Write the lines that a person, or everybody, has to answer as Excel.
    Export(AssessExport),
    /// Bring an answered sheet back.
    Import(AssessImport),
}

/// `assess export`.
#[derive(Debug, Args)]
pub struct AssessExport {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// The file to write.
    #[arg(value_name = "FILE.xlsx")]
    pub out: PathBuf,
    /// Only the lines of this person, by name or id.
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
}

/// `assess import`.
#[derive(Debug, Args)]
pub struct AssessImport {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub workspace: PathBuf,
    /// The answered sheet.
    #[arg(value_name = "FILE.xlsx")]
    pub file: PathBuf,
    /// Only say what would happen.
    #[arg(long)]
    pub dry_run: bool,
}

/// `evidence …`.
#[derive(Debug, Subcommand)]
pub enum Evidence {
    /// List all evidence, or that of one record.
    List(EvidenceList),
    /// Attach a file to a record; the same bytes are kept once.
    Add(EvidenceAdd),
    /// Write the file of a piece of evidence.
    Save(EvidenceSave),
}

/// `evidence list`.
#[derive(Debug, Args)]
pub struct EvidenceList {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// Only what is used on this record, by code or id.
    #[arg(long, value_name = "ID")]
    pub subject: Option<String>,
}

/// `evidence add`.
#[derive(Debug, Args)]
pub struct EvidenceAdd {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub workspace: PathBuf,
    /// The file to attach, at most 100 MB.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The record it supports, by code or id.
    #[arg(long, value_name = "ID")]
    pub subject: String,
    /// Its title; the file's name when left out.
    #[arg(long, value_name = "T")]
    pub title: Option<String>,
    /// The day it shows something for, as YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub effective: Option<String>,
}

/// `evidence save`.
#[derive(Debug, Args)]
pub struct EvidenceSave {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// The evidence, by code or id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// The file to write.
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    /// Write over a file that is there; never over a workspace.
    #[arg(long)]
    pub overwrite: bool,
}

/// `reuse …`.
#[derive(Debug, Subcommand)]
pub enum Reuse {
    /// Bring in results under another framework from a spreadsheet or CSV file.
    Import(ReuseImport),
}

/// `reuse import`.
#[derive(Debug, Args)]
pub struct ReuseImport {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub workspace: PathBuf,
    /// The file with a column of ids and one of statuses.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The framework the ids are of, for example iso27001.
    #[arg(long, value_name = "ID")]
    pub framework: String,
    /// Only say what would happen.
    #[arg(long)]
    pub dry_run: bool,
}

/// `framework …`.
#[derive(Debug, Subcommand)]
pub enum Framework {
    /// List the frameworks.
    List(FrameworkList),
    /// Show all requirements of one framework.
    Show(FrameworkShow),
}

/// `framework list`.
#[derive(Debug, Args)]
pub struct FrameworkList {
    /// Also show frameworks imported into this workspace.
    #[arg(long, value_name = "WS.cairn")]
    pub workspace: Option<PathBuf>,
}

/// `framework show`.
#[derive(Debug, Args)]
pub struct FrameworkShow {
    /// Id of the framework, for example iso42001.
    pub id: String,
    /// Also look among frameworks imported into this workspace.
    #[arg(long, value_name = "WS.cairn")]
    pub workspace: Option<PathBuf>,
}

/// `crosswalk …`.
#[derive(Debug, Subcommand)]
pub enum Crosswalk {
    /// Write a crosswalk as Excel.
    Export(CrosswalkExport),
}

/// `crosswalk export`.
#[derive(Debug, Args)]
pub struct CrosswalkExport {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// The file to write.
    #[arg(value_name = "OUT.xlsx")]
    pub out: PathBuf,
    /// Framework to start from.
    #[arg(long)]
    pub from: String,
    /// Framework to go to.
    #[arg(long)]
    pub to: String,
}

/// `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The workspace file.
    #[arg(value_name = "WS.cairn")]
    pub file: PathBuf,
    /// Which report.
    pub kind: ReportKind,
    /// The file to write: .pdf or .xlsx, the roadmap also .ics.
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    /// The system, by code or id, for `classification` and `obligations`.
    #[arg(long, value_name = "ID")]
    pub system: Option<String>,
    /// The rules, for `classification`; the EU AI Act when left out.
    #[arg(long, value_name = "ID")]
    pub pack: Option<String>,
    /// A decision of the system, in force or replaced, for `classification`; without it the draft, else the decision
    /// in force.
    #[arg(long, value_name = "DEC-00N", requires = "system")]
    pub decision: Option<String>,
    /// A kept version of the document, for `scope`, `soa`, `gap` and `register`; without it the present state.
    #[arg(long, value_name = "N")]
    pub version: Option<u32>,
    /// The person, by name or id, for `interview` and `requests`; without it everybody's.
    #[arg(long, value_name = "NAME", conflicts_with = "department")]
    pub owner: Option<String>,
    /// The assessment, by name or id, for `gap`; the one people work on when left out.
    #[arg(long, value_name = "ID")]
    pub assessment: Option<String>,
    /// The department, for `requests`; without it everybody's.
    #[arg(long, value_name = "NAME")]
    pub department: Option<String>,
}

/// Kinds of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    /// Scope of the management system.
    Scope,
    /// Statement of Applicability.
    Soa,
    /// Gap analysis.
    Gap,
    /// AI system register.
    Register,
    /// Classification of one system.
    Classification,
    /// Register of obligations.
    Obligations,
    /// Steps to certification and actions in order; also as .ics.
    Roadmap,
    /// Interview sheet of the gap analysis.
    Interview,
    /// Requests for evidence.
    Requests,
    /// History of the whole trail.
    History,
}

impl ReportKind {
    /// The word the use case knows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Soa => "soa",
            Self::Gap => "gap",
            Self::Register => "register",
            Self::Classification => "classification",
            Self::Obligations => "obligations",
            Self::Roadmap => "roadmap",
            Self::Interview => "interview",
            Self::Requests => "requests",
            Self::History => "history",
        }
    }
}
