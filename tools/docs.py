"""Check the written pages: links, tone, the index and the numbering of decisions. Used by `make check`."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)\s]*)?\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
TONE = re.compile(r"\b(simply|just|obviously)\b", re.IGNORECASE)
QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|“[^”]*”")
DECISION = re.compile(r"^(\d{4})-[a-z0-9-]+\.md$")
DECISION_PARTS = ("## Context", "## Choice", "## Consequences", "## What we gave up")


def main() -> int:
    problems = [problem for page in pages() for problem in (*broken_links(page), *tone(page))]
    problems += [*unlisted(), *decisions()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def pages() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in sorted(set(listed)) if (ROOT / name).is_file()]


def broken_links(page: Path) -> list[str]:
    # What stands in code is an example of a link, not one.
    text = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
    return [
        f"{page.relative_to(ROOT)}: {target} does not exist"
        for target in LINK.findall(text)
        if not (page.parent / target).exists()
    ]


def tone(page: Path) -> list[str]:
    """Words that tell readers they should have known. Quoted or code, they are the subject and may stand."""
    text = page.read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := TONE.search(QUOTED.sub("", line)):
            found.append(f"{page.relative_to(ROOT)}:{number}: leave out “{match.group()}”")
    return found


def unlisted() -> list[str]:
    """Pages nobody finds: each page of docs/ is linked from docs/README.md or from the README beside it."""
    docs = ROOT / "docs"
    found = {
        (index.parent / target).resolve()
        for index in docs.rglob("README.md")
        for target in LINK.findall(index.read_text(encoding="utf-8"))
    }
    lost = [
        page for page in pages() if docs in page.parents and page not in found and page != docs / "README.md"
    ]
    return [f"{page.relative_to(ROOT)}: list this page in docs/README.md" for page in lost]


def decisions() -> list[str]:
    folder = ROOT / "docs" / "adr"
    names = sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
    problems = []
    for expected, name in enumerate(names, start=1):
        match = DECISION.match(name)
        if match is None or int(match.group(1)) != expected:
            problems.append(f"docs/adr/{name}: numbers have no gaps, this should be {expected:04}-…")
        text = (folder / name).read_text(encoding="utf-8")
        problems += [f"docs/adr/{name}: “{part}” is missing" for part in DECISION_PARTS if part not in text]
    return problems


if __name__ == "__main__":
    sys.exit(main())
