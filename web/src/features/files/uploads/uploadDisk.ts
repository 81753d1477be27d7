import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { KeptUpload, UploadDisk } from "./upload";

interface Schema extends DBSchema {
  uploads: { key: string; value: KeptUpload };
}

const nameOf = (person: string) => `tafla.uploads.${person}`;

/** One database a person; without one nothing is kept, and uploads end with the page. */
export async function openUploadDisk(person: string): Promise<UploadDisk> {
  try {
    const db = await openDB<Schema>(nameOf(person), 1, {
      upgrade: (fresh) => void fresh.createObjectStore("uploads"),
      // Another tab wants to delete it: do not stand in its way.
      blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return diskOf(db, person);
  } catch {
    return noDisk;
  }
}

/** Before a sign-out: nothing of a person stays behind. */
export const eraseUploadDisk = (person: string): Promise<void> => deleteDB(nameOf(person)).catch(() => undefined);

function diskOf(db: IDBPDatabase<Schema>, person: string): UploadDisk {
  return {
    async put(kept) {
      try {
        await db.put("uploads", kept, kept.upload.id);
      } catch {
        // No room for the bytes: after a reload the file is to be picked again.
        await db.put("uploads", { ...kept, file: null }, kept.upload.id).catch(() => undefined);
      }
    },
    get: (id) => db.get("uploads", id),
    remove: (id) => db.delete("uploads", id).catch(() => undefined),
    ids: () => db.getAllKeys("uploads"),
    close: () => db.close(),
    erase: () => {
      db.close();
      return eraseUploadDisk(person);
    },
  };
}

const noDisk: UploadDisk = {
  put: async () => undefined,
  get: async () => undefined,
  remove: async () => undefined,
  ids: async () => [],
  close: () => undefined,
  erase: async () => undefined,
};
