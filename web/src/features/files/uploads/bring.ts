/** One file on its way to the server, however often the connection breaks: each try asks first how far it is, and goes on there. */
import { ApiError } from "../../../kits/apikit";
import { asRefused, type Door, Missing, type Told, type Upload } from "./upload";

export type Means = {
  door: Door;
  signal: AbortSignal;
  /** Ends after so long, or sooner when the network is back. Raises when the signal does. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  tell: (change: Partial<Upload>) => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const STORING_ASK_MS = 1_000;

/** Resolves when the server has put the file away, with the name it gave it. Raises Refused or Missing. */
export async function bring(upload: Upload, file: Blob, means: Means): Promise<string> {
  let tries = 0;
  let furthest = 0;
  const tell: Means["tell"] = (change) => {
    // Further than ever is a connection that works.
    if ((change.sent ?? 0) > furthest) tries = 0;
    furthest = Math.max(furthest, change.sent ?? 0);
    means.tell(change);
  };
  for (;;) {
    try {
      return await goOn(upload, file, { ...means, tell });
    } catch (error) {
      if (means.signal.aborted || !(error instanceof ApiError)) throw error;
      if (!isPassing(error)) throw asRefused(error);
      if (!(await isReadable(file))) throw new Missing();
      means.tell({ state: error.status === 409 ? "sending" : "paused" });
      await means.pause(Math.min(FIRST_PAUSE_MS * 2 ** tries++, LONGEST_PAUSE_MS), means.signal);
    }
  }
}

async function goOn(upload: Upload, file: Blob, { door, signal, pause, tell }: Means): Promise<string> {
  let told = await door.begin(upload, signal);
  try {
    while (told.state !== "stored") {
      if (told.state === "storing") {
        tell({ state: "storing", sent: upload.size });
        await pause(STORING_ASK_MS, signal);
        told = await door.ask(upload.id, signal);
      } else told = await sendRest(upload, file, told, { door, signal, tell });
    }
  } catch (error) {
    // What nobody touched for a day has been deleted: it is begun again.
    throw error instanceof ApiError && error.status === 404 ? new ApiError(409, "upload_offset") : error;
  }
  tell({ state: "storing", sent: upload.size });
  return told.name;
}

function sendRest(upload: Upload, file: Blob, { offset }: Told, { door, signal, tell }: Omit<Means, "pause">) {
  tell({ state: "sending", sent: offset });
  const onSent = (sent: number) => tell({ state: sent < upload.size ? "sending" : "storing", sent });
  return door.push(upload.id, file, offset, { signal, onSent });
}

/** Whether trying again may help. */
function isPassing({ status, code }: ApiError): boolean {
  if (code === "storage_full" || code === "too_many_uploads") return false;
  return status === 0 || status >= 500 || status === 401 || status === 429 || isAboutPlace(code);
}

const isAboutPlace = (code: string) => code === "upload_busy" || code === "upload_offset";

async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
