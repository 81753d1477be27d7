/**
 * Keeps the marks of the boards that are open: asked of the server once, then added by what others are seen to do, and taken away by what
 * the person sees, here or elsewhere. Asked again when something moved that this page could not see, such as the text of a card.
 */
import { ApiError, api } from "../../kits/apikit";
import { onChanges } from "../../sync/heard";
import { onMoved } from "../../sync/moved";
import type { Sync } from "../../sync/sync";
import type { Change } from "../../sync/wire";
import { BoardMarks, type MarksAnswer } from "./boardMarks";
import { type Happening, happenings } from "./happenings";
import { keepMarks, recallMarks } from "./keptMarks";
import { isSeen, readBoard } from "./seen";

/** The server counts what happens a little later; then the question makes sense. */
const COUNTED_MS = 1_000;
/** One question in so long, whatever moves. */
const SHORTEST_MS = 5_000;
/** What moves this shortly after a change that was seen is that change. */
const SAME_MS = 1_500;
/** For what happens beside changes that were seen. */
const SOME_TIME_MS = 15_000;
const DAY_MS = 86_400_000;
/** Below this nothing is still on its way. */
const SETTLED_MS = 60_000;
const SEEN_TABLES = ["card_seen", "board_seen", "talk_seen"];

const watches = new Map<string, { watch: MarksWatch; users: number }>();

/** Returns how to stop. A board that several parts of a page watch is watched once. */
export function watchMarks(sync: Sync, boardId: string): () => void {
  const key = `${sync.person} ${boardId}`;
  const held = watches.get(key) ?? { watch: new MarksWatch(sync, boardId), users: 0 };
  watches.set(key, held);
  held.users += 1;
  return () => {
    held.users -= 1;
    if (held.users > 0) return;
    watches.delete(key);
    held.watch.stop();
  };
}

/** Marks a board that is open as read. */
export function readThisBoard(sync: Sync, boardId: string): void {
  readBoard(sync, boardId, watches.get(`${sync.person} ${boardId}`)?.watch.marks.newestAt);
}

class MarksWatch {
  readonly marks: BoardMarks;
  private readonly stops: (() => void)[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private askedAt = Number.NEGATIVE_INFINITY;
  private changedAt = Number.NEGATIVE_INFINITY;
  private isOver = false;

  constructor(
    private readonly sync: Sync,
    private readonly boardId: string,
  ) {
    this.marks = new BoardMarks((subject, aspect, at) => isSeen(sync, boardId, subject, aspect, at));
    const onVisible = () => document.visibilityState === "visible" && this.askIn(0);
    document.addEventListener("visibilitychange", onVisible);
    this.stops = [
      sync.open(`person:${sync.person}`),
      onChanges((changes) => this.hear(changes)),
      onMoved((boards) => this.moved(boards)),
      ...SEEN_TABLES.map((table) => sync.store.watchers.watch(`table ${table}`, () => this.marks.look())),
      () => document.removeEventListener("visibilitychange", onVisible),
    ];
    this.askIn(0);
  }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
    this.marks.clear();
  }

  private hear(changes: readonly Change[]): void {
    const here = changes.filter(([scope]) => this.isHere(scope.slice(scope.indexOf(":") + 1)));
    if (here.length === 0) return;
    this.changedAt = performance.now();
    this.marks.hear(happenings(here, this.sync.person ?? "").filter((one) => this.mayTell(one)));
  }

  private isHere(id: string): boolean {
    return id === this.boardId || this.sync.store.read("cards", id)?.board_id === this.boardId;
  }

  /** A deleted card has no marks; what stands on no board any more has none either. */
  private mayTell({ subject }: Happening): boolean {
    return subject === this.boardId || this.sync.store.read("cards", subject)?.deleted_at === null;
  }

  private moved(boards: readonly string[]): void {
    if (boards.length === 0) this.askIn(COUNTED_MS);
    else if (boards.includes(this.boardId)) {
      this.askIn(performance.now() - this.changedAt < SAME_MS ? SOME_TIME_MS : COUNTED_MS);
    }
  }

  private askIn(ms: number, shortest = SHORTEST_MS): void {
    const at = Math.max(performance.now() + ms, this.askedAt + shortest);
    if (this.isOver || at >= this.dueAt) return;
    this.dueAt = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), at - performance.now());
  }

  private async ask(): Promise<void> {
    this.dueAt = Number.POSITIVE_INFINITY;
    if (document.visibilityState !== "visible" && this.askedAt > 0) return;
    this.askedAt = performance.now();
    const round = this.marks.begin();
    try {
      const answer = await api.get<MarksAnswer>(`/api/v1/boards/${this.boardId}/marks`);
      if (this.isOver) return;
      this.marks.take(answer, round);
      if (this.sync.person) keepMarks(this.sync.person, this.boardId, answer);
      this.raiseFloor(answer);
      if (answer.is_behind) this.askIn(COUNTED_MS, COUNTED_MS);
    } catch (error) {
      if (this.isOver) return;
      // Without a connection the marks stay as they are; whoever may not read the board has none.
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) this.lose();
      else this.recall(round);
    }
  }

  private lose(): void {
    this.marks.clear();
    if (this.sync.person) keepMarks(this.sync.person, this.boardId, null);
  }

  /** What was told before the page was loaded, while nothing else has been. */
  private recall(round: number): void {
    const kept = this.marks.floor === null && this.sync.person && recallMarks(this.sync.person, this.boardId);
    if (kept) this.marks.take(kept, round);
  }

  /** Whoever looks for the first time begins without marks; and where nothing is marked, what is old need not be looked through again. */
  private raiseFloor({ floor, is_behind }: MarksAnswer): void {
    const { sync, boardId, marks } = this;
    if (sync.store.read("board_privacy", boardId)?.state !== "open") return;
    const now = Math.round(sync.serverNow());
    if (floor === null) {
      readBoard(sync, boardId);
      marks.floor = now;
    } else if (!is_behind && marks.size === 0 && floor < now - DAY_MS) {
      const at = now - SETTLED_MS;
      void sync.send("marks.see_board", { board_id: boardId, at }, { quiet: true });
      marks.floor = at;
    }
  }
}
