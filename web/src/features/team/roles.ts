import { t } from "@lingui/core/macro";
import type { Verbs } from "../../contracts/verbs";

export type Role = Verbs["member.set_role"]["role"];
export const roles: readonly Role[] = ["admin", "member", "visitor"];

export function roleWord(role: string): string {
  const words: Record<Role, () => string> = {
    admin: () => t`Board admin`,
    member: () => t`Team member`,
    visitor: () => t`Visitor`,
  };
  return words[role as Role]?.() ?? role;
}

export function roleNote(role: Role): string {
  const notes: Record<Role, () => string> = {
    admin: () => t`Also invites people and changes columns and settings`,
    member: () => t`Adds, changes and moves tasks`,
    visitor: () => t`Reads, and changes nothing`,
  };
  return notes[role]();
}
