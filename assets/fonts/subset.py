#!/usr/bin/env python3
"""Makes the fonts of this folder from those of the packages that README.md names.

    subset.py NotoSansTC_400Regular.ttf NotoSansSC_400Regular.ttf NotoSansTC_500Medium.ttf NotoSansSC_500Medium.ttf

Regular: all of TC; of SC what TC lacks, what is no Han character, and GB2312. Medium: the commoner characters only.
Needs the PyPI package fonttools. Run it again when texts of the window have gained characters.
"""

import gzip
import io
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import ROUND_XY_TO_GRID, USE_MY_METRICS, Glyph, GlyphComponent

HERE = pathlib.Path(__file__).parent
DROPPED = ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
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


def moved(glyph, x, y=0):
    """A part of a glyph: another one, moved."""
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = glyph, x, y, ROUND_XY_TO_GRID | USE_MY_METRICS * (x == 0)
    return part


def made_of(parts):
    """A glyph that is drawn by others."""
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, parts
    return glyph


def write_latin(name, source):
    """Writes a font with the signs that Chinese sets in the middle of a square and English does not: … and ·."""
    font = TTFont(source)
    options = Options(hinting=False, layout_features=[], notdef_outline=True, drop_tables=["GSUB", "GPOS", *DROPPED])
    subsetter = Subsetter(options)
    subsetter.populate(text=".…·x")
    subsetter.subset(font)
    named, glyphs, widths = font.getBestCmap(), font["glyf"], font["hmtx"]
    dot, width = named[ord(".")], widths[named[ord(".")]][0]
    up = glyphs[named[ord("x")]].yMax // 2 - (glyphs[dot].yMin + glyphs[dot].yMax) // 2
    for sign, parts in [("…", [moved(dot, at * width) for at in range(3)]), ("·", [moved(dot, 0, up)])]:
        glyph = made_of(parts)
        glyph.recalcBounds(glyphs)
        glyphs[named[ord(sign)]] = glyph
        widths[named[ord(sign)]] = (len(parts) * width, glyph.xMin)
    for table in font["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) in "…·"}
    file = io.BytesIO()
    font.save(file)
    keep(name, file.getvalue(), "…·")


def write(name, source, characters):
    """Writes a font of this folder, packed, without hints and without what vertical lines need."""
    options = ["--no-hinting", "--layout-features=kern", "--name-IDs=*", "--notdef-outline"]
    options += [f"--drop-tables+={','.join(DROPPED)}", f"--text={''.join(sorted(characters))}"]
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder, "made.ttf")
        subprocess.run(["pyftsubset", source, f"--output-file={made}", *options], check=True)
        font = made.read_bytes()
    keep(name, font, characters)


def keep(name, font, characters):
    """Packs a font of this folder."""
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
write_latin("TC-Signs-Regular", traditional)
write_latin("TC-Signs-Medium", traditional_medium)
