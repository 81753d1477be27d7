import { useMemo } from "react";
import { machineZone } from "../../kits/datekit";
import { readersLocale, weekInfo } from "../../kits/weekkit";
import { useLocale } from "../../ui/language";
import { useMinute } from "../cards/useMinute";
import { usePerson } from "../people/session";
import type { Clock } from "./dates";

export type Reader = { me: string; locale: string; clock: Clock };

/** Who reads, where and when: what buckets and words of dates depend on. Another object each minute. */
export function useReader(): Reader {
  const { id: me, time_zone } = usePerson();
  const locale = useLocale();
  const now = useMinute();
  return useMemo(() => {
    const { firstDay: weekStart, weekend } = weekInfo(readersLocale(locale));
    return { me, locale, clock: { now, zone: time_zone || machineZone(), weekStart, weekend } };
  }, [me, locale, now, time_zone]);
}
