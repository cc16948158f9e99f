#!/usr/bin/env python3
"""Figures of what the window wrote to its trace (`fairlead --trace FILE`), for tests/bench/window.sh.

    window.py frames TRACE FROM [TO]   how long frames took, from a line to a line
    window.py opened TRACE...          when the first list stood, of several starts
    window.py looked TRACE FROM        how long after it was asked for a file's first rows were there
    window.py has TRACE FROM STATE     exit status 0 if an import has come to this state since a line
    window.py cards CSV VCF            writes the cards of a table as vCards
"""
import csv
import json
import statistics
import sys


def events(path, since=0, until=None):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[since:until]
    return [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]


def share(sorted_values, part):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))]


def frames(path, since, until=None):
    found = [event for event in events(path, since, until) if event["event"] == "frame"]
    if not found:
        return "no frame"
    words = [f"{len(found)} frames"]
    own = sorted(event["cpu_us"] / 1e3 for event in found)
    both = sorted((event["cpu_us"] + event["draw_us"]) / 1e3 for event in found)
    for what, values in (("worked out", own), ("with drawing", both)):
        p50, p99 = share(values, 0.5), share(values, 0.99)
        words.append(f"{what} p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {values[-1]:.1f} ms")
    return "; ".join(words)


def opened(*paths):
    found = [event["ms"] for path in paths for event in events(path) if event["event"] == "open"]
    middle = statistics.median(found)
    return f"{middle:.0f} ms ({min(found)} ms to {max(found)} ms), {len(found)} starts"


def looked(path, since):
    states = {}
    for event in events(path, since):
        if event["event"] == "import":
            states.setdefault(event["state"], event["at_ms"])
    asked = states.get("asked")
    if asked is None or "shown" not in states:
        return "nothing was shown"
    ready = f", checked {states['ready'] - asked} ms" if "ready" in states else ""
    return f"first rows {states['shown'] - asked} ms{ready}"


def has(path, since, state):
    found = any(event.get("state") == state for event in events(path, since))
    sys.exit(0 if found else 1)


def cards(table, to):
    with open(table, encoding="utf-8-sig", newline="") as rows, open(to, "w", encoding="utf-8") as out:
        for row in csv.DictReader(rows):
            values = list(row.values())
            out.write(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{values[0]}\r\nORG:{values[1]}\r\nTITLE:{values[2]}\r\n")
            for label, value in row.items():
                if value and "@" in value:
                    out.write(f"EMAIL:{value}\r\n")
                if value and any(word in label.lower() for word in ("電話", "phone", "mobile", "手機")):
                    out.write(f"TEL:{value}\r\n")
            out.write("END:VCARD\r\n")


if __name__ == "__main__":
    name, *given = sys.argv[1:]
    given = [int(word) if word.isdigit() else word for word in given]
    told = {"frames": frames, "opened": opened, "looked": looked, "has": has, "cards": cards}[name](*given)
    if told:
        print(told)
