# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""seeds.py FOLDER [MOST]: what each target begins with, gathered from the tests' own data, what the
articles say and, where they are there, the corpora beside the checkout. Nothing of it is committed.

FOLDER gets a folder for each target, with MOST of them by chance. Long texts and deep ones are made here.
"""
import hashlib
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/data"
SHARED = ROOT.parent / "shared"
LONGEST = 64 * 1024


def strings(value):
    """Every text in a JSON value, names too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "hex" and isinstance(each, (str, list)):
                for code in [each] if isinstance(each, str) else each:
                    yield bytes.fromhex(code)
            else:
                yield key
                yield from strings(each)


def read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def texts(folder, pattern="*.json"):
    for path in sorted(folder.glob(pattern)):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line) if line else {}
                yield from (row["text"],) if "text" in row else strings(row)
        else:
            yield from strings(read(path))


def contents(folder, pattern="*"):
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            yield path.read_bytes()


def lines(folder, pattern, most):
    for path in sorted(folder.glob(pattern)):
        yield from path.read_bytes().splitlines()[:most]


def deep():
    for depth in (40, 600, 5000):
        for opening, closing in (("[", "]"), ('{"a":', "}"), ("<a>", "</a>"), ("(", ")"),
                                 ('{\\"a\\":', "}"), ("%7B%22a%22%3A", "%7D")):
            yield opening * depth + closing * depth
            yield opening * depth


def long():
    for piece in ("a", " ", "\n", "\"", "\\", "\\\\\"", "%25", "<", "=", "&", "a=", "token=", "://",
                  "a@", "eyJa.", "Bearer ", "Authorization: a ", "\"token\":\"", "token:", "1", "1.",
                  "Caused by: ", "> ", "-H '", "curl ", "http://a", "key key ", "error ", "401 ",
                  "not ", "invalid_grant\n", "Tue, ", ",", ";", "Basic a=\"b\", ", "ä", "\u202e",
                  "</token>", "<token>", "token%3D", "a-", "failed to ", "was not able to "):
        yield (piece * LONGEST)[:LONGEST // 16]


def answers(seeds):
    for row in seeds:
        yield row
    for body in list(texts(DATA / "token-response"))[:60]:
        raw = body if isinstance(body, bytes) else body.encode()
        yield (b"HTTP/1.1 200 OK\r\nDate: Tue, 03 Mar 2026 07:08:09 GMT\r\nContent-Type: text/html"
               b"\r\nContent-Length: %d\r\n\r\n" % len(raw)) + raw
        yield (b"HTTP/1.1 429 Too Many\r\nRetry-After: 60\r\nTransfer-Encoding: chunked\r\n\r\n"
               b"%x\r\n" % len(raw)) + raw + b"\r\n0\r\n\r\n"


def packed():
    """Examples of the packs' own rules: what providers answer."""
    for path in sorted((ROOT / "resources/providers").glob("*.json")):
        for rule in (read(path) or {}).get("errors", []):
            for example in rule.get("examples", []):
                yield example.get("body", "")
                yield from example.get("headers", [])


def gather():
    pasted = [*texts(DATA / "diagnose", "*.jsonl"), *texts(SHARED / "errors", "*.jsonl"), *packed()]
    redacted = [*texts(DATA / "redact"), *pasted]
    headers = [*texts(DATA / "www-authenticate"), *texts(DATA / "httpdate"),
               *texts(DATA / "retry-after"), *texts(DATA / "http"), *texts(DATA / "redirect"),
               *texts(DATA / "url-policy"), *texts(SHARED / "data/www-authenticate"),
               *texts(SHARED / "data/httpdate"), *texts(SHARED / "data/retry-after"),
               *texts(SHARED / "data/loopback-garbage"), *texts(SHARED / "data/oauth-vectors"),
               *lines(SHARED / "data/payloads-all-the-things", "*.txt", 40)]
    naughty = [each for each in read(SHARED / "data/blns/blns.json") or [] if each]
    common = [*naughty, *deep(), *long()]
    documented = list(texts(ROOT / "resources/documented"))
    packs = [*contents(ROOT / "resources/providers", "*.json"),
             *contents(DATA / "practice-packs"), *contents(ROOT / "resources/recipes")]
    suite = list(contents(SHARED / "data/JSONTestSuite", "test_*/*.json"))
    return {
        "text": [*pasted, *documented, *common],
        "masking": [*redacted, *headers, *common],
        "request": [*texts(DATA / "redact"), *texts(DATA / "redirect"), *texts(DATA / "url-policy"),
                    *pasted, *common],
        "answer": [*answers([*packed(), *texts(DATA / "token-response"), *suite]), *common],
        "header": [*headers, *common],
        "pack": [*packs, *suite, *contents(ROOT / "resources/documented", "*.json"),
                 *texts(DATA / "credential-lint"), *deep()],
    }


def main(folder, most):
    for target, seeds in gather().items():
        kept = folder / target
        kept.mkdir(parents=True, exist_ok=True)
        raw = {each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass")
               for each in seeds}
        raw = sorted(each for each in raw if 0 < len(each) <= LONGEST)
        raw = random.sample(raw, min(most, len(raw)))
        for each in raw:
            (kept / hashlib.sha1(each).hexdigest()).write_bytes(each)
        print(f"{target}: {len(raw)} seeds", file=sys.stderr)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int((sys.argv + [10**6])[2]))
