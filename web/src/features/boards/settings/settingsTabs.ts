import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export type SettingsTabId = "overview" | "settings" | "columns" | "tags";
type Tab = { id: SettingsTabId; title: MessageDescriptor; Content: LazyExoticComponent<ComponentType> };

/** The tabs of a board's settings, each with its word in the address; a line here is all a tab needs. It takes the board from `useBoard`. */
export const settingsTabs: readonly [Tab, ...Tab[]] = [
  {
    id: "overview",
    title: msg`Overview`,
    Content: lazy(() => import("./OverviewTab").then((module) => ({ default: module.OverviewTab }))),
  },
  {
    id: "settings",
    title: msg`Settings`,
    Content: lazy(() => import("./SettingsTab").then((module) => ({ default: module.SettingsTab }))),
  },
  {
    id: "columns",
    title: msg`Columns`,
    Content: lazy(() => import("./ColumnsTab").then((module) => ({ default: module.ColumnsTab }))),
  },
  {
    id: "tags",
    title: msg`Tags`,
    Content: lazy(() => import("./TagsTab").then((module) => ({ default: module.TagsTab }))),
  },
];
