import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useMemo, useState } from "react";
import { addDays, dayIn } from "../../../kits/datekit";
import { readersLocale, weekInfo } from "../../../kits/weekkit";
import { announce } from "../../../ui/announce";
import { type Command, useCommands } from "../../../ui/commands";
import { useBoard } from "../../boards/boardTools";
import { useMinute } from "../../cards/useMinute";
import { dayWords } from "../laneWords";
import { addMonths, monthStartOf, weeksOfMonth } from "../months";

export type Month = {
  today: string;
  /** The day that has the tab stop. */
  active: string;
  title: string;
  weeks: readonly (readonly string[])[];
  go: (day: string) => void;
  goMonths: (months: number) => void;
};

/** The month on the screen and the day in it that one is at; days outside of it lead to theirs. */
export function useMonth(): Month {
  const { zone, locale } = useBoard();
  const { t } = useLingui();
  const today = dayIn(useMinute(), zone);
  const [active, setActive] = useState(today);
  const month = monthStartOf(active);
  const weeks = useMemo(() => weeksOfMonth(month, weekInfo(readersLocale(locale)).firstDay), [month, locale]);
  const title = dayWords(month, locale, { month: "long", year: "numeric" });
  const goMonths = useCallback(
    (months: number) =>
      setActive((day) => {
        const start = addMonths(day, months);
        const last = addDays(addMonths(start, 1), -1);
        // The same day of that month, or its last.
        return isWithin(start) ? ([start.slice(0, 8) + day.slice(8), last].sort()[0] as string) : day;
      }),
    [],
  );
  const go = useCallback((day: string) => isWithin(day) && setActive(day), []);
  const [spoken, setSpoken] = useState(title);
  useEffect(() => {
    if (spoken === title) return;
    setSpoken(title);
    announce(title);
  }, [spoken, title]);
  useCommands((): readonly Command[] => {
    const group = t`Planning`;
    return [
      { id: "plan.earlier", label: t`Month before`, group, keys: ["[", "PageUp"], run: () => goMonths(-1) },
      { id: "plan.later", label: t`Month after`, group, keys: ["]", "PageDown"], run: () => goMonths(1) },
      { id: "plan.today", label: t`Today`, group, icon: "calendar", keys: ["."], run: () => go(today) },
    ];
  }, [t, goMonths, go, today]);
  return { today, active, title, weeks, go, goMonths };
}

/** Dates that a task may have. */
const isWithin = (day: string): boolean => day >= "1900-01-01" && day <= "9000-12-31";
