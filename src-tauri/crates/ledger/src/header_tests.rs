use proptest::prelude::*;

use super::*;

fn example() -> Header {
    Header {
        stamp: Uuid::from_u128(0x0193_5a7c_0000_7000_8000_0000_0000_0001),
        kind: Kind::Change,
        workspace: Uuid::from_u128(2),
        device: DeviceKeyId([0x0d; 16]),
        seq: 7,
        parents: vec![EntryId([0xaa; 32])],
        actor: Uuid::from_u128(3),
        action: "soa.decide".into(),
        subject: None,
        time: "2026-11-23T14:02:11.000Z".into(),
        app: "cairn/0.1.0".into(),
        schema: 1,
        shape: [0x5e; 32],
        payload_length: 40,
        payload_hash: [0x11; 32],
    }
}

#[test]
fn line_is_as_documented() {
    let line = example().to_line().unwrap();
    let expected = [
        "cairn-entry/1",
        "01935a7c-0000-7000-8000-000000000001",
        "change",
        "00000000-0000-0000-0000-000000000002",
        &"0d".repeat(16),
        "7",
        &"aa".repeat(32),
        "00000000-0000-0000-0000-000000000003",
        "soa.decide",
        "-",
        "2026-11-23T14:02:11.000Z",
        "cairn/0.1.0",
        "1",
        &"5e".repeat(32),
        "40",
        &"11".repeat(32),
    ]
    .join("\t")
        + "\n";
    assert_eq!(line, expected);
    assert_eq!(Header::parse(&line), Ok(example()));
    assert_eq!(example().id(), entry_id(&line));
}

#[test]
fn kinds_have_one_word_each() {
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
    }
    assert!("Change".parse::<Kind>().is_err());
}

/// The example line with the field at `place` replaced.
fn with_field(place: usize, value: &str) -> String {
    let line = example().to_line().unwrap();
    let mut fields: Vec<&str> = line.trim_end_matches('\n').split('\t').collect();
    *fields.get_mut(place).unwrap() = value;
    fields.join("\t") + "\n"
}

#[test]
fn other_spellings_are_refused() {
    let long_subject = "x".repeat(129);
    let long_action = "x".repeat(65);
    let two_equal = format!("{0},{0}", "aa".repeat(32));
    let upper_hex = "AA".repeat(32);
    let cases: &[(usize, &str, HeaderError)] = &[
        (0, "cairn-entry/2", HeaderError::Version),
        (1, "01935A7C-0000-7000-8000-000000000001", HeaderError::Field("stamp")),
        (1, "01935a7c000070008000000000000001", HeaderError::Field("stamp")),
        (1, "{01935a7c-0000-7000-8000-000000000001}", HeaderError::Field("stamp")),
        (2, "Change", HeaderError::Field("kind")),
        (2, "merge", HeaderError::Field("parents")),
        (2, "genesis", HeaderError::Field("parents")),
        (3, "-", HeaderError::Field("workspace")),
        (4, "0d0d", HeaderError::Field("device")),
        (5, "0", HeaderError::Field("seq")),
        (5, "07", HeaderError::Field("seq")),
        (5, "+7", HeaderError::Field("seq")),
        (5, "", HeaderError::Field("seq")),
        (5, "18446744073709551616", HeaderError::Field("seq")),
        (6, "-", HeaderError::Field("parents")),
        (6, "", HeaderError::Field("parents")),
        (6, &two_equal, HeaderError::Field("parents")),
        (6, &upper_hex, HeaderError::Field("parents")),
        (8, "", HeaderError::Field("action")),
        (8, "Soa.decide", HeaderError::Field("action")),
        (8, "soa decide", HeaderError::Field("action")),
        (8, "-", HeaderError::Field("action")),
        (8, &long_action, HeaderError::Field("action")),
        (9, "", HeaderError::Field("subject")),
        (9, "a b", HeaderError::Field("subject")),
        (9, &long_subject, HeaderError::Field("subject")),
        (10, "2026-11-23T14:02:11Z", HeaderError::Field("time")),
        (11, "-", HeaderError::Field("app")),
        (11, "", HeaderError::Field("app")),
        (12, "4294967296", HeaderError::Field("schema")),
        (12, "01", HeaderError::Field("schema")),
        (13, &upper_hex, HeaderError::Field("shape")),
        (14, "-1", HeaderError::Field("payload-length")),
        (15, "-", HeaderError::Field("payload-hash")),
        (15, "a\u{7f}", HeaderError::Byte(500)),
    ];
    for (place, value, expected) in cases {
        let refused = Header::parse(&with_field(*place, value)).unwrap_err();
        if matches!(expected, HeaderError::Byte(_)) {
            assert!(matches!(refused, HeaderError::Byte(_)), "{place} {value:?}: {refused}");
        } else {
            assert_eq!(refused, *expected, "{place} {value:?}");
        }
    }
}

