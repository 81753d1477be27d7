import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../../contracts/rows";
import { addDays, dayIn } from "../../../kits/datekit";
import { dateFormat } from "../../../kits/formats";
import { useSync } from "../../../sync/hooks";
import type { Finding } from "../../../ui/findIn";
import { useBoard } from "../../boards/boardTools";
import { setFacts } from "../selection/bulkActs";

const WEEK = 7;

/** Days that one means most: this week by their names, then by weeks. The time of day that a single card has stays. */
export function useDueChoices(cards: readonly CardRow[], ids: readonly string[]): () => readonly Finding[] {
  const { t } = useLingui();
  const sync = useSync();
  const { zone, locale, openCard, away } = useBoard();
  const [only, ...others] = cards;
  const now = others.length === 0 ? only : undefined;
  return () => {
    const today = dayIn(sync.serverNow(), zone);
    const format = (options: Intl.DateTimeFormatOptions, day: string) =>
      dateFormat(locale, { timeZone: "UTC", ...options }).format(Date.parse(`${day}T00:00:00Z`));
    const set = (due_on: string | null) => () => {
      const wish = due_on ? { due_on, due_time: now?.due_time ?? null, due_zone: now?.due_zone ?? zone } : { due_on };
      void setFacts(sync, "card.set_due", ids, wish);
    };
    const on = (days: number, label?: string): Finding => {
      const day = addDays(today, days);
      return {
        ...{ id: `due/${days}`, label: label ?? format({ weekday: "long" }, day), icon: "calendar" },
        ...{ note: format({ day: "numeric", month: "long" }, day), isSelected: now?.due_on === day, run: set(day) },
      };
    };
    const named = [2, 3, 4, 5, 6].map((days) => on(days));
    const weeks = [on(WEEK, t`In a week`), on(2 * WEEK, t`In two weeks`), on(4 * WEEK, t`In four weeks`)];
    const found = [on(0, t`Today`), on(1, t`Tomorrow`), ...named, ...weeks];
    const hasAny = cards.some((card) => card.due_on !== null);
    if (hasAny) found.push({ id: "due/none", label: t`No date`, icon: "close", run: set(null) });
    if (now && !away)
      found.push({ id: "due/other", label: t`Another day…`, icon: "sidebar", run: () => openCard(now.id) });
    return found;
  };
}
