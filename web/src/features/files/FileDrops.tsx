import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../../ui/icons";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";
import { type DropTarget, dropTargetAt } from "./dropTargets";
import "./FileDrops.css";
import { filesIn, hasFolders } from "./filesIn";
import { uploads } from "./uploads/uploads";

/** Browsers say every third of a second at least that something is still held over the page. */
const GONE_MS = 700;

type Mark = { name: string; box: { top: number; left: number; width: number; height: number } };

/** Files dropped on a card, open or on the board, hang on it; a mark shows where they would. Beside all cards nothing happens. */
export function FileDrops() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const [mark, setMark] = useState<Mark | null>(null);
  useEffect(() => {
    const drop = (target: DropTarget | null, data: DataTransfer) => {
      if (!target) return;
      if (hasFolders(data))
        toasts.add({
          kind: "error",
          text: t`Folders cannot be attached. Zip the folder, or drop the files inside it.`,
        });
      uploads.add(filesIn(data), { subject: target.subject });
    };
    return watchDrags({ find: (at) => dropTargetAt(at, boardId), show: setMark, drop });
  }, [t, boardId]);
  if (!mark) return null;
  const { top, left, width, height } = mark.box;
  const { name } = mark;
  return createPortal(
    <div className="file-drop" style={{ top, left, width, height }}>
      <span className="file-drop__words">
        <Icon name="paperclip" />
        {height < LOW ? t`Drop to attach` : t`Drop to attach to “${name}”`}
      </span>
    </div>,
    document.body,
  );
}

/** A card of one line has no room for its name twice. */
const LOW = 100;

type Watching = {
  find: (at: EventTarget | null) => DropTarget | null;
  show: (mark: Mark | null) => void;
  drop: (target: DropTarget | null, data: DataTransfer) => void;
};

function watchDrags({ find, show, drop }: Watching): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    show(null);
  };
  const ours = (event: DragEvent) => !event.defaultPrevented && event.dataTransfer?.types.includes("Files") === true;
  const onOver = (event: DragEvent) => {
    if (!ours(event) || !event.dataTransfer) return end();
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    const target = find(event.target);
    event.dataTransfer.dropEffect = target ? "copy" : "none";
    show(target && markOf(target));
    clearTimeout(timer);
    timer = setTimeout(end, GONE_MS);
  };
  const onDrop = (event: DragEvent) => {
    end();
    if (!ours(event) || !event.dataTransfer) return;
    event.preventDefault();
    drop(find(event.target), event.dataTransfer);
  };
  window.addEventListener("dragover", onOver, { signal });
  window.addEventListener("drop", onDrop, { signal });
  return () => {
    watching.abort();
    end();
  };
}

function markOf({ element, name }: DropTarget): Mark {
  const { top, left, width, height } = element.getBoundingClientRect();
  return { name, box: { top, left, width, height } };
}
