"""The sizes the site's pictures are made in. Made once, when the picture comes in, and not while a reader waits."""

WIDTHS = (480, 960, 1600)
SPECS = tuple(f"width-{width}|format-webp" for width in WIDTHS)
