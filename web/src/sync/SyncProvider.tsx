import { type ReactNode, useEffect, useState } from "react";
import { SyncContext } from "./context";
import { currentSync, setCurrent, tellRefused } from "./current";
import type { Disk } from "./disk";
import { StoredDrafts, type TextStorage } from "./drafts";
import { browser } from "./env";
import { LateDisk } from "./lateDisk";
import { MemoryDisk } from "./memoryDisk";
import { openDisk } from "./openDisk";
import { Sync } from "./sync";
import { browserTabs } from "./tabs";

export interface SyncProviderProps {
  /** Who is signed in; null for somebody who came by a board's link. Another person needs another `key`. */
  person: { id: string; name: string; photo: string | null } | null;
  link?: string | null;
  children: ReactNode;
}

/** Gives the page its engine, and starts and stops it with the component. */
export function SyncProvider({ person, link = null, children }: SyncProviderProps) {
  const [sync] = useState(() => makeSync(person?.id ?? null, link));
  useEffect(() => {
    setCurrent(sync);
    const stopTelling = sync.onRefused(tellRefused);
    const stop = keepRunning(sync);
    return () => {
      stopTelling();
      stop();
    };
  }, [sync]);
  useEffect(() => {
    if (person) sync.directory.learn([{ id: person.id, name: person.name, photo: person.photo ?? "" }]);
  }, [sync, person]);
  return <SyncContext value={sync}>{children}</SyncContext>;
}

const stopping = new WeakMap<Sync, ReturnType<typeof setTimeout>>();

/** React's strict mode unmounts and mounts at once; the engine runs on through that. */
function keepRunning(sync: Sync): () => void {
  const timer = stopping.get(sync);
  if (timer === undefined) sync.start();
  else clearTimeout(timer);
  stopping.delete(sync);
  return () => {
    stopping.set(
      sync,
      setTimeout(() => {
        stopping.delete(sync);
        sync.stop();
        if (currentSync() === sync) setCurrent(null);
      }, 0),
    );
  };
}

function makeSync(person: string | null, link: string | null): Sync {
  const sync = assemble(person, link);
  // Already while the first screen renders, not only after it.
  setCurrent(sync);
  return sync;
}

function assemble(person: string | null, link: string | null): Sync {
  const disk = person ? new LateDisk(openDisk(person).catch(() => new MemoryDisk() as Disk)) : new MemoryDisk();
  return new Sync({
    person,
    link,
    env: browser,
    disk,
    tabs: browserTabs(person ?? "link"),
    drafts: new StoredDrafts(storage(), person),
  });
}

function storage(): TextStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
