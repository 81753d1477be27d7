import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { IconName } from "../../ui/icons";
import type { Plan } from "./plans";

/** A way to look at the board. A line here gives it its entry in the switch, its command, its key and its address. */
export type PlanView = { plan: Plan | null; title: MessageDescriptor; icon: IconName; keys: string };

export const planViews: readonly PlanView[] = [
  { plan: null, title: msg`Workflow`, icon: "board", keys: "1" },
  { plan: "days", title: msg`Next 3 days`, icon: "calendar", keys: "2" },
  { plan: "weeks", title: msg`Next 3 weeks`, icon: "calendar", keys: "3" },
  { plan: "months", title: msg`Next 3 months`, icon: "calendar", keys: "4" },
  { plan: "calendar", title: msg`Calendar month`, icon: "table", keys: "5" },
  { plan: "timeline", title: msg`Timeline`, icon: "timeline", keys: "6" },
];
