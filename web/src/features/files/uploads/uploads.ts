/** The page's one queue of uploads, for whoever is signed in; every screen adds to it and watches it here. */
import { currentSync } from "../../../sync/current";
import { browser } from "../../../sync/env";
import { attachAs } from "./attach";
import { tellBatch } from "./tellBatch";
import type { Attached, Destination } from "./upload";
import { isMoving } from "./upload";
import { eraseUploadDisk, openUploadDisk } from "./uploadDisk";
import { uploadDoor } from "./uploadDoor";
import { NO_UPLOADS, UploadQueue, type Uploads } from "./uploadQueue";

let own: { person: string; queue: UploadQueue } | null = null;
const listeners = new Set<() => void>();

export const uploads = {
  add: (files: readonly File[], destination: Destination, isQuiet = false): Promise<Attached | null>[] =>
    theQueue()?.add(files, destination, isQuiet) ?? [],
  cancel: (id: string) => own?.queue.cancel(id),
  retry: (id: string) => own?.queue.retry(id),
  supply: (id: string, file: File) => own?.queue.supply(id, file) ?? false,
  now: (): Uploads => own?.queue.now ?? NO_UPLOADS,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Goes on with what was left behind. It ends with the person, not with a screen. */
export function startUploads(): void {
  theQueue();
}

/** Before a sign-out: cancels what is under way and takes it off the device. */
export async function dropUploads(person: string): Promise<void> {
  for (const { id } of uploads.now().list) uploads.cancel(id);
  stop();
  await eraseUploadDisk(person);
}

function theQueue(): UploadQueue | null {
  const person = currentSync()?.person ?? null;
  if (!person || own?.person === person) return own?.queue ?? null;
  stop();
  const parts = { door: uploadDoor, disk: openUploadDisk(person), attach: attachAs(person), pause, claim };
  const queue = new UploadQueue({ ...parts, changed, batchDone: tellBatch });
  own = { person, queue };
  void queue.start();
  return queue;
}

/** What is under way goes on when this person comes back. */
function stop(): void {
  own?.queue.stop();
  own = null;
  changed();
}

function changed(): void {
  for (const listener of listeners) listener();
  if (uploads.now().list.some(isMoving)) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

/** Bytes flow only while a page is open. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      cancel();
      sleepOn();
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const cancel = browser.later(ms, end);
    const sleepOn = browser.onWake(end);
    signal.addEventListener("abort", end);
  });
}

function claim(id: string, signal: AbortSignal): Promise<() => void> {
  // Without Web Locks two tabs may send the same file: the server lets one of them go on.
  if (!navigator.locks) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    const held = () => new Promise<void>((release) => resolve(release));
    navigator.locks.request(`tafla.upload.${id}`, { signal }, held).catch(reject);
  });
}
