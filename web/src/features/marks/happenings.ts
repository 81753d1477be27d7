import { ASPECTS, type Aspect, COMING } from "../../contracts/aspects";
import { TABLES, type TableName } from "../../contracts/rows";
import type { Change, Patch } from "../../sync/wire";

/** One side of a card, or of a board itself, that somebody else changed. */
export type Happening = { subject: string; aspect: Aspect; at: number };

type Row = Readonly<Record<string, unknown>>;

/** These rows are their subject's; all others hang on the one whose scope they lie in. */
const SUBJECTS: ReadonlySet<string> = new Set(["cards", "talks", "shelves"]);

/** What changes by others are news of, by the same table and rules as the server's (tafla/marks/happenings.py). */
export function happenings(changes: readonly Change[], me: string): Happening[] {
  const others = changes.filter(([, , , by]) => by !== me);
  const made = new Set(
    others.flatMap(([, , , , command, , patches]) => patches.map((patch) => cardMade(command, patch))),
  );
  return others.flatMap(([scope, , , , command, at, patches]) =>
    patches
      .flatMap((patch) => told(patch, scope.slice(scope.indexOf(":") + 1), at))
      // All that comes with a card is part of its coming.
      .filter(({ subject, aspect }) => aspect === "new" || !made.has(`${command} ${subject}`)),
  );
}

function cardMade(command: string | null, patch: Patch): string | null {
  return patch[0] === "+" && patch[1] === "cards" ? `${command} ${rowOf(patch).id}` : null;
}

function told(patch: Patch, home: string, changedAt: number): Happening[] {
  const [kind, table] = patch;
  const aspects = ASPECTS[table];
  if (kind === "-" || !aspects) return [];
  const row = rowOf(patch);
  const fields = kind === "+" ? [COMING] : Object.keys(patch[3]);
  const subject = SUBJECTS.has(table) ? String(row.id) : home;
  // A talk says itself when something was said: it may have come along with its card.
  const at = typeof row.last_at === "number" ? row.last_at : changedAt;
  const found = new Set(fields.flatMap((field) => aspects[field] ?? []));
  return [...found].map((aspect) => ({ subject, aspect, at }));
}

function rowOf(patch: Patch): Row {
  if (patch[0] === "~") return { ...patch[3], id: patch[2] };
  if (patch[0] === "-") return { id: patch[2] };
  return Object.fromEntries(TABLES[patch[1] as TableName].fields.map((name, place) => [name, patch[2][place]]));
}
