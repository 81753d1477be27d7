import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ComponentType, LazyExoticComponent } from "react";
import { late } from "../../../ui/late";

export type SettingsTabId = "overview" | "settings" | "columns" | "tags";
type Tab = { id: SettingsTabId; title: MessageDescriptor; Content: LazyExoticComponent<ComponentType> };

/** The tabs of a board's settings, each with its word in the address; a line here is all a tab needs. It takes the board from `useBoard`. */
export const settingsTabs: readonly [Tab, ...Tab[]] = [
  {
    id: "overview",
    title: msg`Overview`,
    Content: late(() => import("./OverviewTab").then((module) => ({ default: module.OverviewTab }))),
  },
  {
    id: "settings",
    title: msg`Settings`,
    Content: late(() => import("./SettingsTab").then((module) => ({ default: module.SettingsTab }))),
  },
  {
    id: "columns",
    title: msg`Columns`,
    Content: late(() => import("./ColumnsTab").then((module) => ({ default: module.ColumnsTab }))),
  },
  {
    id: "tags",
    title: msg`Tags`,
    Content: late(() => import("./TagsTab").then((module) => ({ default: module.TagsTab }))),
  },
];
