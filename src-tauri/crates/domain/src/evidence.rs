//! Evidence: what may be shown on this computer, and how much of it there should be.

/// Bytes of evidence in one file from which a person is warned: the file becomes slow to copy and to back up.
pub const LARGE: u64 = 2 << 30;

/// Endings of files that only show something. Everything else can run, load or call something when it is opened:
/// programs, scripts, pages, pictures with scripts, documents with macros, archives of unknown content.
const SHOWN: &[&str] = &[
    "avif", "bmp", "csv", "docx", "eml", "flac", "gif", "heic", "jpeg", "jpg", "json", "log", "m4a", "md",
    "mkv", "mov", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "png", "pptx", "tif", "tiff", "tsv",
    "txt", "wav", "webm", "webp", "xlsx", "yaml", "yml",
];

/// Whether a file of this name may be handed to the system's program for it; every other one is only saved.
#[must_use]
pub fn may_open(file_name: &str) -> bool {
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| SHOWN.binary_search(&ending.as_str()).is_ok())
}

/// A name under which a file can be written on any system: no folders, no characters that are special somewhere, none
/// that turn the reading direction and so hide the ending.
#[must_use]
pub fn safe_name(file_name: &str) -> String {
    const LONGEST: usize = 120;
    let plain = |c: char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns || r#"<>:"/\|?*"#.contains(c) { '_' } else { c }
    };
    let name: String = file_name.chars().map(plain).collect();
    let name = name.trim_matches([' ', '.', '-']);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem: String = stem.chars().take(LONGEST).collect();
    let stem = if stem.is_empty() { "_".to_owned() } else { stem };
    let ending: String = ending.chars().take(12).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_shows_is_opened() {
        for name in ["Minutes.PDF", "scan.jpeg", "register.xlsx", "a.b.txt", "talk.mp4"] {
            assert!(may_open(name), "{name}");
        }
        for name in [
            "run.exe",
            "run.sh",
            "page.html",
            "drawing.svg",
            "sheet.xlsm",
            "old.doc",
            "old.xls",
            "x.desktop",
            "x.lnk",
            "x.app",
            "x.jar",
            "x.js",
            "x.ps1",
            "x.bat",
            "a.zip",
            "report.pdf.exe",
            "pdf",
            "",
            "x.pdf ",
        ] {
            assert!(!may_open(name), "{name}");
        }
        assert!(SHOWN.is_sorted(), "the list is searched by halves");
    }

    #[test]
    fn names_lead_nowhere_else() {
        assert_eq!(safe_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(safe_name(r"C:\windows\x.pdf"), "C__windows_x.pdf");
        assert_eq!(safe_name("\u{202e}fdp.exe"), "_fdp.exe");
        assert_eq!(safe_name("--help.pdf"), "help.pdf");
        assert_eq!(safe_name("..."), "_");
        assert_eq!(safe_name("Minutes of 3 March.pdf"), "Minutes of 3 March.pdf");
        let long = safe_name(&format!("{}.pdf", "x".repeat(400)));
        assert!(long.ends_with(".pdf") && long.len() == 124, "{long}");
    }
}
