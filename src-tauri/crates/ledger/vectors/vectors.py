#!/usr/bin/env python3
"""The test vectors of docs/ledger-format.md, computed without Cairn's Rust code.

Without an option: computes all vectors and compares them with the committed files. With --write: writes them.
Uses verify.py beside this folder and the openssl command. Exit codes: 0 equal, 1 different.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True
import verify  # noqa: E402

WORKSPACE = "01935a7c-1f00-7000-8000-0000000000aa"
PRIVATE = bytes.fromhex("302e020100300506032b657004220420")
PUBLIC_PREFIX = len(verify.OpenSsl.DER)


def openssl(arguments, **files):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        return subprocess.run(["openssl"] + arguments, cwd=folder, capture_output=True, check=True).stdout


def public_key(seed):
    return openssl(["pkey", "-inform", "DER", "-in", "key", "-pubout", "-outform", "DER"], key=PRIVATE + seed)[
        PUBLIC_PREFIX:
    ]


def sign(seed, message):
    arguments = ["pkeyutl", "-sign", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "message"]
    return openssl(arguments, key=PRIVATE + seed, message=message)


SEEDS = [bytes([n] * 32) for n in (1, 2)]
KEYS = [public_key(seed) for seed in SEEDS]
DEVICES = [verify.device_id(key) for key in KEYS]
MEMBERS = ["01935a7c-1f00-7000-8000-00000000000%d" % n for n in (1, 2)]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def line_of(fields):
    parents = ",".join(fields["parents"]) or "-"
    values = dict(fields, version="cairn-entry/1", parents=parents, subject=fields["subject"] or "-")
    return "\t".join(str(values[name]) for name, _ in verify.FIELDS) + "\n"


def fields_of(**changes):
    fields = {
        "stamp": "01935a7c-1f00-7000-8000-000000000001",
        "kind": "change",
        "workspace": WORKSPACE,
        "device": DEVICES[0],
        "seq": 2,
        "parents": ["aa" * 32],
        "actor": MEMBERS[0],
        "action": "soa.decide",
        "subject": "01935a7c-1f00-7000-8000-0000000000bb",
        "time": "2026-11-23T14:02:11.250Z",
        "app": "cairn/0.1.0",
        "schema": 1,
        "shape": "5e" * 32,
        "payload-length": 40,
        "payload-hash": "11" * 32,
    }
    fields.update({name.replace("_", "-"): value for name, value in changes.items()})
    return fields


def headers():
    valid = []
    for name, fields in (
        ("change", fields_of()),
        ("genesis", fields_of(kind="genesis", seq=1, parents=[], action="workspace.create", subject=None)),
        ("merge", fields_of(kind="merge", parents=["bb" * 32, "aa" * 32], action="merge", subject=None)),
        ("largest numbers", fields_of(seq=verify.U64, schema=verify.U32, payload_length=verify.U64)),
        ("leap day", fields_of(time="2028-02-29T23:59:59.999Z")),
        ("zeros", fields_of(schema=0, payload_length=0, time="0000-01-01T00:00:00.000Z")),
        ("longest words", fields_of(action="a" * 64, subject="~" * 128, app="!" * 64)),
    ):
        line = line_of(fields)
        valid.append({"name": name, "fields": fields, "line": line, "id": sha256(line.encode())})
    good = line_of(fields_of())
    invalid = {
        "another version": good.replace("cairn-entry/1", "cairn-entry/2"),
        "no line feed": good[:-1],
        "two line feeds": good + "\n",
        "carriage return": good[:-1] + "\r\n",
        "one field more": good[:-1] + "\t-\n",
        "one field less": good.replace("\tsoa.decide", ""),
        "space for tab": good.replace("\tsoa.decide", " soa.decide"),
        "byte outside ASCII": good.replace("soa", "s\u00f6a"),
        "delete character": good.replace("soa", "s\u007fa"),
        "upper-case digits of a hash": good.replace("aa" * 32, "AA" * 32),
        "upper-case digits of a UUID": good.replace(MEMBERS[0], MEMBERS[0].upper()),
        "UUID without hyphens": good.replace(MEMBERS[0], MEMBERS[0].replace("-", "")),
        "leading zero": line_of(fields_of(seq="02")),
        "sign": line_of(fields_of(seq="+2")),
        "sequence number 0": line_of(fields_of(seq=0)),
        "number too large": line_of(fields_of(payload_length=verify.U64 + 1)),
        "schema too large": line_of(fields_of(schema=verify.U32 + 1)),
        "unknown kind": line_of(fields_of(kind="delete")),
        "change without parent": line_of(fields_of(parents=[])),
        "genesis with parent": line_of(fields_of(kind="genesis")),
        "merge with one parent": line_of(fields_of(kind="merge")),
        "merge with the same parent twice": line_of(fields_of(kind="merge", parents=["aa" * 32] * 2)),
        "upper-case action": line_of(fields_of(action="Soa.decide")),
        "action too long": line_of(fields_of(action="a" * 65)),
        "space in the subject": line_of(fields_of(subject="a b")),
        "subject too long": line_of(fields_of(subject="a" * 129)),
        "empty subject without the hyphen": good.replace(fields_of()["subject"], ""),
        "no program": line_of(fields_of(app="-")),
        "day that does not exist": line_of(fields_of(time="2027-02-29T00:00:00.000Z")),
        "century that is no leap year": line_of(fields_of(time="1900-02-29T00:00:00.000Z")),
        "leap second": line_of(fields_of(time="2026-12-31T23:59:60.000Z")),
        "time without milliseconds": line_of(fields_of(time="2026-11-23T14:02:11Z")),
        "time with an offset": line_of(fields_of(time="2026-11-23T14:02:11.250+00:00")),
        "longer than 1024 bytes": line_of(fields_of(action="a" * 600)),
    }
    return {"valid": valid, "invalid": [{"name": name, "line": line} for name, line in invalid.items()]}


def payload_bytes(changeset, reason, message):
    data = b"cairn-payload/1\n"
    for section in (changeset, reason.encode("utf-8"), message.encode("utf-8")):
        data += len(section).to_bytes(8, "big") + section
    return data


def payloads():
    valid, salt = [], bytes(range(16))
    for name, sections in (
        ("empty", (b"", "", "")),
        ("all sections", (bytes.fromhex("5400ff0a"), "Agreed in the meeting", "history-soa-decided")),
        ("text outside ASCII", (b"\x00", "Gr\u00fc\u00dfe \U0001f9ed\nsecond line", "m")),
    ):
        data = payload_bytes(*sections)
        texts = {"changeset": sections[0].hex(), "reason": sections[1], "message": sections[2]}
        hashed = {"bytes": data.hex(), "salt": salt.hex(), "hash": verify.payload_hash(salt, data)}
        valid.append(dict({"name": name}, **texts, **hashed))
    good = payload_bytes(b"\x01", "reason", "message")
    invalid = {
        "nothing": b"",
        "another version": good.replace(b"/1", b"/2", 1),
        "cut short": good[:-1],
        "one byte more": good + b"\x00",
        "length beyond the end": good[:16] + b"\xff" * 8 + good[24:],
        "little-endian length": good[:16] + good[16:24][::-1] + good[24:],
        "reason not UTF-8": good.replace(b"reason", b"reas\xff\xff"),
    }
    return {"valid": valid, "invalid": [{"name": name, "bytes": data.hex()} for name, data in invalid.items()]}


def signatures():
    valid = []
    for seed, key, device in zip(SEEDS, KEYS, DEVICES):
        entry = sha256(b"an entry of " + device.encode())
        message = verify.signed_bytes(entry)
        case = {"seed": seed.hex(), "public_key": key.hex(), "device": device, "entry": entry}
        valid.append(dict(case, signed_bytes=message.hex(), signature=sign(seed, message).hex()))
    seed, key, entry = SEEDS[0], KEYS[0], valid[0]["entry"]
    order = 2**252 + 27742317777372353535851937790883648493
    good = bytes.fromhex(valid[0]["signature"])
    larger = int.from_bytes(good[32:], "little") + order
    # A key holder can sign with r = 0: then R is the neutral element and S the product of challenge and secret scalar.
    neutral = b"\x01" + bytes(31)
    secret = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little") & (2**254 - 8) | 2**254
    challenge = hashlib.sha512(neutral + key + verify.signed_bytes(entry)).digest()
    product = int.from_bytes(challenge, "little") * secret % order
    refused = {
        "S not below the group order": good[:32] + larger.to_bytes(32, "little"),
        "R of small order": neutral + product.to_bytes(32, "little"),
        "another entry": sign(seed, verify.signed_bytes("00" * 32)),
        "another domain": sign(seed, b"other\n" + entry.encode()),
        "another key": sign(SEEDS[1], verify.signed_bytes(entry)),
    }
    refused = [
        {"name": name, "public_key": key.hex(), "entry": entry, "signature": signature.hex()}
        for name, signature in refused.items()
    ]
    unusable = {
        "neutral element": "01" + "00" * 31,
        "point of order 2": "ec" + "ff" * 30 + "7f",
        "point of order 4": "00" * 32,
        "point of order 8": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "no point of the curve": "02" + "00" * 31,
    }
    unusable = [{"name": name, "public_key": key} for name, key in unusable.items()]
    return {"valid": valid, "refused": refused, "unusable": unusable}


def body_of(statement):
    head = base64.b64encode(bytes.fromhex(statement["head"])).decode()
    body = "cairn-ledger/1/%s\n%d\n%s\n" % (statement["workspace"], statement["count"], head)
    for name in ("state", "manifest"):
        body += "%s %s\n" % (name, statement[name]) if statement[name] else ""
    return body


def note_of(statement, seeds):
    body = body_of(statement)
    note = body + "\n"
    for seed in seeds:
        name, key_id = verify.note_key(public_key(seed))
        blob = base64.b64encode(key_id + sign(seed, body.encode())).decode()
        note += "\u2014 %s %s\n" % (name, blob)
    return note


def statement_of(**changes):
    statement = {"workspace": WORKSPACE, "count": 12, "head": "fb" * 32, "state": None, "manifest": None}
    return dict(statement, **changes)


def checkpoints():
    valid = []
    for name, statement, seeds in (
        ("plain", statement_of(), SEEDS[:1]),
        ("state", statement_of(state="01" * 32), SEEDS[:1]),
        ("state and manifest, two signatures", statement_of(state="01" * 32, manifest="02" * 32), SEEDS),
        ("largest count", statement_of(count=verify.U64), SEEDS[:1]),
    ):
        body = body_of(statement)
        case = {"name": name, "statement": statement, "body": body, "digest": sha256(body.encode())}
        valid.append(dict(case, seeds=[seed.hex() for seed in seeds], note=note_of(statement, seeds)))
    good = note_of(statement_of(state="01" * 32, manifest="02" * 32), SEEDS[:1])
    body, _, lines = good.partition("\n\n")
    state, manifest = "state " + "01" * 32, "manifest " + "02" * 32
    invalid = {
        "nothing": "",
        "no signature": body + "\n",
        "no signature after the blank line": body + "\n\n",
        "no line feed at the end": good[:-1],
        "blank line at the end": good + "\n",
        "another version": good.replace("cairn-ledger/1/", "cairn-ledger/2/"),
        "count 0": good.replace("\n12\n", "\n0\n"),
        "count with a leading zero": good.replace("\n12\n", "\n012\n"),
        "count too large": good.replace("\n12\n", "\n%d\n" % (verify.U64 + 1)),
        "head without padding": good.replace("=\nstate", "\nstate"),
        "head with loose bits": good.replace("s=\nstate", "t=\nstate"),
        "upper-case state": good.replace("01" * 32, "0A" * 32),
        "manifest before state": good.replace(state + "\n" + manifest, manifest + "\n" + state),
        "state twice": good.replace(state, state + "\n" + state),
        "unknown line": good.replace(state, "other x\n" + state),
        "hyphen for the dash": good.replace("\u2014", "-"),
        "name with a plus sign": good.replace("cairn-device/", "cairn+device/"),
        "signature line without a signature": body + "\n\n\u2014 name AAAAAA==\n",
        "too many signatures": body + "\n\n" + lines * 17,
    }
    return {"valid": valid, "invalid": [{"name": name, "note": note} for name, note in invalid.items()]}


def leaf(event):
    return hashlib.sha256(b"\x00" + event).digest()


def split_of(count):
    split = 1
    while split * 2 < count:
        split *= 2
    return split


def root_of(events):
    if len(events) < 2:
        return leaf(events[0]) if events else hashlib.sha256(b"").digest()
    split = split_of(len(events))
    return hashlib.sha256(b"\x01" + root_of(events[:split]) + root_of(events[split:])).digest()


def path_of(index, events):
    if len(events) == 1:
        return []
    split = split_of(len(events))
    if index < split:
        return path_of(index, events[:split]) + [root_of(events[split:])]
    return path_of(index - split, events[split:]) + [root_of(events[:split])]


def merkle():
    cases = []
    for count in (0, 1, 2, 3, 7, 8, 13):
        events = [("event %d" % n).encode() for n in range(count)]
        proofs = [[node.hex() for node in path_of(index, events)] for index in range(count)]
        texts = [event.decode() for event in events]
        cases.append({"events": texts, "root": root_of(events).hex(), "proofs": proofs})
    return {"trees": cases}


def content_bytes(domain, version, steps):
    def sized(kind, data):
        return kind + len(data).to_bytes(8, "big") + data

    data = b"cairn-content/1\n" + sized(b"d", domain.encode()) + version.to_bytes(4, "big")
    for kind, value in steps:
        data += {
            "field": lambda: sized(b"f", value.encode()),
            "text": lambda: sized(b"t", value.encode()),
            "bytes": lambda: sized(b"b", bytes.fromhex(value)),
            "integer": lambda: b"i" + value.to_bytes(8, "big", signed=True),
            "boolean": lambda: b"o" + bytes([value]),
            "absent": lambda: b"n",
            "list": lambda: b"l" + value.to_bytes(8, "big"),
        }[kind]()
    return data


def content():
    cases = []
    steps = [["field", "title"], ["text", "Gr\u00fc\u00dfe"], ["field", "note"], ["absent", None]]
    steps += [["list", 2], ["integer", -1], ["integer", 2**53], ["boolean", True], ["boolean", False]]
    for domain, version, case in (("soa", 1, []), ("soa", 2, []), ("gap", 1, steps), ("x", 1, [["bytes", "00ff"]])):
        data = content_bytes(domain, version, case)
        cases.append({"domain": domain, "version": version, "steps": case, "bytes": data.hex(), "hash": sha256(data)})
    return {"contents": cases}


def ledger():
    """Two devices that diverge after the second entry, a merge, and one payload left out."""
    lines, records, counters = [], [], [0, 0]

    def append(device, kind, parents, time, held=True):
        counters[device] += 1
        salt, data = bytes([len(records)] * 16), payload_bytes(bytes([len(records)]), "", "history-" + kind)
        fields = fields_of(kind=kind, seq=counters[device], device=DEVICES[device], actor=MEMBERS[device])
        fields.update(stamp="01935a7c-1f00-7000-8000-%012d" % len(records), time="2026-11-23T14:00:%s.000Z" % time)
        fields.update({"parents": parents, "subject": None, "action": "test." + kind, "payload-length": len(data)})
        fields["payload-hash"] = verify.payload_hash(salt, data)
        line = line_of(fields)
        entry = sha256(line.encode())
        signature = sign(SEEDS[device], verify.signed_bytes(entry)).hex()
        body = {"salt": salt.hex(), "payload": base64.b64encode(data).decode()}
        record = {"line": line, "signature": signature}
        record.update(body if held else {"salt": None, "payload": None})
        records.append(json.dumps(record, separators=(",", ":")) + "\n")
        lines.append(line)
        return entry

    first = append(0, "genesis", [], "00")
    second = append(0, "device", [first], "00")
    ours = append(0, "change", [second], "01", held=False)
    theirs = append(1, "change", [second], "02")
    head = append(0, "merge", [ours, theirs], "02")
    keys = sorted(
        ({"device": d, "member": m, "public_key": k.hex()} for d, m, k in zip(DEVICES, MEMBERS, KEYS)),
        key=lambda key: key["device"],
    )
    statement = statement_of(count=5, head=head)
    return {
        "entries.jsonl": "".join(records),
        "keys.json": json.dumps({"format": "cairn-keys/1", "keys": keys}, indent=2) + "\n",
        "checkpoint.txt": note_of(statement, SEEDS[:1]),
        "head": head,
        "entries": 5,
        "absent_payloads": 1,
    }


FILES = (headers, payloads, signatures, checkpoints, merkle, content, ledger)


def main():
    different = []
    for make in FILES:
        path = os.path.join(HERE, make.__name__ + ".json")
        text = json.dumps(make(), indent=1, ensure_ascii=True) + "\n"
        if "--write" in sys.argv[1:]:
            with open(path, "w", encoding="ascii") as file:
                file.write(text)
        else:
            with open(path, encoding="ascii") as file:
                if file.read() != text:
                    different.append(make.__name__)
    check_verifier()
    for name in different:
        print("different: %s" % name, file=sys.stderr)
    return 1 if different else 0


def check_verifier():
    """verify.py must take every valid vector and refuse every invalid one."""

    def refuses(function, value):
        try:
            function(value)
        except verify.Refused:
            return True
        return False

    for case in headers()["valid"]:
        parsed = verify.parse_header(case["line"].encode())
        parsed.pop("version")
        assert dict(parsed, subject=None if parsed["subject"] == "-" else parsed["subject"]) == case["fields"], case
    for case in headers()["invalid"]:
        assert refuses(verify.parse_header, case["line"].encode("utf-8")), case
    for case in payloads()["invalid"]:
        assert refuses(verify.read_payload, bytes.fromhex(case["bytes"])), case
    for case in signatures()["valid"]:
        assert verify.is_usable(bytes.fromhex(case["public_key"])), case
    command = verify.OpenSsl("openssl")
    for expected, case in [(True, case) for case in signatures()["valid"]] + [
        (False, case) for case in signatures()["refused"]
    ]:
        key, signature = bytes.fromhex(case["public_key"]), bytes.fromhex(case["signature"])
        assert command.check(key, verify.signed_bytes(case["entry"]), signature) == expected, case
    for case in signatures()["unusable"]:
        assert not verify.is_usable(bytes.fromhex(case["public_key"])), case
    for case in checkpoints()["valid"]:
        assert verify.parse_checkpoint(case["note"])[0] == case["statement"], case
    for case in checkpoints()["invalid"]:
        assert refuses(verify.parse_checkpoint, case["note"]), case


if __name__ == "__main__":
    sys.exit(main())
