"""Size report of the project's own code. Used by `make check`; the budgets only ever tighten.

Python functions are measured by ast. TypeScript functions are found by matching braces, so their length is
approximate and only reported; TypeScript files are held to the same budget as Python files.
"""

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_P90, FILE_STOP = 200, 400
FUNCTION_P90, FUNCTION_STOP = 25, 60
ARGUMENTS_STOP = 6
GENERATED = ("/migrations/", "web/src/contracts/")
FOLDERS = ("tafla", "tests", "tools", "bench", "web/src")
SUFFIXES = (".py", ".ts", ".tsx")
TS_FUNCTION = re.compile(r"\bfunction\b[^;]*\{\s*$|=>\s*\{\s*$|^\s+(?:async\s+)?\w+\([^;]*\)[^;]*\{\s*$")
NOT_A_FUNCTION = re.compile(r"^\s*(?:if|for|while|switch|catch|else|return)\b")

# Path or path::function -> (allowed size, reason). Lines for a file or a function.
EXCEPTIONS: dict[str, tuple[int, str]] = {}


@dataclass(frozen=True)
class Size:
    name: str
    lines: int
    arguments: int = 0


def main() -> int:
    files, functions, ts_functions = measure(own_files())
    problems = [
        *over_stop("file", files, FILE_STOP),
        *over_stop("function", functions, FUNCTION_STOP),
        *over_arguments(functions),
        *over_p90("files", files, FILE_P90),
        *over_p90("functions", functions, FUNCTION_P90),
        *stale_exceptions(files, functions),
    ]
    for kind, sizes in (("files", files), ("functions", functions), ("ts functions (about)", ts_functions)):
        print(describe(kind, sizes))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def own_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *FOLDERS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [
        ROOT / name
        for name in sorted(set(listed))
        if name.endswith(SUFFIXES) and not any(part in name for part in GENERATED) and (ROOT / name).is_file()
    ]


def measure(paths: list[Path]) -> tuple[list[Size], list[Size], list[Size]]:
    files, functions, ts_functions = [], [], []
    for path in paths:
        name, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if not lines:
            continue
        files.append(Size(name, len(lines)))
        if path.suffix == ".py":
            functions += python_functions(name, text)
        else:
            ts_functions += typescript_functions(name, lines)
    return files, functions, ts_functions


def python_functions(name: str, text: str) -> list[Size]:
    sizes = []
    for node in ast.walk(ast.parse(text, filename=name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            given = node.args
            names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
            counted = [argument for argument in names if argument not in {"self", "cls"}]
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            # Pytest hands fixtures in by name: a test's parameters are no signature anyone calls.
            arguments = 0 if node.name.startswith("test_") else len(counted)
            sizes.append(Size(f"{name}::{node.name}", length, arguments))
    return sizes


def typescript_functions(name: str, lines: list[str]) -> list[Size]:
    sizes, open_at, depth = [], [], 0
    for number, line in enumerate(lines, start=1):
        if TS_FUNCTION.search(line) and not NOT_A_FUNCTION.match(line):
            open_at.append((depth, number))
        depth += line.count("{") - line.count("}")
        while open_at and depth <= open_at[-1][0]:
            start = open_at.pop()[1]
            sizes.append(Size(f"{name}:{start}", number - start + 1))
    return sizes


def over_stop(kind: str, sizes: list[Size], stop: int) -> list[str]:
    return [
        f"{size.name}: {size.lines} lines, a {kind} may have {allowed}: split it by job"
        for size in sizes
        if size.lines > (allowed := EXCEPTIONS.get(size.name, (stop, ""))[0])
    ]


def over_arguments(functions: list[Size]) -> list[str]:
    return [
        f"{size.name}: {size.arguments} arguments, at most {ARGUMENTS_STOP}: name what belongs together"
        for size in functions
        if size.arguments > ARGUMENTS_STOP and size.name not in EXCEPTIONS
    ]


def over_p90(kind: str, sizes: list[Size], budget: int) -> list[str]:
    reached = p90(sizes)
    if reached <= budget:
        return []
    return [f"nine in ten {kind} should have at most {budget} lines, now {reached}"]


def stale_exceptions(files: list[Size], functions: list[Size]) -> list[str]:
    known = {size.name for size in (*files, *functions)}
    return [f"sizes.py: {name} needs no exception" for name in EXCEPTIONS if name not in known]


def p90(sizes: list[Size]) -> int:
    ordered = sorted(size.lines for size in sizes)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.9))] if ordered else 0


def describe(kind: str, sizes: list[Size]) -> str:
    if not sizes:
        return f"{kind:<22} none"
    longest = max(sizes, key=lambda size: size.lines)
    ordered = sorted(size.lines for size in sizes)
    median = ordered[len(ordered) // 2]
    spread = f"median {median:>3}   p90 {p90(sizes):>3}   longest {longest.lines:>3} {longest.name}"
    return f"{kind:<22} {len(sizes):>5}   {spread}"


if __name__ == "__main__":
    sys.exit(main())
