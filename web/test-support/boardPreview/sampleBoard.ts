/** A board as a team might have it, of any size. */
import { world } from "../fakeSync";

const BOARD = "board-1";
const people = ["Ana Souza", "Björn Lindqvist", "Chipo Moyo", "Đặng Thu Hà", "Elif Yılmaz", "Farid Haddad"];
const personIds = ["ana", "bjorn", "chipo", "ha", "elif", "farid"];
const titles = [
  "Collect the wishes of all departments before the first draft goes out",
  "Homepage content",
  "Decide on the typeface",
  "Product page: photographs, prices, and what is in the box, in all three languages that the shop speaks",
  "Sitemap",
  "Check colours for contrast",
  "Ask the printer about delivery times",
  "Logo design",
  "Book the room for the kick-off",
  "Write the text for the newsletter sign-up, and have legal read it before anything is sent to subscribers who never asked for one",
  "Test the contact form on old phones",
  "Move the blog",
];
const statuses = [
  "normal",
  "normal",
  "normal",
  "in_progress",
  "ready",
  "normal",
  "needs_review",
  "blocked",
  "normal",
  "on_hold",
  "needs_rework",
];
const columns: [string, "normal" | "completed" | "deleted", number | null, number][] = [
  ["Project strategy", "normal", null, 5],
  ["Project design", "normal", 3, 4],
  ["Development", "normal", 8, 7],
  ["Testing", "normal", null, 2],
  ["Waiting", "normal", null, 0],
  ["Completed", "completed", null, 6],
  ["Deleted", "deleted", null, 2],
];
const DAY_MS = 86_400_000;

export function fillWorld(options: { cards: number; columns: number }): string {
  for (const [at, name] of people.entries())
    world.people.set(personIds[at] ?? "", { id: personIds[at] ?? "", name, photo: "" });
  world.put("boards", {
    id: BOARD,
    account_id: "acme",
    name: "Website relaunch",
    kind: "task",
    description: "",
    wip_mode: "warn",
    numbering: true,
    use_tags: true,
    created_at: 0,
    created_by: "ana",
  });
  world.put("board_privacy", { id: BOARD, account_id: "acme", privacy: "account", state: "active" });
  world.put("accounts", { id: "acme", name: "Acme", owner_id: "ana", created_at: 0 });
  world.put("board_prefs", {
    id: `ana.${BOARD}`,
    person_id: "ana",
    board_id: BOARD,
    favourite: true,
    zoom: "cards",
    hidden_column_ids: [],
    opened_at: 0,
  });
  personIds.slice(0, 5).forEach((id, at) => {
    world.put("members", {
      id: `${BOARD}.${id}`,
      board_id: BOARD,
      person_id: id,
      role: at < 2 ? "admin" : at < 4 ? "member" : "visitor",
      joined_at: at,
    });
  });
  world.put("invitations", {
    id: "i1",
    board_id: BOARD,
    email: "gustav@example.org",
    role: "member",
    invited_by: "ana",
    created_at: 0,
    expires_at: Date.now() + 9 * DAY_MS,
    sent: 1,
  });
  world.presence = {
    count: 3,
    people: [
      { id: "ana", card: null },
      { id: "bjorn", card: null },
      { id: "chipo", card: null },
    ],
  };
  const extra = Math.max(0, options.columns - columns.length);
  const all = [
    ...columns.slice(0, 5),
    ...Array.from({ length: extra }, (_, at) => [`Stage ${at + 6}`, "normal", null, 4] as (typeof columns)[number]),
    ...columns.slice(5),
  ];
  const perColumn = Math.floor(options.cards / all.length);
  let number = 0;
  all.forEach(([name, kind, wip_limit, few], at) => {
    const id = `column-${at}`;
    world.put("columns", { id, board_id: BOARD, name, kind, rank: `c${String(at).padStart(3, "0")}`, wip_limit });
    const count = options.cards > 100 ? perColumn : few;
    for (let one = 0; one < count; one += 1) {
      number += 1;
      addCard(id, kind, number, one);
    }
  });
  world.put("card_texts", {
    id: "card-3",
    details:
      "## What counts as done\n\n- typeface for text and headings\n- licence for web and print\n- a page that shows all sizes\n",
    version: 2,
  });
  return BOARD;
}

function addCard(column_id: string, kind: string, number: number, at: number): void {
  const seed = number * 7 + at * 3;
  const dueIn = seed % 4 === 0 ? (seed % 19) - 5 : null;
  const due_at = dueIn === null ? null : Date.now() + dueIn * DAY_MS;
  const some = seed % 3 === 0 ? [personIds[seed % 6] ?? "ana"] : seed % 5 === 0 ? ["ana", "chipo", "ha", "elif"] : [];
  world.put("cards", {
    id: `card-${number}`,
    board_id: BOARD,
    column_id,
    rank: `m${String(at).padStart(9, "0")}`,
    number,
    title: titles[seed % titles.length],
    status: statuses[seed % statuses.length],
    priority: seed % 11 === 0 ? "critical" : seed % 7 === 0 ? "high" : "normal",
    due_on: due_at && new Date(due_at).toISOString().slice(0, 10),
    due_time: null,
    due_zone: "UTC",
    due_at,
    start_on: null,
    assignee_ids: some,
    tag_ids: [],
    checklist_done: number % 4,
    checklist_total: number % 3 === 0 ? 5 : 0,
    checklist_due_at: null,
    completed_at: null,
    completed_by: null,
    created_at: Date.now() - (number % 40) * DAY_MS,
    created_by: personIds[number % 6],
    deleted_at: kind === "deleted" ? Date.now() - at * DAY_MS : null,
    deleted_by: kind === "deleted" ? "bjorn" : null,
    deleted_from: kind === "deleted" ? "column-0" : null,
  });
}
