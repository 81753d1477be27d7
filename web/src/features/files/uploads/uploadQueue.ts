/**
 * Files on their way to cards and boards, outside of all screens: they go on while tabs change and sheets close, at most two at a time,
 * and after a reload those whose bytes the device has kept.
 */
import { uuid7 } from "../../../kits/idkit";
import { Batches, type Finished, type Job } from "./batches";
import { bring, type Means } from "./bring";
import { Keeping, type KeepingParts, type Taken } from "./keeping";
import {
  type Attach,
  type Attached,
  type Destination,
  type Door,
  isMoving,
  Missing,
  newUpload,
  Refused,
  type Upload,
} from "./upload";

export type QueueParts = KeepingParts & {
  door: Door;
  attach: Attach;
  pause: Means["pause"];
  changed: () => void;
  /** Nothing of one gesture moves any more; these are attached. */
  batchDone: (done: readonly Finished[]) => void;
};

export type Uploads = {
  list: readonly Upload[];
  /** How many are attached since something began to move. */
  finished: number;
};

const MOST_AT_ONCE = 2;
export const NO_UPLOADS: Uploads = { list: [], finished: 0 };
const nothing = () => undefined;

export class UploadQueue {
  now: Uploads = NO_UPLOADS;
  private readonly jobs = new Map<string, Job>();
  private readonly batches: Batches;
  private readonly keeping: Keeping;
  private finished = 0;

  constructor(private readonly parts: QueueParts) {
    this.keeping = new Keeping(parts, (id) => this.jobs.has(id));
    this.batches = new Batches(this.jobs, parts.batchDone);
  }

  /** Takes over what the device kept. */
  start(): Promise<void> {
    return this.keeping.start((taken) => this.take(taken, nothing));
  }

  /** What is under way stays on the device and on the server, for the next start. */
  stop(): void {
    this.keeping.stop();
    for (const job of this.jobs.values()) {
      job.going.abort();
      job.release();
    }
    this.jobs.clear();
    this.update();
  }

  /** Each promise tells what became of its file: null when it was refused or cancelled. */
  add(files: readonly File[], destination: Destination, isQuiet = false): Promise<Attached | null>[] {
    const batch = uuid7();
    return files.map((file) => {
      const upload = newUpload(file, destination, batch, isQuiet);
      return new Promise((ended) => {
        const job = this.take({ upload, file, release: nothing }, ended);
        void this.keeping.keep(upload, file);
        void this.claim(job);
      });
    });
  }

  cancel(id: string): void {
    const job = this.jobs.get(id);
    if (!job) return;
    job.going.abort();
    void this.parts.door.giveUp(id).catch(nothing);
    this.leave(job, null);
  }

  retry(id: string): void {
    this.change(id, { state: "waiting", problem: null });
    this.next();
  }

  /** The file of an upload, picked again. False when it is another one. */
  supply(id: string, file: File): boolean {
    const job = this.jobs.get(id);
    if (!job || file.name !== job.upload.name || file.size !== job.upload.size) return false;
    job.file = file;
    void this.keeping.keep(job.upload, file);
    this.retry(id);
    return true;
  }

  private take({ upload, file, release }: Taken, ended: Job["ended"]): Job {
    const job = { upload, file, release, going: new AbortController(), isRunning: false } as Job;
    job.isOver = new Promise((over) => {
      job.ended = (attached) => {
        ended(attached);
        over();
      };
    });
    this.jobs.set(upload.id, job);
    this.next();
    return job;
  }

  private async claim(job: Job): Promise<void> {
    const release = await this.keeping.claim(job.upload.id).catch(() => nothing);
    if (this.jobs.get(job.upload.id) === job) job.release = release;
    else release();
  }

  private next(): void {
    const all = [...this.jobs.values()];
    const free = MOST_AT_ONCE - all.filter((job) => job.isRunning).length;
    const waiting = all.filter((job) => !job.isRunning && job.upload.state === "waiting");
    for (const job of waiting.slice(0, Math.max(0, free))) void this.run(job);
    this.update();
  }

  private async run(job: Job): Promise<void> {
    const { upload, going, file } = job;
    const tell: Means["tell"] = (change) => this.change(upload.id, change);
    job.isRunning = true;
    tell({ state: "sending" });
    try {
      if (!file) throw new Missing();
      const { door, pause, attach } = this.parts;
      const name = await bring(upload, file, { door, pause, signal: going.signal, tell });
      await this.batches.turn(upload);
      going.signal.throwIfAborted();
      this.attached(job, await attach(upload, name));
    } catch (error) {
      if (!going.signal.aborted) this.failed(job, error);
    }
    job.isRunning = false;
    this.next();
  }

  private attached(job: Job, attached: Attached): void {
    const { upload } = job;
    if (!this.jobs.has(upload.id)) return;
    this.batches.add({ upload, attached });
    this.finished += 1;
    this.leave(job, attached);
  }

  private failed({ upload, ended }: Job, error: unknown): void {
    const { code, args } = error instanceof Refused ? error : new Refused("server_error", {});
    if (error instanceof Missing) this.change(upload.id, { state: "missing" });
    else this.change(upload.id, { state: "refused", problem: { code, args } });
    ended(null);
    this.batches.end(upload.batch);
  }

  private leave(job: Job, attached: Attached | null): void {
    const { id, batch } = job.upload;
    this.jobs.delete(id);
    job.release();
    void this.keeping.forget(id);
    job.ended(attached);
    this.batches.end(batch);
    this.update();
  }

  private change(id: string, change: Partial<Upload>): void {
    const job = this.jobs.get(id);
    if (!job) return;
    job.upload = { ...job.upload, ...change };
    this.update();
  }

  private list(): Upload[] {
    return [...this.jobs.values()].map(({ upload }) => upload);
  }

  private update(): void {
    const list = this.list();
    if (!list.some(isMoving)) this.finished = 0;
    this.now = { list, finished: this.finished };
    this.parts.changed();
  }
}
