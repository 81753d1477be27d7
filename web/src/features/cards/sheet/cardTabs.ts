import { msg } from "@lingui/core/macro";
import { late } from "../../../ui/late";
import { useChatFigure, useChecklistFigure, useFilesFigure } from "./figures";
import type { CardTab } from "./tabs";

/**
 * The tabs of an open card in their order; the first is shown when the address names none. A line here is all a tab needs. The list stands
 * apart from `tabs.ts` because the tabs import their types from there: a tab never imports this list, so no cycle closes.
 */
export const cardTabs: readonly [CardTab, ...CardTab[]] = [
  {
    id: "details",
    title: msg`Details`,
    sees: "details",
    Content: late(() => import("./DetailsTab").then((module) => ({ default: module.DetailsTab }))),
  },
  {
    id: "checklist",
    title: msg`Checklist`,
    sees: "checklist",
    Content: late(() => import("../../checklist/ChecklistTab").then((module) => ({ default: module.ChecklistTab }))),
    useFigure: useChecklistFigure,
    isFilling: true,
  },
  {
    id: "chat",
    title: msg`Chat`,
    sees: "chat",
    Content: late(() => import("../../chat/ChatTab").then((module) => ({ default: module.ChatTab }))),
    useFigure: useChatFigure,
    isShown: (rights) => rights.canReadChat,
    isFilling: true,
  },
  {
    id: "attachments",
    title: msg`Attachments`,
    sees: "files",
    Content: late(() => import("../../files/AttachmentsTab").then((module) => ({ default: module.AttachmentsTab }))),
    useFigure: useFilesFigure,
    isShown: (rights) => rights.canReadFiles,
  },
  {
    id: "history",
    title: msg`History`,
    Content: late(() => import("../../history/HistoryTab").then((module) => ({ default: module.HistoryTab }))),
    isShown: (rights) => rights.role !== "link",
  },
];
