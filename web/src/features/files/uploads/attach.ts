import { currentSync } from "../../../sync/current";
import type { Sync } from "../../../sync/sync";
import { type Attach, Refused, type Upload } from "./upload";

/** How long the list of what hangs there is waited for, to say whether the name is new. The server knows anyway. */
const PATIENCE_MS = 3_000;

/** Asked so often whether the person's engine is there again, after signing in once more. */
const ENGINE_ASK_MS = 500;

/** Hangs a stored upload of this person on its card or board. Sent twice, after a reload, the second changes nothing. */
export const attachAs =
  (person: string): Attach =>
  async (upload, name) => {
    const sync = await engineOf(person);
    const close = sync.open(`shelf:${upload.subject.id}`);
    try {
      const known = await knownFile(sync, upload, name);
      const answer = await send(sync, upload, name);
      if (answer.s !== "done") throw new Refused(answer.code, answer.args);
      if (known) return { attachmentId: known.id, version: known.version + 1 };
      return { attachmentId: upload.attachmentId, version: 1 };
    } finally {
      close();
    }
  };

async function engineOf(person: string): Promise<Sync> {
  for (;;) {
    const sync = currentSync();
    if (sync?.person === person) return sync;
    await new Promise((resolve) => setTimeout(resolve, ENGINE_ASK_MS));
  }
}

function send(sync: Sync, upload: Upload, name: string) {
  const { attachmentId: attachment_id, id: upload_id, subject, batch: group } = upload;
  if (upload.isVersion) return sync.send("file.add_version", { attachment_id, upload_id }, { group });
  const place = subject.kind === "card" ? { card_id: subject.id } : { board_id: subject.id };
  return sync.send("file.attach", { attachment_id, upload_id, name, ...place }, { group });
}

async function knownFile(sync: Sync, upload: Upload, name: string) {
  const { id } = upload.subject;
  await isThere(sync, `shelf:${id}`);
  const rows = sync.store.order("attachments", id).map((row) => sync.store.read("attachments", row));
  const isIt = upload.isVersion
    ? (row: (typeof rows)[0]) => row?.id === upload.attachmentId
    : (row: (typeof rows)[0]) => row?.kind === "file" && row.name === name;
  return rows.find(isIt);
}

function isThere(sync: Sync, scope: string): Promise<void> {
  if (sync.scopes.status(scope).state !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    const over = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = sync.store.watchers.watch(`scope ${scope}`, () => {
      if (sync.scopes.status(scope).state !== "loading") over();
    });
    const timer = setTimeout(over, PATIENCE_MS);
  });
}
