import { api } from "../../kits/apikit";
import { currentSync } from "../../sync/current";
import { getSession } from "../people/session";
import { forgetActs, settleUndone, tick } from "./acts";
import { shared, withPage } from "./pages";
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
  /** A page more is all that is asked for. */
  private isGrowing = false;
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
    this.isGrowing = true;
    return this.question.now();
  }

  private async ask(): Promise<void> {
    // With nothing on its way, what was taken back is done.
    if (currentSync()?.connection.now.pending === 0) settleUndone();
    const [person, known] = [owner, this.isGrowing ? this.state.answer : null];
    // An answer that only grows is as old as it was; what one did since stays on top of it.
    const askedAt = known ? this.state.askedAt : tick();
    this.isGrowing = false;
    try {
      const answer = await this.unfold(known ?? (await this.page("")));
      if (person !== me()) return;
      this.set({ answer: shared(this.state.answer, answer), error: null, askedAt });
    } catch (error) {
      // What is on the screen stays there, unless it may not be seen any more.
      const isGone = typeof error === "object" && error !== null && "status" in error && error.status === 404;
      this.set({ ...this.state, ...(isGone ? { answer: null } : {}), error });
    }
  }

  /** With the further pages that were asked for before: what one has unfolded stays so. */
  private async unfold(answer: ViewAnswer): Promise<ViewAnswer> {
    let all = answer;
    for (const [id, wanted] of this.wanted) {
      for (let bucket = bucketOf(all, id); bucket?.after && bucket.cards.length < wanted; bucket = bucketOf(all, id)) {
        const words = `&bucket=${encodeURIComponent(id)}&after=${encodeURIComponent(bucket.after)}`;
        all = withPage(all, await this.page(words), id);
      }
    }
    return all;
  }

  private async page(words: string): Promise<ViewAnswer> {
    const page = await api.get<ViewAnswer>(this.path + words);
    const people = Object.entries(page.people).map(([id, [name, photo]]) => [id, name, photo] as const);
    currentSync()?.directory.learn(people);
    return page;
  }

  private set(state: ViewState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const bucketOf = (answer: ViewAnswer, id: string) => answer.buckets.find((bucket) => bucket.id === id);

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

const NOTHING: NonNullable<ViewAnswer["gone"]> = { people: [], tags: [] };

/** What an own view's filter names in vain, as far as that view was looked at. */
export function goneFrom(view: { id: string } | null): typeof NOTHING {
  const told = [...views.values()].flatMap(({ path, state }) =>
    view && path.includes(view.id) && state.answer ? [state.answer] : [],
  );
  return told.sort((one, other) => other.at - one.at)[0]?.gone ?? NOTHING;
}
