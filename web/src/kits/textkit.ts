/**
 * Three-way merge of text (S12): edits to different words of one paragraph join, edits that touch overlap.
 * `tafla/core/textmerge.py` is the same code, step for step, and says why it is our own; `contracts/golden/text/` keeps
 * the two equal. Offsets count UTF-16 units here and code points there, so nothing but text is ever compared.
 */

/** Start and end in the old text, and what stands there in the new one. */
type Change = { start: number; end: number; text: string };
/** A run of equal parts: where it starts in the old list and in the new one, its length, and the run before it. */
type Run = { i: number; j: number; length: number; before: Run | null };
type Budget = { steps: number };

const LINE = /[^\n]*\n|[^\n]+/gu;
// Runs of letters of scripts that put spaces between words; of all else (Chinese, Japanese, Thai, signs, emoji) each code
// point by itself. Spelled out because \p{…} follows a Unicode version, of which each side has its own.
const TOKEN =
  /[0-9A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u10a0-\u177f\u1800-\u18ff\u1c00-\u1fff\u2c00-\u2dff\ua640-\ua95f\uab30-\ud7ff]+|[\s\S]/gu;
/** Bounds the time of one comparison to a fraction of a second: some four hundred scattered differences. */
const MOST_STEPS = 150_000;

/**
 * Both changes to `base` in one text, or null when they overlap.
 *
 * Changes to the same or to neighbouring words overlap unless they are identical. Mine and theirs may be swapped.
 */
export function merge(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  const both = [...changes(base, mine), ...changes(base, theirs)].sort((a, b) => a.start - b.start || a.end - b.end);
  let merged = "";
  let earlier: Change | undefined;
  for (const change of both) {
    if (earlier && change.start <= earlier.end) {
      if (change.start === earlier.start && change.end === earlier.end && change.text === earlier.text) continue;
      return null;
    }
    merged += base.slice(earlier?.end ?? 0, change.start) + change.text;
    earlier = change;
  }
  return merged + base.slice(earlier?.end ?? 0);
}

/** Where a caret at `caret` of `before` belongs in `after`: it stays with the text around it, and before what was put exactly there. */
export function moveCaret(before: string, after: string, caret: number): number {
  let shift = 0;
  for (const { start, end, text } of changes(before, after)) {
    if (caret <= start) break;
    if (caret < end) return start + shift + insideChange(before.slice(start, end), text, caret - start);
    shift += text.length - (end - start);
  }
  return caret + shift;
}

/** Inside a changed word the caret keeps its distance to the side that is still the same, else goes to the end of the change. */
function insideChange(old: string, text: string, caret: number): number {
  if (text.startsWith(old.slice(0, caret))) return caret;
  const rest = old.slice(caret);
  return text.endsWith(rest) ? text.length - rest.length : text.length;
}

/**
 * Rising, with at least one unchanged word or sign between two.
 *
 * Lines are compared first and words only in lines that differ, so that a new list item does not borrow the dash of
 * the next one. Where too much differs, the lines (or all between the first and last difference) are one change.
 */
export function changes(old: string, text: string): Change[] {
  const budget = { steps: MOST_STEPS };
  return compare(parts(old, LINE), parts(text, LINE), budget).flatMap((lines) =>
    compare(parts(old.slice(lines.start, lines.end), TOKEN), parts(lines.text, TOKEN), budget).map((change) => ({
      start: lines.start + change.start,
      end: lines.start + change.end,
      text: change.text,
    })),
  );
}

function parts(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function compare(old: string[], now: string[], budget: Budget): Change[] {
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first++;
  let last = 0;
  while (last < shorter - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last++;
  const end = { i: old.length - last, j: now.length - last, length: 0 };
  const found = runs(old.slice(first, end.i), now.slice(first, end.j), budget);
  const changed: Change[] = [];
  let i = first;
  let j = first;
  let at = size(old, 0, first);
  for (const run of [...found.map((run) => ({ ...run, i: first + run.i, j: first + run.j })), end]) {
    const until = at + size(old, i, run.i);
    if (i < run.i || j < run.j) changed.push({ start: at, end: until, text: now.slice(j, run.j).join("") });
    at = until + size(old, run.i, run.i + run.length);
    i = run.i + run.length;
    j = run.j + run.length;
  }
  return changed;
}

function size(of: string[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += of[index]?.length ?? 0;
  return total;
}

/**
 * The longest common subsequence as runs (Myers' greedy search), or none when it takes more than half the budget.
 * Ties are broken by the order of the search; the other language must keep it.
 */
function runs(old: string[], now: string[], budget: Budget): Run[] {
  const limit = Math.floor(budget.steps / 2);
  let steps = 0;
  const reached = new Map<number, number>([[1, 0]]);
  const paths = new Map<number, Run | null>([[1, null]]);
  const at = (diagonal: number) => reached.get(diagonal) ?? 0;
  for (let edits = 0; edits <= old.length + now.length; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isInsert = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
      const beside = isInsert ? diagonal + 1 : diagonal - 1;
      const start = isInsert ? at(beside) : at(beside) + 1;
      let path = paths.get(beside) ?? null;
      let i = start;
      while (i < old.length && i - diagonal < now.length && old[i] === now[i - diagonal]) i++;
      if (i > start) path = { i: start, j: start - diagonal, length: i - start, before: path };
      steps += i - start + 1;
      if (steps > limit) {
        budget.steps -= limit;
        return [];
      }
      if (i >= old.length && i - diagonal >= now.length) {
        budget.steps -= steps;
        return unwound(path);
      }
      reached.set(diagonal, i);
      paths.set(diagonal, path);
    }
  }
  return [];
}

function unwound(path: Run | null): Run[] {
  const found: Run[] = [];
  for (let run = path; run; run = run.before) found.push(run);
  return found.reverse();
}
