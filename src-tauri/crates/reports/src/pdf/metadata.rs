//! Title, author and dates, once for old readers and once as XMP.

use lopdf::{Dictionary, Object, dictionary};

use super::text;
use crate::model::Report;

const PRODUCER: &str = "Cairn";

/// The document information dictionary.
pub(crate) fn info(report: &Report) -> Dictionary {
    let mut info = dictionary! { "Title" => text(&report.cover.title), "Producer" => text(PRODUCER) };
    info.set("Creator", text(PRODUCER));
    if !report.author.is_empty() {
        info.set("Author", text(&report.author));
    }
    if !report.subject.is_empty() {
        info.set("Subject", text(&report.subject));
    }
    if let Some(moment) = moment(report) {
        let digits: String = moment.chars().filter(char::is_ascii_digit).collect();
        let date = Object::string_literal(format!("D:{digits}Z"));
        info.set("CreationDate", date.clone());
        info.set("ModDate", date);
    }
    info
}

/// The moment of the content as `YYYY-MM-DDTHH:MM:SS`, if it has that form.
fn moment(report: &Report) -> Option<&str> {
    let given = report.created.as_deref()?;
    let moment = given.get(..19)?;
    let right = moment
        .bytes()
        .zip("0000-00-00T00:00:00".bytes())
        .all(|(found, form)| if form == b'0' { found.is_ascii_digit() } else { found == form });
    (right && given.ends_with('Z')).then_some(moment)
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Not allowed in XML 1.0.
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The XMP packet.
pub(crate) fn xmp(report: &Report) -> String {
    let language = if report.language.is_empty() { "und" } else { &report.language };
    let mut parts = vec![
        format!(
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>",
            escaped(&report.cover.title)
        ),
        format!("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>", escaped(language)),
        "<dc:format>application/pdf</dc:format>".to_owned(),
        format!("<pdf:Producer>{PRODUCER}</pdf:Producer>"),
        format!("<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"),
    ];
    if !report.author.is_empty() {
        let author = escaped(&report.author);
        parts.push(format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"));
    }
    if !report.subject.is_empty() {
        let subject = escaped(&report.subject);
        parts.push(format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        ));
    }
    if let Some(moment) = moment(report) {
        parts.push(format!(
            "<xmp:CreateDate>{moment}Z</xmp:CreateDate><xmp:ModifyDate>{moment}Z</xmp:ModifyDate>"
        ));
    }
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n{}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket \
         end=\"r\"?>",
        parts.join("\n")
    )
}
