#!/usr/bin/env python3
"""Makes the fonts of this folder from those of the packages that README.md names.

    subset.py NotoSansTC_400Regular.ttf NotoSansSC_400Regular.ttf NotoSansTC_500Medium.ttf NotoSansSC_500Medium.ttf

Regular: all of TC; of SC what TC lacks, what is no Han character, and GB2312. Medium: the commoner characters only.
Needs the PyPI package fonttools. Run it again when texts of the window have gained characters.
"""

import gzip
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

from fontTools.ttLib import TTFont

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


def characters_of(source):
    """The characters that a font has."""
    return set(map(chr, TTFont(source, lazy=True).getBestCmap()))


def is_han(character):
    return unicodedata.name(character, "").startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))


def write(name, source, characters):
    """Writes a font of this folder, packed, without hints and without what vertical lines need."""
    options = ["--no-hinting", "--layout-features=kern", "--name-IDs=*", "--notdef-outline"]
    options += ["--drop-tables+=vhea,vmtx,VORG,BASE,DSIG", f"--text={''.join(sorted(characters))}"]
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder, "made.ttf")
        subprocess.run(["pyftsubset", source, f"--output-file={made}", *options], check=True)
        font = made.read_bytes()
    target = HERE / f"NotoSans{name}.ttf.gz"
    target.write_bytes(gzip.compress(font, 9, mtime=0))
    print(f"{target.name}: {len(characters)} characters, {len(font):,} bytes, {target.stat().st_size:,} packed")


traditional, simplified, traditional_medium, simplified_medium = sys.argv[1:]
all_traditional, all_simplified = characters_of(traditional), characters_of(simplified)
gb2312 = level_1("gb2312", range(0xA1, 0xF8))
drawn_by_both = {c for c in all_traditional & all_simplified if is_han(c)}
write("TC-Regular", traditional, all_traditional)
write("SC-Regular", simplified, all_simplified - (drawn_by_both - gb2312))
for name, source, level, language in [
    ("TC-Medium", traditional_medium, level_1("big5", range(0xA4, 0xC7), 0xC67E), "zh-TW"),
    ("SC-Medium", simplified_medium, level_1("gb2312", range(0xB0, 0xD8)), "zh-CN"),
]:
    write(name, source, level | texts(language) | texts("en") | set(map(chr, LATIN)) | set(SIGNS))
