/** Uploads on the device, and whose they are: one tab sends an upload, and when it closes another takes it over. */
import type { Upload, UploadDisk } from "./upload";

/** The browser keeps smaller files over a reload; larger ones are to be picked again. */
export const MOST_KEPT_BYTES = 50 * 1024 * 1024;

export type KeepingParts = {
  disk: Promise<UploadDisk>;
  /** Resolves when this tab is the one that sends it; the answer gives it back. Raises when the signal does. */
  claim: (id: string, signal: AbortSignal) => Promise<() => void>;
};

export type Taken = { upload: Upload; file: Blob | null; release: () => void };

export class Keeping {
  private readonly closing = new AbortController();

  constructor(
    private readonly parts: KeepingParts,
    /** Whether this tab has it on its list. */
    private readonly isHere: (id: string) => boolean,
  ) {}

  /** Calls back for each that was left behind, as this tab gets to be the one that sends it. */
  async start(take: (taken: Taken) => void): Promise<void> {
    for (const id of await (await this.parts.disk).ids()) void this.adopt(id, take);
  }

  stop(): void {
    this.closing.abort();
    void this.parts.disk.then((disk) => disk.close());
  }

  async keep(upload: Upload, file: File): Promise<void> {
    const kept: Upload = { ...upload, state: "waiting", problem: null, sent: 0 };
    await (await this.parts.disk).put({ upload: kept, file: file.size <= MOST_KEPT_BYTES ? file : null });
    // Sent or cancelled before it was kept.
    if (!this.closing.signal.aborted && !this.isHere(upload.id)) await this.forget(upload.id);
  }

  async forget(id: string): Promise<void> {
    await (await this.parts.disk).remove(id);
  }

  claim(id: string): Promise<() => void> {
    return this.parts.claim(id, this.closing.signal);
  }

  private async adopt(id: string, take: (taken: Taken) => void): Promise<void> {
    // The page closes before its turn comes.
    const release = await this.claim(id).catch(() => null);
    if (!release) return;
    const kept = await (await this.parts.disk).get(id).catch(() => undefined);
    if (!kept || this.isHere(id) || this.closing.signal.aborted) release();
    else take({ file: kept.file, upload: { ...kept.upload, state: kept.file ? "waiting" : "missing" }, release });
  }
}
