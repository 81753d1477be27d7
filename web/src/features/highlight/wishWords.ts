import { t } from "@lingui/core/macro";
import { useRow } from "../../sync/hooks";
import { readyWord, type Wish } from "./wishes";

/** What a wish is called: call it while rendering. A filter that was changed since it was saved keeps its name. */
export function useWishName(wish: Wish): string {
  const saved = useRow("saved_filters", wish.saved)?.name;
  if (wish.pick !== "custom") return readyWord(wish.pick);
  return saved ?? t`Custom highlight`;
}
