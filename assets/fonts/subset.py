#!/usr/bin/env python3
"""Makes the Medium fonts of this folder, which have the commoner characters only.

    subset.py NotoSansTC_500Medium.ttf NotoSansSC_500Medium.ttf

Needs the PyPI package fonttools. Run it again when texts of the window have gained characters.
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
LATIN = range(0x20, 0x180)
SIGNS = "‐‑–—‘’“”•…‰′″←↑→↓⇄−≤≥≠≈€₩₫฿™" + "".join(map(chr, [*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)]))


def level_1(encoding, lead, last=0xFFFF):
    """The characters that an encoding counts among the commoner ones."""
    pairs = (bytes([high, low]) for high in lead for low in range(0x40, 0xFF) if high << 8 | low <= last)
    return {text for text in (pair.decode(encoding, "ignore") for pair in pairs) if len(text) == 1}


def texts(language):
    """The characters of the texts of the window."""
    files = (HERE.parent / "i18n" / language).glob("*.ftl")
    return set("".join(file.read_text(encoding="utf-8") for file in files)) - {"\n"}


traditional, simplified = sys.argv[1:]
for name, source, level, language in [
    ("TC", traditional, level_1("big5", range(0xA4, 0xC7), 0xC67E), "zh-TW"),
    ("SC", simplified, level_1("gb2312", range(0xB0, 0xD8)), "zh-CN"),
]:
    characters = level | texts(language) | texts("en") | set(map(chr, LATIN)) | set(SIGNS)
    options = ["--no-hinting", "--layout-features=kern", "--name-IDs=*", "--notdef-outline"]
    options += ["--drop-tables+=vhea,vmtx,VORG,BASE,DSIG", f"--text={''.join(sorted(characters))}"]
    target = HERE / f"NotoSans{name}-Medium.ttf"
    subprocess.run(["pyftsubset", source, f"--output-file={target}", *options], check=True)
    print(f"{target.name}: {len(characters)} characters, {target.stat().st_size:,} bytes")
