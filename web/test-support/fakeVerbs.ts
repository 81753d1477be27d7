/** The few rules the fake store needs to move, add and change cards; ranks are as simple as a fake may be. */
import type { RefusalCode } from "../src/contracts/refusals";
import type { FakeStore } from "./fakeStore";

type Args = Record<string, unknown>;
type Refusal = { code: RefusalCode; args: Args };

const key = (n: number) => `m${String(n).padStart(9, "0")}`;

function place(world: FakeStore, table: string, id: string, group: string, args: Args): void {
  const field = table === "cards" ? "column_id" : "board_id";
  const ids = world.order(table, group).filter((one) => one !== id);
  const after = typeof args.after === "string" ? ids.indexOf(args.after) : -1;
  const before = typeof args.before === "string" ? ids.indexOf(args.before) : -1;
  const at = after >= 0 ? after + 1 : before >= 0 ? before : ids.length;
  ids.splice(at, 0, id);
  world.patch(table, id, { [field]: group });
  ids.forEach((one, index) => {
    if (world.table(table).get(one)?.rank !== key(index)) world.patch(table, one, { rank: key(index) });
  });
}

const each = (world: FakeStore, args: Args, change: Args) => {
  for (const id of args.card_ids as string[]) world.patch("cards", id, change);
};

const verbs: Record<string, (world: FakeStore, args: Args) => Refusal | undefined> = {
  "card.move": (world, args) => {
    for (const id of args.card_ids as string[]) place(world, "cards", id, String(args.column_id), args);
    return undefined;
  },
  "card.add": (world, args) => {
    const column = world.table("columns").get(String(args.column_id));
    for (const card of args.cards as { card_id: string; title: string }[]) {
      world.put("cards", {
        id: card.card_id,
        board_id: column?.board_id,
        column_id: args.column_id,
        rank: "zz",
        number: 0,
        title: card.title,
        status: "normal",
        priority: "normal",
        due_on: null,
        due_time: null,
        due_zone: null,
        due_at: null,
        start_on: null,
        assignee_ids: [],
        tag_ids: [],
        created_at: Date.now(),
        created_by: world.person,
        deleted_at: null,
        deleted_by: null,
        deleted_from: null,
      });
      place(world, "cards", card.card_id, String(args.column_id), args);
    }
    return undefined;
  },
  "card.rename": (world, args) => void world.patch("cards", String(args.card_id), { title: args.title }),
  "card.set_status": (world, args) => void each(world, args, { status: args.status }),
  "card.set_priority": (world, args) => void each(world, args, { priority: args.priority }),
  "card.set_due": (world, args) => {
    const at = args.due_on ? Date.parse(`${args.due_on}T${args.due_time ?? "23:59:59"}Z`) : null;
    each(world, args, {
      due_on: args.due_on,
      due_time: args.due_time ?? null,
      due_zone: args.due_zone ?? null,
      due_at: at,
    });
    return undefined;
  },
  "card.assign": (world, args) => {
    for (const id of args.card_ids as string[]) {
      const had = (world.table("cards").get(id)?.assignee_ids ?? []) as string[];
      world.patch("cards", id, { assignee_ids: [...new Set([...had, String(args.person_id)])] });
    }
    return undefined;
  },
  "card.unassign": (world, args) => {
    for (const id of args.card_ids as string[]) {
      const had = (world.table("cards").get(id)?.assignee_ids ?? []) as string[];
      world.patch("cards", id, { assignee_ids: had.filter((one) => one !== args.person_id) });
    }
    return undefined;
  },
  "card.delete": (world, args) => {
    for (const id of args.card_ids as string[]) {
      const card = world.table("cards").get(id);
      const deleted = world.rows("columns").find((row) => row.board_id === card?.board_id && row.kind === "deleted");
      if (!card || !deleted) continue;
      const mark = {
        column_id: deleted.id,
        deleted_at: Date.now(),
        deleted_by: world.person,
        deleted_from: card.column_id,
      };
      world.patch("cards", id, mark);
    }
    return undefined;
  },
  "card.restore": (world, args) => {
    for (const id of args.card_ids as string[]) {
      const home = world.table("cards").get(id)?.deleted_from;
      world.patch("cards", id, { column_id: home, deleted_at: null, deleted_by: null, deleted_from: null });
    }
    return undefined;
  },
  "card.set_details": (world, args) => {
    const old = world.table("card_texts").get(String(args.card_id));
    world.put("card_texts", { id: String(args.card_id), details: args.text, version: Number(old?.version ?? 0) + 1 });
    return undefined;
  },
  "column.add": (world, args) => {
    const id = String(args.column_id);
    world.put("columns", { id, board_id: args.board_id, name: args.name, kind: "normal", rank: "zz", wip_limit: null });
    place(world, "columns", id, String(args.board_id), args);
    return undefined;
  },
  "column.rename": (world, args) => void world.patch("columns", String(args.column_id), { name: args.name }),
  "column.move": (world, args) => {
    const board = String(world.table("columns").get(String(args.column_id))?.board_id);
    place(world, "columns", String(args.column_id), board, args);
    return undefined;
  },
  "column.set_wip_limit": (world, args) =>
    void world.patch("columns", String(args.column_id), { wip_limit: args.limit }),
  "board.rename": (world, args) => void world.patch("boards", String(args.board_id), { name: args.name }),
  "board.set_wip_mode": (world, args) => void world.patch("boards", String(args.board_id), { wip_mode: args.mode }),
  "pref.set_zoom": (world, args) =>
    void world.patch("board_prefs", `${world.person}.${args.board_id}`, { zoom: args.zoom }),
  "pref.set_favourite": (world, args) =>
    void world.patch("board_prefs", `${world.person}.${args.board_id}`, { favourite: args.favourite }),
  "pref.hide_column": (world, args) => {
    const board = String(world.table("columns").get(String(args.column_id))?.board_id);
    const pref = world.table("board_prefs").get(`${world.person}.${board}`);
    const others = ((pref?.hidden_column_ids ?? []) as string[]).filter((one) => one !== args.column_id);
    const hidden_column_ids = args.hidden ? [...others, String(args.column_id)] : others;
    world.patch("board_prefs", `${world.person}.${board}`, { hidden_column_ids });
    return undefined;
  },
};

export function applyVerb(world: FakeStore, verb: string, args: Args): Refusal | undefined {
  return verbs[verb]?.(world, args);
}
