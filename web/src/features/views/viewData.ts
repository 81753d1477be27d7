/** What `GET /api/v1/views/{name}` answers, as docs/topics/views.md tells it. */

export const VIEWS = ["assigned", "due", "attention", "new", "done"] as const;
export type ViewName = (typeof VIEWS)[number];

/** What of a card the reader has not seen, and by whom and when it was changed last; `by` may be null or empty. */
export type News = readonly [aspect: string, by: string | null, at: number];

/** A card as lists over many boards show it. */
export type ViewCard = {
  id: string;
  board_id: string;
  column_id: string;
  number: number;
  title: string;
  status: string;
  priority: string;
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: number | null;
  /** When the first of its open items is due. */
  checklist_due_at: number | null;
  assignee_ids: readonly string[];
  /** Name and hue, by name. */
  tags: readonly (readonly [name: string, hue: string])[];
  checklist_done: number;
  checklist_total: number;
  completed_at: number | null;
  completed_by?: string | null;
  /** How many messages and attachments; 0 for whom they are not for. */
  chat: number;
  files: number;
  /** In *new* only. */
  news?: readonly News[] | null;
};

export type ViewBucket = {
  /** `overdue`, `today`, `this_week` …; `blocked` …; for `new` a board's id. */
  id: string;
  /** How many cards there are, exact up to a thousand; null on later pages. */
  count: number | null;
  /** How many more there would be without *only mine*. */
  hidden: number | null;
  /** The count is the least it can be. */
  more?: boolean;
  /** At most a hundred. */
  cards: readonly ViewCard[];
  /** Asks for those after the last one; null when there are none. */
  after: string | null;
};

export type ViewColumn = { id: string; name: string; kind: string };
export type ViewBoard = {
  name: string;
  account_id: string;
  /** As on home: admin, member, visitor … */
  role: string;
  numbering?: boolean;
  /** In their order. */
  columns: readonly ViewColumn[];
};

export type ViewAnswer = {
  buckets: readonly ViewBucket[];
  boards: Readonly<Record<string, ViewBoard>>;
  people: Readonly<Record<string, readonly [name: string, photo: string]>>;
  /** The server's time at which this was so. */
  at: number;
  /** What the filter of an own view names and none of one's boards has: ids of people, names of tags. */
  gone?: { readonly people: readonly string[]; readonly tags: readonly string[] };
};

/** What `GET /api/v1/views` answers: how much in the views asks for the reader. */
export type ViewCounts = { counts: Readonly<Record<string, number>> };

/** Which view: one of the five, or `own` with the id of a saved filter. */
export type ViewQuery = { name: string; filterId?: string | undefined; isMine: boolean };

export function viewPath({ name, filterId, isMine }: ViewQuery, zone: string, weekStart: number): string {
  const words = new URLSearchParams({ zone, week_start: String(weekStart) });
  if (isMine) words.set("mine", "true");
  if (filterId) words.set("filter", filterId);
  return `/api/v1/views/${name}?${words}`;
}
