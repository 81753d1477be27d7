import { type Attached, isMoving, type Upload } from "./upload";

/** An upload while this page brings it. */
export type Job = {
  upload: Upload;
  file: Blob | null;
  going: AbortController;
  isRunning: boolean;
  release: () => void;
  ended: (attached: Attached | null) => void;
  isOver: Promise<void>;
};

export type Finished = { upload: Upload; attached: Attached };

/** Files of one gesture: attached in their order, and told of together. */
export class Batches {
  private readonly done = new Map<string, Finished[]>();

  constructor(
    private readonly jobs: ReadonlyMap<string, Job>,
    private readonly tell: (done: readonly Finished[]) => void,
  ) {}

  /** Resolves when no earlier file of the same gesture is to come any more. */
  async turn({ id, batch }: Upload): Promise<void> {
    const all = [...this.jobs.values()];
    const place = all.findIndex(({ upload }) => upload.id === id);
    await Promise.all(all.slice(0, place).map((job) => (job.upload.batch === batch ? job.isOver : null)));
  }

  add(finished: Finished): void {
    const { batch } = finished.upload;
    this.done.set(batch, [...(this.done.get(batch) ?? []), finished]);
  }

  /** Tells once, when nothing of the batch moves any more. */
  end(batch: string): void {
    const isOpen = [...this.jobs.values()].some(({ upload }) => upload.batch === batch && isMoving(upload));
    const done = this.done.get(batch);
    if (isOpen || !done) return;
    this.done.delete(batch);
    this.tell(done);
  }
}
