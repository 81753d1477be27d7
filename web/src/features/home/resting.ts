import { useState } from "react";
import type { HomeBoard } from "./homeData";

/** Whether boards in the archive and in the trash are shown. */
export type Resting = { archived: boolean; trash: boolean };

const KEY = "tafla.home.resting";

function remembered(): Resting {
  try {
    return { archived: false, trash: false, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Resting>) };
  } catch {
    return { archived: false, trash: false };
  }
}

/** Kept on the device: who tidies up does it for a while. */
export function useResting(): [Resting, (resting: Resting) => void] {
  const [resting, setResting] = useState(remembered);
  const set = (next: Resting) => {
    setResting(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage it is asked for again next time.
    }
  };
  return [resting, set];
}

export function isShown(board: HomeBoard, resting: Resting): boolean {
  return board.state === "open" || (board.state === "archived" ? resting.archived : resting.trash);
}
