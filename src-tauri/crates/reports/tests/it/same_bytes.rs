//! The same model gives the same bytes.

use crate::sample;
use cairn_reports::{Report, render};

#[test]
fn twice_and_on_several_threads() {
    let report = sample::statement();
    let first = render(&report).expect("renders");
    assert_eq!(render(&report).expect("renders").bytes, first.bytes);
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| render(&report).expect("renders").bytes)).collect();
        for thread in threads {
            assert!(thread.join().expect("no panic") == first.bytes);
        }
    });
}

#[test]
fn another_model_gives_another_identity() {
    let report = sample::statement();
    let mut other = report.clone();
    other.cover.lead.push('!');
    let identity = |report: &Report| {
        let bytes = render(report).expect("renders").bytes;
        let at = bytes.windows(4).rposition(|w| w == b"/ID[").expect("the trailer has an identity");
        bytes[at..].iter().copied().take(60).collect::<Vec<u8>>()
    };
    assert_eq!(identity(&report), identity(&report.clone()));
    assert_ne!(identity(&report), identity(&other));
}
