import { useSyncExternalStore } from "react";

export const ZOOMS = ["days", "weeks", "months"] as const;
export const GROUPS = ["column", "person"] as const;

/** How somebody likes to see plans: one choice for all boards on this device. */
export type PlanPrefs = {
  showsDone: boolean;
  zoom: (typeof ZOOMS)[number];
  group: (typeof GROUPS)[number];
  /** On the timeline, the list of what has no date. */
  showsUndated: boolean;
};

const KEY = "tafla.planning";
const USUAL: PlanPrefs = { showsDone: false, zoom: "weeks", group: "column", showsUndated: true };
const listeners = new Set<() => void>();
let prefs = read();

function read(): PlanPrefs {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<PlanPrefs>;
    const zoom = ZOOMS.find((one) => one === kept.zoom) ?? USUAL.zoom;
    const group = GROUPS.find((one) => one === kept.group) ?? USUAL.group;
    return { zoom, group, showsDone: kept.showsDone === true, showsUndated: kept.showsUndated !== false };
  } catch {
    return USUAL;
  }
}

export function setPlanPrefs(change: Partial<PlanPrefs>): void {
  prefs = { ...prefs, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs));
  } catch {
    // Storage is forbidden or full: the choice holds while the tab is open.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePlanPrefs = (): PlanPrefs => useSyncExternalStore(subscribe, () => prefs);
