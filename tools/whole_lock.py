"""Refuse a package-lock.json with an address, without a hash, or without some platform.

npm leaves out an optional package it cannot find, without a word; `npm ci` then fails on every machine.
Used by `make lock` and `make check`.
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
        problems += [f"{name} lacks {other}: pin a version published for all" for other in missing]
    for problem in problems:
        print(f"{path}: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(max(main(Path(argument)) for argument in sys.argv[1:]))
