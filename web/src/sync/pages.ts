/**
 * Earlier rows of a long scope, page by page (S6). A page stands at a number of its own: what was applied since is applied to its rows
 * too, and what follows is applied to them like to all others.
 */
import { applyPatches } from "./apply";
import type { Surroundings } from "./env";
import type { Rebase } from "./rebase";
import type { ScopeStream } from "./scopeStream";
import type { Store } from "./store";
import { type AnyRow, fieldsOf, tablesOf } from "./tables";
import type { Change } from "./wire";

interface Page extends Readonly<Record<string, unknown>> {
  epoch: string;
  seq: number;
}

export interface PageParts {
  env: Surroundings;
  store: Store;
  rebase: Rebase;
  link: string | null;
}

/** Fetches a page and adds its rows; how many there were of each table. Null when there is none now: no network, or the scope has begun anew. */
export async function addPage(
  { env, store, rebase, link }: PageParts,
  stream: ScopeStream,
  path: string,
): Promise<Record<string, number> | null> {
  const heard: Change[] = [];
  const { turn } = stream;
  stream.hearers.add(heard);
  try {
    const page = await fetchPage(env, link ? `${path}&link=${encodeURIComponent(link)}` : path);
    if (!page || page.epoch !== stream.epoch || stream.turn !== turn) return null;
    const counts: Record<string, number> = {};
    rebase.turn(() => {
      for (const table of tablesOf(stream.scope)) {
        const rows = (page[table] ?? []) as readonly AnyRow[];
        counts[table] = rows.length;
        putRows(store, stream.scope, table, rows);
      }
      for (const change of heard) if (change[2] > page.seq) applyPatches(store, stream.scope, change[6]);
    });
    return counts;
  } finally {
    stream.hearers.delete(heard);
  }
}

async function fetchPage(env: Surroundings, path: string): Promise<Page | null> {
  try {
    const { status, body } = await env.fetch(path);
    return status === 200 ? (body as Page) : null;
  } catch {
    return null;
  }
}

function putRows(store: Store, scope: string, table: string, rows: readonly AnyRow[]): void {
  const fields = fieldsOf(table);
  store.table(table).bulk(() => {
    for (const given of rows) {
      // What is here already is at least as new.
      if (store.truth.get(scope, table, given.id)) continue;
      store.truth.put(scope, table, Object.fromEntries(fields.map((field) => [field, given[field]])) as AnyRow);
      store.show(table, given.id);
    }
  });
}
