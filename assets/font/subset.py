"""Makes the fonts of this folder from the OTF files of Inter (Debian: fonts-inter, python3-fonttools).

    python3 subset.py /usr/share/fonts/opentype/inter

The subset keeps Latin, Cyrillic and signs. Digits point to the tabular glyphs, because the toolkit cannot
switch on a font feature; small triangles, which Inter lacks, point to the large ones.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

SIGNS = "№₽€$£«»„“”‘’‚–—…→←↑↓−×✓✗·•≤≥∞≈≠±°%‰§©®™½¼¾⌘⇧⌃⌥⏎↵○●◆◇■□▲▼▶◀△‑\u202f\u2009\u2007⅓↗↘↔↕÷√Δ"
TRIANGLES = {0x25BE: 0x25BC, 0x25B8: 0x25B6, 0x25B4: 0x25B2, 0x25C2: 0x25C0}
CHARS = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x400, 0x460)) | {ord(c) for c in SIGNS}
CHARS |= {0x490, 0x491, 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4AF, 0x4B0, 0x4B1, 0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4E8, 0x4E9}


def tabular(font):
    """The tnum substitution: glyph name -> glyph name."""
    gsub, names = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    names.update(getattr(table, "ExtSubTable", table).mapping)
    return names


def make(source, target):
    font = TTFont(source)
    old, tnum, widths = dict(font.getBestCmap()), tabular(font), font["hmtx"].metrics
    zero = widths[tnum[old[0x30]]][0]
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for code in range(0x30, 0x3A):
            glyph = tnum[old[code]]
            table.cmap[code] = glyph
            widths[glyph] = (zero, widths[glyph][1])
        for small, large in TRIANGLES.items():
            table.cmap[small] = old[large]
    options = subset.Options(layout_features=["kern", "ccmp", "mark"], hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARS | set(TRIANGLES))
    cutter.subset(font)
    font.save(target)


if __name__ == "__main__":
    for weight in ("Regular", "Medium", "SemiBold"):
        make(f"{sys.argv[1]}/Inter-{weight}.otf", f"Inter-{weight}-tnum.otf")
