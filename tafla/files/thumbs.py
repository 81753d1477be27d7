"""Makes one thumbnail: a program of its own, which may use so much memory and time and then ends.

`python -I thumbs.py SOURCE TARGET` writes a WebP picture without any of the source's metadata, and prints
width and height of the source as it is seen. It ends with status 1 when the source is no picture, is broken,
or is too much. Imports nothing of Tafla: whatever a picture makes a decoder do, it does it here.
"""

import os
import resource
import sys
import warnings

from PIL import Image, ImageOps

# Ten thousand by ten thousand, and not more.
MOST_PIXELS = 100_000_000
MOST_MEMORY_BYTES = 1024**3
MOST_CPU_S = 20
MOST_WRITTEN_BYTES = 4 * 1024**2
SIDE = 512
QUALITY = 80
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "TIFF")


def main(source: str, target: str) -> int:
    """The exit status."""
    limit()
    try:
        width, height = make(source, target)
    except Exception as error:  # decoders fail in every way there is
        sys.stderr.write(f"{type(error).__name__}\n")
        return 1
    sys.stdout.write(f"{width} {height}\n")
    return 0


def limit() -> None:
    """Bound this process before it reads anything."""
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MOST_CPU_S),
        (resource.RLIMIT_FSIZE, MOST_WRITTEN_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    os.nice(10)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def make(source: str, target: str) -> tuple[int, int]:
    """Write the thumbnail; (width, height) of the source, upright."""
    with Image.open(source, formats=FORMATS) as image:
        width, height = image.size
        # JPEG can be read at a fraction of its size.
        image.draft("RGB", (SIDE * 2, SIDE * 2))
        image.thumbnail((SIDE, SIDE))
        turned = ImageOps.exif_transpose(image)
        is_turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        small = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
        profile = image.info.get("icc_profile", b"")
        small.info.clear()
        small.save(target, "WEBP", quality=QUALITY, method=4, icc_profile=profile)
    return (height, width) if is_turned else (width, height)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
