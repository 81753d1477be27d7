/** The words of this folder: a file on its way to a card or a board, the server's door, and what is kept on the device. */
import type { ApiError } from "../../../kits/apikit";
import { uuid7 } from "../../../kits/idkit";

/** What an attachment hangs on. */
export type Subject = { kind: "card" | "board"; id: string };

/**
 * waiting  for its turn
 * sending  bytes flow
 * storing  the server has all of them and puts them away
 * paused   the connection is lost; it goes on by itself
 * missing  the browser has not got the file any more: it is to be picked again
 * refused  `problem` says why
 */
export type UploadState = "waiting" | "sending" | "storing" | "paused" | "missing" | "refused";

export type Problem = { code: string; args: Record<string, unknown> };

export type Upload = {
  /** The server's `upload_id`. */
  readonly id: string;
  /** Of the new attachment, or of the one that gets a version. */
  readonly attachmentId: string;
  readonly isVersion: boolean;
  readonly subject: Subject;
  /** Files of one gesture: undone as one, and told of together. */
  readonly batch: string;
  readonly name: string;
  readonly size: number;
  /** When the file was last changed: a file picked again must be the same. */
  readonly modified: number;
  /** Nobody is told when it is there: whoever asked for it says so itself. */
  readonly isQuiet: boolean;
  readonly sent: number;
  readonly state: UploadState;
  readonly problem: Problem | null;
};

export type Destination = {
  subject: Subject;
  /** The attachment that gets a new version. */
  versionOf?: string | undefined;
};

export function newUpload(file: File, { subject, versionOf }: Destination, batch: string, isQuiet: boolean): Upload {
  const { name, size, lastModified: modified } = file;
  const attachmentId = versionOf ?? uuid7();
  const facts = { id: uuid7(), attachmentId, isVersion: versionOf !== undefined, subject, batch, isQuiet };
  return { ...facts, name, size, modified, sent: 0, state: "waiting", problem: null };
}

/** Goes on by itself. */
export const isMoving = ({ state }: Upload): boolean => state !== "refused" && state !== "missing";

/** How an upload stands on the server. */
export type Told = { name: string; offset: number; state: "open" | "storing" | "stored" };

/** Raises ApiError, or the signal's reason. */
export interface Door {
  /** Begins an upload, or says how far it is. */
  begin(upload: Upload, signal: AbortSignal): Promise<Told>;
  ask(id: string, signal: AbortSignal): Promise<Told>;
  /** Sends all bytes from `offset` on. */
  push(id: string, file: Blob, offset: number, how: { signal: AbortSignal; onSent: Reached }): Promise<Told>;
  giveUp(id: string): Promise<void>;
}

export type Reached = (bytes: number) => void;

/** What became of a file: the attachment, and the number of its newest version. */
export type Attached = { attachmentId: string; version: number };

/** Hangs a stored upload on its subject. Raises Refused. */
export type Attach = (upload: Upload, name: string) => Promise<Attached>;

/** The server's no, for good. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly args: Record<string, unknown>,
  ) {
    super(code);
  }
}

/** The file was changed, moved or deleted on the device. */
export class Missing extends Error {}

export const asRefused = ({ code, args }: ApiError): Refused => new Refused(code, args);

export type KeptUpload = { upload: Upload; file: Blob | null };

/** Uploads on the device, for after a reload. */
export interface UploadDisk {
  put(kept: KeptUpload): Promise<void>;
  get(id: string): Promise<KeptUpload | undefined>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
  close(): void;
  erase(): Promise<void>;
}
