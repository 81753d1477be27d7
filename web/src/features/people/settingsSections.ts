import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The parts of *My preferences*, each with its word in the address (`/settings#password`). */
export const settingsSections = [
  { id: "profile", title: msg`Profile` },
  { id: "general", title: msg`General` },
  { id: "password", title: msg`Password` },
  { id: "devices", title: msg`Devices` },
] as const satisfies readonly { id: string; title: MessageDescriptor }[];

export type SettingsSectionId = (typeof settingsSections)[number]["id"];
