import { useState } from "react";

const KEY = "tafla.checklist.hide-done";

/** Whether done items are hidden: one choice for all checklists on this device. */
export function useHideDone(): [boolean, (isHidden: boolean) => void] {
  const [isHidden, setHidden] = useState(read);
  return [
    isHidden,
    (next) => {
      setHidden(next);
      write(next);
    },
  ];
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

function write(isHidden: boolean): void {
  try {
    if (isHidden) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden or full: the choice holds while the tab is open.
  }
}
