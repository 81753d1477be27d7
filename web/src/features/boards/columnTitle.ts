import { t } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ColumnRow } from "../../contracts/rows";

/** The two fixed columns are called in the reader's language until an admin gives Completed another name. Call it while rendering. */
export function columnTitle({ kind, name }: { kind: string; name: string }): string {
  if (kind === "deleted") return t`Deleted`;
  if (kind === "completed" && (name === "" || name === "Completed")) return t`Completed`;
  return name;
}

/** Told again when the language changes. */
export function useColumnTitle(column: Pick<ColumnRow, "kind" | "name">): string {
  useLingui();
  return columnTitle(column);
}
