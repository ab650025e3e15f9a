//! Reading a PDF back with other people's programs. A missing program fails the test and says so.

use std::path::PathBuf;
use std::process::Command;

use cairn_reports::{Rendered, Report, render};

/// A printed report in a file of its own.
pub struct Printed {
    pub rendered: Rendered,
    folder: tempfile::TempDir,
}

/// Renders a report and checks the file with qpdf.
pub fn print(report: &Report) -> Printed {
    let rendered = render(report).expect("a report always renders");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let printed = Printed { rendered, folder };
    std::fs::write(printed.path(), &printed.rendered.bytes).expect("the file is written");
    let verdict = run("qpdf", &["--check", &printed.name()]);
    assert!(verdict.contains("No syntax or stream encoding errors found"), "{verdict}");
    printed
}

impl Printed {
    fn path(&self) -> PathBuf {
        self.folder.path().join("report.pdf")
    }

    fn name(&self) -> String {
        self.path().display().to_string()
    }

    /// Text of the pages as they look.
    pub fn layout(&self) -> String {
        run("pdftotext", &["-layout", "-enc", "UTF-8", &self.name(), "-"])
    }

    /// Text in the order of the page content.
    pub fn raw(&self) -> String {
        run("pdftotext", &["-raw", "-enc", "UTF-8", &self.name(), "-"])
    }

    /// Text whose characters lie on the paper.
    pub fn cropped(&self) -> String {
        run(
            "pdftotext",
            &["-cropbox", "-nopgbrk", "-x", "0", "-y", "0", "-W", "595", "-H", "842", &self.name(), "-"],
        )
    }

    /// The structure tree with its text.
    pub fn structure(&self) -> String {
        run("pdfinfo", &["-struct-text", &self.name()])
    }

    /// Facts about the file.
    pub fn info(&self) -> String {
        run("pdfinfo", &[&self.name()])
    }

    /// The fonts, one per line after two lines of head.
    pub fn fonts(&self) -> String {
        run("pdffonts", &[&self.name()])
    }

    /// All objects as JSON.
    pub fn objects(&self) -> String {
        run("qpdf", &["--json", &self.name()])
    }
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|e| {
        panic!("{program} is needed (packages poppler-utils and qpdf) and cannot be run: {e}")
    });
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {errors}");
    assert!(!errors.contains("Error"), "{program} {arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Everything but white space, for comparisons that do not depend on line breaks.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
