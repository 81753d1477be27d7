import { t } from "@lingui/core/macro";
import type { DueWord } from "./filter";

/** Call it while rendering: the words are those of the language of now. */
export function dueWord(word: DueWord): string {
  const words: Record<DueWord, () => string> = {
    overdue: () => t`Overdue`,
    today: () => t`Today`,
    tomorrow: () => t`Tomorrow`,
    this_week: () => t`This week`,
    next_week: () => t`Next week`,
    this_month: () => t`This month`,
    next_month: () => t`Next month`,
    later: () => t`Later`,
    none: () => t`No due date`,
  };
  return words[word]();
}
