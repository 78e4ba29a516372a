package assets

import "embed"

// Font holds the text fonts of the window: Inter in three weights (Latin,
// Cyrillic, signs) whose digits are all equally wide, with the licence beside.
//
//go:embed font/*.otf font/OFL.txt
var Font embed.FS

// PaperRegular and PaperBold are Inter with TrueType outlines, for PDF and PNG.
//
//go:embed font/Inter-Regular.ttf
var PaperRegular []byte

// PaperBold: see PaperRegular.
//
//go:embed font/Inter-SemiBold.ttf
var PaperBold []byte

// Icon holds the icons of the window as SVG on a 16 by 16 grid, drawn by
// strokes of one colour that the theme replaces.
//
//go:embed icon/*.svg
var Icon embed.FS

// AppIcon is the icon of the program, 256 by 256.
//
//go:embed icon/app.png
var AppIcon []byte
