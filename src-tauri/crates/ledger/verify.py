#!/usr/bin/env python3
"""Verify a Cairn ledger without Cairn.

Reads entries.jsonl, keys.json and (if there) checkpoint.txt from a folder and checks what docs/ledger-format.md
demands: header lines, hash chain, payload hashes, sequence numbers, times, signatures, checkpoint.

Needs Python 3.9 or newer and, for signatures, the openssl command (3.0 or newer). Nothing else.

What a clean result proves: the entries are those that the holders of the listed keys signed, complete up to the head
of the checkpoint. The list of keys comes from the same folder: compare the device ids with ones you know. A holder of
the keys can write another history; only a checkpoint kept outside their reach (--checkpoint) tells the two apart.
The changesets inside the payloads are not interpreted.

Exit codes: 0 no finding, 1 findings, 2 wrong usage, 3 could not open.
"""

# This stays one file, long as it is: each package holds one copy of it, and an auditor who is to trust it reads one text
# from the top to the end, with nothing to import, install or put beside it.

import argparse
import base64
import binascii
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

MAX_LINE = 1024
MAX_RECORD = 256 * 1024 * 1024
MAX_NOTE = 16384
MAX_SIGNATURES = 16
U32 = 2**32 - 1
U64 = 2**64 - 1
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
NUMBER = "0|[1-9][0-9]{0,19}"
PARENTS = {"genesis": 0, "merge": 2}
KINDS = ("genesis", "schema", "change", "undo", "merge", "member", "device", "approval", "seal", "erase")
FIELDS = (
    ("version", "cairn-entry/1"),
    ("stamp", UUID),
    ("kind", "|".join(KINDS)),
    ("workspace", UUID),
    ("device", "[0-9a-f]{32}"),
    ("seq", NUMBER),
    ("parents", "-|[0-9a-f]{64}(,[0-9a-f]{64})?"),
    ("actor", UUID),
    ("action", "[a-z][a-z0-9._-]{0,63}"),
    ("subject", "[!-~]{1,128}"),
    ("time", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z"),
    ("app", "(?!-$)[!-~]{1,64}"),
    ("schema", NUMBER),
    ("shape", "[0-9a-f]{64}"),
    ("payload-length", NUMBER),
    ("payload-hash", "[0-9a-f]{64}"),
)


class Refused(Exception):
    """Bytes that are not in their canonical form."""


class CannotOpen(Exception):
    """Something needed for verification is not there."""


def demand(holds, what):
    if not holds:
        raise Refused(what)


# Section 2: header lines.


def days_in(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_moment(text):
    year, month, day = int(text[0:4]), int(text[5:7]), int(text[8:10])
    hour, minute, second = int(text[11:13]), int(text[14:16]), int(text[17:19])
    real_day = 1 <= month <= 12 and 1 <= day <= days_in(year, month)
    return real_day and hour <= 23 and minute <= 59 and second <= 59


def parse_header(line):
    """The fields of a header line (bytes, final LF included) as a dictionary."""
    demand(len(line) <= MAX_LINE, "too long")
    demand(line.endswith(b"\n"), "line end")
    body = line[:-1]
    demand(all(byte == 9 or 32 <= byte <= 126 for byte in body), "byte")
    values = body.decode("ascii").split("\t")
    demand(len(values) == len(FIELDS), "%d fields" % len(values))
    header = {}
    for (name, pattern), value in zip(FIELDS, values):
        demand(re.fullmatch(pattern, value), name)
        header[name] = value
    for name, limit in (("seq", U64), ("schema", U32), ("payload-length", U64)):
        header[name] = int(header[name])
        demand(header[name] <= limit, name)
    demand(header["seq"] >= 1, "seq")
    parents = [] if header["parents"] == "-" else header["parents"].split(",")
    demand(len(parents) == PARENTS.get(header["kind"], 1) and len(set(parents)) == len(parents), "parents")
    header["parents"] = parents
    demand(is_moment(header["time"]), "time")
    return header


# Section 3: payloads.


def read_payload(data):
    """The three sections of a payload."""
    magic = b"cairn-payload/1\n"
    demand(data.startswith(magic), "version")
    at, sections = len(magic), []
    for name in ("changeset", "reason", "message"):
        demand(len(data) - at >= 8, name)
        length = int.from_bytes(data[at : at + 8], "big")
        at += 8
        demand(len(data) - at >= length, name)
        sections.append(data[at : at + length])
        at += length
    demand(at == len(data), "trailing")
    for name, section in zip(("reason", "message"), sections[1:]):
        try:
            section.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused(name)
    return sections


def payload_hash(salt, payload):
    return hashlib.sha256(salt + payload).hexdigest()


# Section 4: keys and signatures.

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P


def point(key):
    """The curve point of 32 bytes (RFC 8032, section 5.1.3), or None."""
    number = int.from_bytes(key, "little")
    sign, y = number >> 255, (number & (2**255 - 1)) % P
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square:
        return None
    return (P - x if x % 2 != sign else x) % P, y


def double(a):
    x, y = a
    product = D * x * x * y * y
    return (
        2 * x * y * pow(1 + product, P - 2, P) % P,
        (y * y + x * x) * pow(1 - product, P - 2, P) % P,
    )


def is_usable(key):
    """A point of the curve and none of the eight of small order; demanded of keys and of the R of signatures."""
    at = point(key)
    return at is not None and double(double(double(at))) != (0, 1)


def device_id(key):
    return hashlib.sha256(key).hexdigest()[:32]


def signed_bytes(entry):
    return b"cairn-entry/1\n" + entry.encode("ascii")


class OpenSsl:
    """Ed25519 through the openssl command; one process per signature."""

    DER = bytes.fromhex("302a300506032b6570032100")

    def __init__(self, command):
        self.command = command
        self.folder = tempfile.TemporaryDirectory(prefix="cairn-verify-")
        self.counter = 0
        self.self_test()

    def write(self, data):
        self.counter += 1
        path = os.path.join(self.folder.name, str(self.counter))
        with open(path, "wb") as file:
            file.write(data)
        return path

    def prepare(self, key, message, signature):
        """Writes the inputs of one check; not to be called from several threads."""
        return self.write(self.DER + key), self.write(message), self.write(signature)

    def run(self, paths):
        key, message, signature = paths
        arguments = ["pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", key]
        arguments += ["-rawin", "-in", message, "-sigfile", signature]
        try:
            done = subprocess.run(
                [self.command] + arguments, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except OSError as error:
            raise CannotOpen("the openssl command cannot be run: %s" % error)
        for path in paths:
            os.unlink(path)
        return done.returncode == 0

    def check(self, key, message, signature):
        sound = len(signature) == 64 and is_usable(signature[:32])
        return sound and self.run(self.prepare(key, message, signature))

    def self_test(self):
        """RFC 8032, section 7.1, test 2: an openssl that cannot do Ed25519 must not look like a bad signature."""
        key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        signature = bytes.fromhex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )
        if not self.check(key, b"\x72", signature) or self.check(key, b"\x73", signature):
            raise CannotOpen("the openssl command cannot check Ed25519 signatures; version 3.0 or newer is needed")


# Section 5: checkpoints.


def decode_base64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise Refused("base64")
    demand(base64.b64encode(data).decode("ascii") == text, "base64")
    return data


def parse_checkpoint(note):
    """The statement and the signature lines of a checkpoint (text)."""
    demand(len(note.encode("utf-8")) <= MAX_NOTE, "too long")
    body, blank, rest = note.partition("\n\n")
    demand(blank and rest.endswith("\n"), "unsigned")
    body += "\n"
    pattern = "cairn-ledger/1/(%s)\n([1-9][0-9]{0,19})\n([A-Za-z0-9+/]{43}=)\n" % UUID
    pattern += "(?:state ([0-9a-f]{64})\n)?(?:manifest ([0-9a-f]{64})\n)?"
    match = re.fullmatch(pattern, body)
    demand(match, "body")
    workspace, count, head, state, manifest = match.groups()
    demand(int(count) <= U64, "count")
    statement = {
        "workspace": workspace,
        "count": int(count),
        "head": decode_base64(head).hex(),
        "state": state,
        "manifest": manifest,
    }
    lines = rest[:-1].split("\n")
    demand(len(lines) <= MAX_SIGNATURES, "too many signatures")
    signatures = []
    for line in lines:
        match = re.fullmatch("\u2014 ([!-*,-~]+) ([A-Za-z0-9+/=]+)", line)
        demand(match, "signature line")
        blob = decode_base64(match.group(2))
        demand(len(blob) > 4, "signature line")
        signatures.append((match.group(1), blob[:4], blob[4:]))
    return statement, body.encode("utf-8"), signatures


def note_key(key):
    """Name and key id of a device key in a signature line."""
    name = "cairn-device/" + device_id(key)
    return name, hashlib.sha256(name.encode("ascii") + b"\n\x01" + key).digest()[:4]


# Section 7: the files.


def no_duplicates(pairs):
    members = dict(pairs)
    demand(len(members) == len(pairs), "duplicate member")
    return members


def read_json(data):
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=no_duplicates)
    except (ValueError, RecursionError):
        raise Refused("JSON")


def hexadecimal(value, digits):
    demand(isinstance(value, str) and re.fullmatch("[0-9a-f]{%d}" % digits, value), "hexadecimal")
    return bytes.fromhex(value)


def parse_record(data):
    """Header line, signature, salt and payload of one line of entries.jsonl."""
    demand(data.endswith(b"\n"), "line end")
    record = read_json(data[:-1])
    demand(isinstance(record, dict) and set(record) == {"line", "signature", "salt", "payload"}, "members")
    demand(isinstance(record["line"], str), "line")
    try:
        line = record["line"].encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("line")
    signature = hexadecimal(record["signature"], 128)
    if record["salt"] is None and record["payload"] is None:
        return line, signature, None, None
    salt = hexadecimal(record["salt"], 32)
    demand(isinstance(record["payload"], str), "payload")
    return line, signature, salt, decode_base64(record["payload"])


def parse_keys(data):
    """Device id to (public key, member)."""
    document = read_json(data)
    demand(isinstance(document, dict) and set(document) == {"format", "keys"}, "members")
    demand(document["format"] == "cairn-keys/1" and isinstance(document["keys"], list), "format")
    keys = {}
    for entry in document["keys"]:
        demand(isinstance(entry, dict) and set(entry) == {"device", "member", "public_key"}, "key members")
        key = hexadecimal(entry["public_key"], 64)
        demand(isinstance(entry["member"], str) and re.fullmatch(UUID, entry["member"]), "member")
        demand(entry["device"] == device_id(key) and is_usable(key), "key %s" % entry["device"])
        demand(entry["device"] not in keys, "key twice")
        keys[entry["device"]] = (key, entry["member"])
    return keys


# Section 6: verification.


class Ledger:
    """Checks entries in stored order and collects findings."""

    def __init__(self, keys, workspace, demand_payloads):
        self.keys = keys
        self.workspace = workspace
        self.demand_payloads = demand_payloads
        self.count = 0
        self.absent = 0
        self.findings = []
        self.nodes = {}
        self.stamps = set()
        self.sequence = {}
        self.signatures = []

    def find(self, code, number, entry, detail=""):
        self.findings.append({"code": code, "number": number, "entry": entry, "detail": str(detail)})

    def feed(self, data):
        self.count += 1
        number = self.count
        try:
            line, signature, salt, payload = parse_record(data)
        except Refused as refused:
            return self.find("bad-record", number, None, refused)
        entry = hashlib.sha256(line).hexdigest()
        if payload is not None:
            try:
                read_payload(payload)
            except Refused as refused:
                self.find("bad-payload", number, entry, refused)
        try:
            header = parse_header(line)
        except Refused as refused:
            return self.find("bad-header", number, entry, refused)
        if entry in self.nodes:
            return self.find("duplicate-entry", number, entry)
        self.check_place(header, number, entry)
        self.check_payload(header, number, entry, salt, payload)
        self.check_device(header, number, entry)
        if header["device"] in self.keys:
            self.signatures.append((number, entry, header["device"], signature))

    def check_place(self, header, number, entry):
        self.workspace = self.workspace or header["workspace"]
        if header["workspace"] != self.workspace:
            self.find("other-workspace", number, entry, header["workspace"])
        if header["stamp"] in self.stamps:
            self.find("duplicate-stamp", number, entry, header["stamp"])
        self.stamps.add(header["stamp"])
        if (header["kind"] == "genesis") != (number == 1):
            self.find("misplaced-genesis", number, entry, header["kind"])
        known = []
        for parent in header["parents"]:
            if parent not in self.nodes:
                self.find("unknown-parent", number, entry, parent)
                continue
            known.append(parent)
            self.nodes[parent]["child"] = True
            if header["time"] < self.nodes[parent]["time"]:
                self.find("time-before-parent", number, entry, header["time"])
        self.nodes[entry] = {"number": number, "time": header["time"], "parents": known, "child": False}

    def check_payload(self, header, number, entry, salt, payload):
        if payload is None:
            self.absent += 1
            if self.demand_payloads:
                self.find("payload-missing", number, entry)
            return
        if len(payload) != header["payload-length"]:
            self.find("payload-length", number, entry, len(payload))
        if payload_hash(salt, payload) != header["payload-hash"]:
            self.find("payload-hash", number, entry)

    def check_device(self, header, number, entry):
        device, seq = header["device"], header["seq"]
        expected = self.sequence.get(device, 0) + 1
        if seq > expected:
            self.find("sequence-gap", number, entry, "%d != %d" % (seq, expected))
        if seq < expected:
            self.find("sequence-repeat", number, entry, "%d != %d" % (seq, expected))
        self.sequence[device] = max(seq, expected - 1)
        if device not in self.keys:
            self.find("unknown-device", number, entry, device)
        elif self.keys[device][1] != header["actor"]:
            self.find("actor-mismatch", number, entry, header["actor"])

    def check_signatures(self, openssl):
        """All entry signatures; in portions, so that no more than a few files are there at a time."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for start in range(0, len(self.signatures), 256):
                portion = self.signatures[start : start + 256]
                inputs = [
                    openssl.prepare(self.keys[device][0], signed_bytes(entry), signature)
                    for _, entry, device, signature in portion
                ]
                verdicts = pool.map(openssl.run, inputs)
                for (number, entry, device, signature), good in zip(portion, verdicts):
                    if not (good and is_usable(signature[:32])):
                        self.find("bad-signature", number, entry, device)

    def history_length(self, head):
        """The entry and all its ancestors, counted."""
        seen, todo = set(), [head]
        while todo:
            entry = todo.pop()
            if entry not in seen:
                seen.add(entry)
                todo.extend(self.nodes[entry]["parents"])
        return len(seen)

    def check_checkpoint(self, data, openssl):
        """Gives the statement of the checkpoint, if it can be read."""
        try:
            statement, body, signatures = parse_checkpoint(data.decode("utf-8"))
        except (Refused, UnicodeDecodeError) as refused:
            self.find("bad-checkpoint", 0, None, refused)
            return None
        head = statement["head"]
        if self.workspace is not None and statement["workspace"] != self.workspace:
            self.find("checkpoint-workspace", 0, head, statement["workspace"])
        if head not in self.nodes:
            self.find("checkpoint-head", 0, head)
        elif self.history_length(head) != statement["count"]:
            self.find("checkpoint-count", 0, head, self.history_length(head))
        verdicts = []
        for key, _ in self.keys.values():
            for name, key_id, signature in signatures:
                if (name, key_id) == note_key(key):
                    verdicts.append(openssl.check(key, body, signature))
        if not verdicts or not all(verdicts):
            self.find("checkpoint-signature", 0, head, len(verdicts))
        return statement

    def finish(self):
        """Gives the head."""
        heads = [entry for entry, node in self.nodes.items() if not node["child"]]
        if not heads:
            self.find("empty-ledger", 0, None)
            return None
        for entry in heads[:-1]:
            self.find("second-head", self.nodes[entry]["number"], entry)
        return heads[-1]


def read_file(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise CannotOpen(str(error))


def feed_all(ledger, path):
    try:
        with open(path, "rb") as file:
            while True:
                data = file.readline(MAX_RECORD + 1)
                if not data:
                    return
                if len(data) > MAX_RECORD:
                    ledger.count += 1
                    ledger.find("bad-record", ledger.count, None, "too long")
                    return
                ledger.feed(data)
    except OSError as error:
        raise CannotOpen(str(error))


def verify(arguments, checkpoints):
    """Runs all checks and gives the result as a dictionary."""
    result = {"ok": False, "workspace": None, "entries": 0, "head": None, "absent_payloads": 0}
    result.update({"signatures": arguments.signatures, "devices": [], "checkpoints": [], "findings": []})
    folder = arguments.folder
    try:
        keys = parse_keys(read_file(os.path.join(folder, "keys.json")))
    except Refused as refused:
        result["findings"] = [{"code": "bad-keys", "number": 0, "entry": None, "detail": str(refused)}]
        return result
    openssl = OpenSsl(arguments.openssl)
    ledger = Ledger(keys, arguments.workspace, arguments.demand_payloads)
    feed_all(ledger, os.path.join(folder, "entries.jsonl"))
    if arguments.signatures == "all":
        ledger.check_signatures(openssl)
    statements = [ledger.check_checkpoint(read_file(path), openssl) for path in checkpoints]
    result["checkpoints"] = [statement for statement in statements if statement]
    result["head"] = ledger.finish()
    result["workspace"] = ledger.workspace
    result["entries"] = ledger.count
    result["absent_payloads"] = ledger.absent
    result["devices"] = [{"device": device, "member": keys[device][1]} for device in sorted(keys)]
    result["findings"] = ledger.findings
    result["ok"] = not ledger.findings
    return result


def report(result):
    """The result in words."""
    print("workspace        %s" % result["workspace"])
    print("entries          %d (payloads left out: %d)" % (result["entries"], result["absent_payloads"]))
    print("head             %s" % result["head"])
    done = {
        "all": "checked: those of all entries and of the checkpoints",
        "checkpoints": "checked: those of the checkpoints only; those of the entries were NOT checked",
    }
    print("signatures       %s" % done[result["signatures"]])
    for device in result["devices"]:
        print("device key       %s of member %s" % (device["device"], device["member"]))
    for statement in result["checkpoints"]:
        print("checkpoint       %s, %d entries" % (statement["head"], statement["count"]))
    if not result["checkpoints"]:
        print("checkpoint       none: entries cut off at the end would not be noticed")
    for finding in result["findings"]:
        place = "entry %d" % finding["number"] if finding["number"] else "ledger"
        print("FINDING          %s: %s %s %s" % (place, finding["code"], finding["entry"] or "-", finding["detail"]))
    print("result           %s" % ("no finding" if result["ok"] else "%d findings" % len(result["findings"])))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", help="the folder with entries.jsonl, keys.json and perhaps checkpoint.txt")
    parser.add_argument(
        "--signatures",
        choices=("all", "checkpoints"),
        default="all",
        help="check every signature (about 10 ms each), or only those of checkpoints",
    )
    parser.add_argument(
        "--checkpoint", action="append", default=[], help="also check this checkpoint, kept from earlier"
    )
    parser.add_argument("--workspace", help="the workspace the ledger must belong to")
    parser.add_argument("--demand-payloads", action="store_true", help="a payload left out is a finding")
    parser.add_argument("--openssl", default="openssl", help="the openssl command")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if arguments.workspace is not None and not re.fullmatch(UUID, arguments.workspace):
        parser.error("--workspace is not a lower-case UUID")
    own = os.path.join(arguments.folder, "checkpoint.txt")
    checkpoints = ([own] if os.path.exists(own) else []) + arguments.checkpoint
    if arguments.signatures == "checkpoints" and not checkpoints:
        parser.error("--signatures checkpoints needs a checkpoint")
    try:
        result = verify(arguments, checkpoints)
    except CannotOpen as error:
        print("cannot open: %s" % error, file=sys.stderr)
        return 3
    if arguments.json:
        print(json.dumps(result, ensure_ascii=True))
    else:
        report(result)
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
