import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ComponentType, LazyExoticComponent } from "react";
import type { Aspect } from "../../contracts/aspects";
import type { IconName } from "../../ui/icons";
import { late } from "../../ui/late";
import { useRequestCount } from "../team/useRequestCount";
import type { BoardTools } from "./boardTools";

export type PanelProps = { onClose: () => void };

/** A panel at the board's side. It draws its content only: the title and the way to close it are the host's. */
export type BoardPanel = {
  /** The word in the address (`?panel=team`); its command is `board.` and this. */
  id: string;
  title: MessageDescriptor;
  icon: IconName;
  keys?: readonly string[];
  Content: LazyExoticComponent<ComponentType<PanelProps>>;
  isShown: (board: BoardTools) => boolean;
  /** How much waits in it for the person; a hook. */
  useBadge?: (board: BoardTools) => number;
  /** What of the board itself is seen in it; a sign says that others have changed it. */
  sees?: Aspect;
};

/** One is open at a time. A line here gives a panel its button, its command, its key and its address. Contents never import this list. */
export const panels: readonly BoardPanel[] = [
  {
    id: "highlight",
    title: msg`Highlight tasks on this board`,
    icon: "highlight",
    keys: ["f"],
    Content: late(() => import("../highlight/HighlightPanel").then((module) => ({ default: module.HighlightPanel }))),
    isShown: (board) => board.personId !== null,
  },
  {
    id: "team",
    title: msg`Team`,
    icon: "people",
    keys: ["t"],
    Content: late(() => import("../team/TeamPanel").then((module) => ({ default: module.TeamPanel }))),
    isShown: (board) => board.personId !== null,
    useBadge: useRequestCount,
  },
  {
    id: "chat",
    title: msg`Board chat`,
    icon: "chat",
    keys: ["b"],
    Content: late(() => import("../chat/BoardChatPanel").then((module) => ({ default: module.BoardChatPanel }))),
    isShown: (board) => board.rights.canReadChat,
    sees: "chat",
  },
  {
    id: "attachments",
    title: msg`Board attachments`,
    icon: "paperclip",
    Content: late(() => import("../files/BoardFilesPanel").then((module) => ({ default: module.BoardFilesPanel }))),
    isShown: (board) => board.rights.canReadFiles,
    sees: "files",
  },
  {
    id: "history",
    title: msg`History`,
    icon: "clock",
    Content: late(() =>
      import("../history/BoardHistoryPanel").then((module) => ({ default: module.BoardHistoryPanel })),
    ),
    isShown: (board) => board.rights.role !== "link",
  },
];
