import { useLingui } from "@lingui/react/macro";
import { useRow } from "../../sync/hooks";
import type { Present } from "../../sync/presence";

/** Where somebody is, in words. */
export function useWhere(present: Present): string {
  const { t } = useLingui();
  const title = useRow("cards", present.card)?.title;
  return title === undefined ? t`looking at the board` : t`on “${title}”`;
}