#[test]
fn line_form_is_strict() {
    let line = example().to_line().unwrap();
    let body = line.trim_end_matches('\n');
    assert_eq!(Header::parse(body), Err(HeaderError::LineEnd));
    assert!(matches!(Header::parse(&format!("{body}\r\n")), Err(HeaderError::Byte(_))));
    assert!(matches!(Header::parse(&format!("{line}\n")), Err(HeaderError::Byte(_))));
    assert_eq!(Header::parse(&format!("{body}\t\n")), Err(HeaderError::FieldCount(17)));
    assert!(matches!(Header::parse(&format!("{}\n", "x".repeat(MAX_LINE))), Err(HeaderError::TooLong(_))));
    assert!(matches!(Header::parse(&line.replace("soa", "söa")), Err(HeaderError::Byte(_))));
    assert_eq!(Header::parse(""), Err(HeaderError::LineEnd));
}

#[test]
fn a_header_that_breaks_a_rule_is_not_written() {
    let broken: [fn(&mut Header); 7] = [
        |header| header.seq = 0,
        |header| header.action = "soa\tdecide".into(),
        |header| header.subject = Some("-".into()),
        |header| header.subject = Some("a\nb".into()),
        |header| header.time = "now".into(),
        |header| header.app = String::new(),
        |header| header.parents.clear(),
    ];
    for breaks in broken {
        let mut header = example();
        breaks(&mut header);
        assert!(header.to_line().is_err(), "{header:?}");
    }
}

fn any_header() -> impl Strategy<Value = Header> {
    let names = ("[a-z][a-z0-9._-]{0,63}", prop::option::of("[!-~]{2,128}"), "[!-~]{2,64}");
    let time = (0u32..10_000, 1u32..13, 1u32..29, 0u32..24, 0u32..60, 0u32..60, 0u32..1000).prop_map(
        |(year, month, day, hour, minute, second, milli)| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
        },
    );
    let ids = (any::<[u128; 3]>(), prop::sample::select(Kind::ALL.to_vec()), any::<[u8; 16]>());
    let hashes = (any::<[u8; 32]>(), any::<[u8; 32]>(), any::<[u8; 32]>());
    let numbers = (1..=u64::MAX, any::<u32>(), any::<u64>());
    (ids, names, time, hashes, numbers).prop_map(|(ids, names, time, hashes, numbers)| {
        let ([stamp, workspace, actor], kind, device) = ids;
        let mut other = hashes.0;
        *other.last_mut().unwrap() ^= 1;
        let parents = [hashes.0, other].into_iter().take(kind.parents()).map(EntryId).collect();
        Header {
            stamp: Uuid::from_u128(stamp),
            kind,
            workspace: Uuid::from_u128(workspace),
            device: DeviceKeyId(device),
            seq: numbers.0,
            parents,
            actor: Uuid::from_u128(actor),
            action: names.0,
            subject: names.1,
            time,
            app: names.2,
            schema: numbers.1,
            shape: hashes.1,
            payload_length: numbers.2,
            payload_hash: hashes.2,
        }
    })
}

proptest! {
    #![proptest_config(crate::properties())]

    #[test]
    fn any_header_comes_back(header in any_header()) {
        let line = header.to_line().unwrap();
        prop_assert!(line.len() <= MAX_LINE);
        prop_assert_eq!(Header::parse(&line), Ok(header.clone()));
        prop_assert_eq!(header.id(), entry_id(&line));
    }

    #[test]
    fn a_changed_line_is_refused_or_is_another_header(header in any_header(), at: prop::sample::Index, byte: u8) {
        let line = header.to_line().unwrap();
        let mut bytes = line.clone().into_bytes();
        *bytes.get_mut(at.index(line.len())).unwrap() = byte;
        if let Ok(changed) = String::from_utf8(bytes)
            && let Ok(parsed) = Header::parse(&changed)
        {
            prop_assert_eq!(parsed.to_line(), Ok(changed.clone()));
            prop_assert_eq!(parsed == header, changed == line);
        }
    }

    #[test]
    fn any_text_is_handled(text in "\\PC{0,200}\n?") {
        let _ = Header::parse(&text);
    }
}
