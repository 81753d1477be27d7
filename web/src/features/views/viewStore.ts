import { api } from "../../kits/apikit";
import { currentSync } from "../../sync/current";
import { getSession } from "../people/session";
import { forgetActs, settleUndone, tick } from "./acts";
import { shared } from "./overlay";
import { Question } from "./question";
import type { ViewAnswer, ViewBucket } from "./viewData";

export type ViewState = {
  answer: ViewAnswer | null;
  error: unknown;
  /** When the answer was asked for, by the count of acts. */
  askedAt: number;
};

/** Beyond this nobody reads a list; counts tell the rest. */
const MOST_CARDS = 1_000;
const PAGE = 100;

/** One view as it was last answered. It stays in memory, so that going back to it shows it at once. */
class View {
  state: ViewState = { answer: null, error: null, askedAt: 0 };
  readonly question = new Question(
    () => this.ask(),
    () => this.listeners.size > 0,
  );
  private readonly wanted = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(readonly path: string) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read = (): ViewState => this.state;

  /** A page more of one bucket. */
  more(bucket: ViewBucket): Promise<void> {
    this.wanted.set(bucket.id, Math.min(bucket.cards.length + PAGE, MOST_CARDS));
    return this.question.now();
  }

  private async ask(): Promise<void> {
    // With nothing on its way, what was taken back is done.
    if (currentSync()?.connection.now.pending === 0) settleUndone();
    const [askedAt, person] = [tick(), owner];
    try {
      const first = await api.get<ViewAnswer>(this.path);
      const buckets = await Promise.all(first.buckets.map((bucket) => this.rest(bucket)));
      const answer = shared(this.state.answer, { ...first, buckets });
      if (person !== me()) return;
      const people = Object.entries(answer.people).map(([id, [name, photo]]) => [id, name, photo] as const);
      currentSync()?.directory.learn(people);
      this.set({ answer, error: null, askedAt });
    } catch (error) {
      // What is on the screen stays there, unless it may not be seen any more.
      const isGone = typeof error === "object" && error !== null && "status" in error && error.status === 404;
      this.set({ ...this.state, ...(isGone ? { answer: null } : {}), error });
    }
  }

  /** The further pages that were asked for before: what one has unfolded stays so. */
  private async rest(bucket: ViewBucket): Promise<ViewBucket> {
    const wanted = this.wanted.get(bucket.id) ?? 0;
    let all = bucket;
    while (all.after && all.cards.length < wanted) {
      const words = `bucket=${encodeURIComponent(bucket.id)}&after=${encodeURIComponent(all.after)}`;
      const page = await api.get<ViewAnswer>(`${this.path}&${words}`);
      const next = page.buckets.find(({ id }) => id === bucket.id);
      if (!next || next.cards.length === 0) break;
      const known = new Set(all.cards.map(({ id }) => id));
      all = {
        ...all,
        cards: [...all.cards, ...next.cards.filter(({ id }) => !known.has(id))],
        after: next.after ?? null,
      };
    }
    return all;
  }

  private set(state: ViewState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const views = new Map<string, View>();
/** Whose views these are. */
let owner: string | null = null;

function me(): string | null {
  const session = getSession();
  return session.state === "signed-in" ? session.person.id : null;
}

/** The view at an address, with all its words. */
export function viewAt(path: string): View {
  if (owner !== me()) {
    owner = me();
    views.clear();
    forgetActs();
  }
  const known = views.get(path) ?? new View(path);
  views.set(path, known);
  return known;
}

/** The tags that the views in memory show, for choosing among them. */
export function tagsAtHand(): readonly { name: string; hue: string }[] {
  const cards = [...views.values()].flatMap(
    ({ state }) => state.answer?.buckets.flatMap((bucket) => bucket.cards) ?? [],
  );
  const byName = new Map(cards.flatMap(({ tags }) => tags));
  return [...byName].map(([name, hue]) => ({ name, hue }));
}
