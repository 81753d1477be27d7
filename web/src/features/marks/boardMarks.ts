import type { Aspect } from "../../contracts/aspects";
import type { Happening } from "./happenings";
import { type Marks, type MarksStore, marksStore } from "./marksStore";

/** What `GET /api/v1/boards/{id}/marks` answers. */
export type MarksAnswer = {
  marks: Readonly<Record<string, Readonly<Partial<Record<Aspect, number>>>>>;
  floor: number | null;
  is_behind: boolean;
};

export type IsSeen = (subject: string, aspect: Aspect, at: number) => boolean;

/**
 * The marks of one board: as the server told them, with what was heard since. What was heard stands until the server has had time to
 * count it too; what was seen meanwhile, here or on another device, goes.
 */
export class BoardMarks {
  /** Up to when the board was seen as a whole; null: the person has no marks here. */
  floor: number | null = null;
  private readonly marks = new Map<string, Marks>();
  /** `subject aspect` -> the round in which it was heard. */
  private readonly heard = new Map<string, number>();
  private round = 0;

  constructor(
    private readonly isSeen: IsSeen,
    private readonly store: MarksStore = marksStore,
  ) {}

  /** Before the server is asked; the answer is taken with this number. */
  begin(): number {
    this.round += 1;
    return this.round;
  }

  take(answer: MarksAnswer, round: number): void {
    this.floor = answer.floor;
    const next: Gathered = new Map([...this.marks.keys()].map((subject) => [subject, new Map()]));
    for (const [subject, aspects] of Object.entries(answer.marks)) {
      for (const [aspect, at] of Object.entries(aspects)) put(next, subject, aspect as Aspect, at);
    }
    for (const [key, heardIn] of [...this.heard]) {
      const [subject, aspect] = key.split(" ") as [string, Aspect];
      const at = this.marks.get(subject)?.get(aspect);
      if (at === undefined || (heardIn < round && !answer.is_behind)) this.heard.delete(key);
      else put(next, subject, aspect, at);
    }
    this.show(next);
  }

  hear(news: readonly Happening[]): void {
    const { floor } = this;
    if (floor === null) return;
    const next: Gathered = new Map();
    for (const { subject, aspect, at } of news) {
      if (at <= floor) continue;
      if (!next.has(subject)) next.set(subject, new Map(this.marks.get(subject)));
      put(next, subject, aspect, at);
      this.heard.set(`${subject} ${aspect}`, this.round);
    }
    this.show(next);
  }

  /** Something was seen: what that was is not marked any more. */
  look(): void {
    this.show(this.marks);
  }

  clear(): void {
    this.floor = null;
    this.heard.clear();
    this.show(new Map([...this.marks.keys()].map((subject) => [subject, new Map()])));
  }

  /** When the newest change was that is marked; 0 for none. */
  get newestAt(): number {
    let newest = 0;
    for (const aspects of this.marks.values()) for (const at of aspects.values()) newest = Math.max(newest, at);
    return newest;
  }

  get size(): number {
    return this.marks.size;
  }

  /** These subjects have these marks now, without what is seen. */
  private show(next: ReadonlyMap<string, Marks>): void {
    const changed = new Map<string, Marks | undefined>();
    for (const [subject, aspects] of next) {
      const left = new Map([...aspects].filter(([aspect, at]) => !this.isSeen(subject, aspect, at)));
      const marks = left.size > 0 ? left : undefined;
      if (!isSame(this.marks.get(subject), marks)) changed.set(subject, marks);
    }
    for (const [subject, marks] of changed) {
      if (marks) this.marks.set(subject, marks);
      else this.marks.delete(subject);
    }
    this.store.set(changed);
  }
}

type Gathered = Map<string, Map<Aspect, number>>;

function put(all: Gathered, subject: string, aspect: Aspect, at: number): void {
  const aspects = all.get(subject) ?? new Map<Aspect, number>();
  all.set(subject, aspects.set(aspect, Math.max(at, aspects.get(aspect) ?? 0)));
}

function isSame(one: Marks | undefined, other: Marks | undefined): boolean {
  if (!one || !other || one.size !== other.size) return one === other;
  return [...one].every(([aspect, at]) => other.get(aspect) === at);
}
