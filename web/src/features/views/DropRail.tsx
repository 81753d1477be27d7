import { createPortal } from "react-dom";
import { classes } from "../../ui/classes";
import "./DropRail.css";
import type { Carried } from "./rowDragStore";
import { bucketWord } from "./viewWords";

/** The buckets at the edge of the screen while a row is carried: what is far down the page is near then. */
export function DropRail({ drops, carried }: { drops: readonly string[]; carried: Carried }) {
  // Beside the page, as what is carried is: it lies over that and can be read.
  return createPortal(
    <div className="drop-rail" aria-hidden="true">
      {drops
        .filter((id) => id !== carried.from)
        .map((id) => (
          <span
            key={id}
            className={classes("drop-rail__goal", carried.over === id && "drop-rail__goal--over")}
            data-drop={id}
          >
            {bucketWord(id)}
          </span>
        ))}
    </div>,
    document.body,
  );
}
