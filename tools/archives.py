"""Check that dist/ holds a wheel and an sdist which both carry the built client. Used by `make build`."""

import sys
import tarfile
import zipfile
from pathlib import Path

DIST = Path(__file__).resolve().parent.parent / "dist"
CLIENT_PAGE = "tafla/client/index.html"


def main() -> int:
    wheels, sdists = sorted(DIST.glob("tafla-*.whl")), sorted(DIST.glob("tafla-*.tar.gz"))
    if len(wheels) != 1 or len(sdists) != 1:
        print(f"dist/ should hold one wheel and one sdist, not {len(wheels)} and {len(sdists)}")
        return 1
    with zipfile.ZipFile(wheels[0]) as wheel, tarfile.open(sdists[0]) as sdist:
        contents = {wheels[0]: wheel.namelist(), sdists[0]: sdist.getnames()}
    sound = True
    for archive, names in contents.items():
        has_client = any(name.endswith(CLIENT_PAGE) for name in names)
        sound &= has_client
        client = "with" if has_client else "WITHOUT"
        print(f"{archive.name}: {archive.stat().st_size // 1024} kB, {len(names)} files, {client} the client")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
