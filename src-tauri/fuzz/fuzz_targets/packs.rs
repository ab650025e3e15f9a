//! Any text as a pack. The first byte says of which kind.
#![no_main]

use cairn_domain::crosswalk::Crosswalk;
use cairn_domain::framework::Framework;
use cairn_domain::rules::{Answers, PackText, RulePack};
use libfuzzer_sys::fuzz_target;

const STRUCTURE: &str = include_str!("../../../assets/frameworks/nist-ai-rmf.json");
const ENGLISH: &str = include_str!("../../../assets/frameworks/nist-ai-rmf.en.json");
const RULES: &str = include_str!("../../../assets/rules/eu-ai-act-2026-07-27.json");

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    match kind % 5 {
        0 => {
            if let Ok(framework) = Framework::parse(text, ENGLISH) {
                for entry in framework.requirements() {
                    let _ = framework.ancestors(&entry.id);
                }
            }
        }
        1 => drop(Framework::parse(STRUCTURE, text)),
        2 => drop(Crosswalk::parse(text)),
        3 => {
            if let Ok(pack) = RulePack::parse(text) {
                let _ = pack.evaluate(&Answers::default());
            }
        }
        _ => {
            let pack = RulePack::parse(RULES).expect("the shipped rules");
            let _ = PackText::parse(text, &pack);
        }
    }
});
