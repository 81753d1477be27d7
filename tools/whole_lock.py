"""Refuse a package-lock.json that carries an address, or lacks a hash or a platform's package. Used by `make lock`.

npm leaves an optional package out without a word when it cannot find it; `npm ci` then fails on every machine.
"""

import json
import sys
from pathlib import Path


def main(path: Path) -> int:
    packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
    known = {name.rpartition("node_modules/")[2] for name in packages}
    problems = []
    for name, package in packages.items():
        if not name:
            continue
        if "resolved" in package:
            problems.append(f"{name} carries an address")
        if "integrity" not in package and "inBundle" not in package:
            problems.append(f"{name} has no hash")
        missing = sorted(set(package.get("optionalDependencies", {})) - known)
        problems += [f"{name} lacks {other}: pin a version whose every platform is published" for other in missing]
    for problem in problems:
        print(f"{path}: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(max(main(Path(argument)) for argument in sys.argv[1:]))
