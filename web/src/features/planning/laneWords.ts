import { t } from "@lingui/core/macro";
import { dateFormat } from "../../kits/formats";
import type { Span } from "./dateLanes";
import type { LanePlan } from "./plans";

/** A whole day as the language writes it; days have no zone. */
export const wholeDay = (day: string): number => Date.parse(`${day}T12:00:00Z`);

export function dayWords(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { timeZone: "UTC", ...options }).format(wholeDay(day));
}

/** What a column by date is called, and which days it stands for. Call it while rendering: the words are those of the language of now. */
export function spanWords(plan: LanePlan, { id, from, to }: Span, locale: string): { name: string; dates: string } {
  if (id === "later") return { name: t`Later`, dates: "" };
  const at = ["first", "second", "third"].indexOf(id);
  if (plan === "days") {
    const third = dayWords(from, locale, { weekday: "long" });
    const dates = dayWords(from, locale, { day: "numeric", month: "short" });
    return { name: [t`Today`, t`Tomorrow`, third][at] ?? "", dates };
  }
  if (plan === "weeks") {
    const format = dateFormat(locale, { timeZone: "UTC", day: "numeric", month: "short" });
    const dates = format.formatRange(wholeDay(from), wholeDay(to));
    return { name: [t`This week`, t`Next week`, t`The week after`][at] ?? "", dates };
  }
  const dates = dayWords(from, locale, { month: "long" });
  return { name: [t`This month`, t`Next month`, t`The month after`][at] ?? "", dates };
}

/** `Friday, 13 March`, with the year where it is another one. */
export function longDay(day: string, today: string, locale: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" as const };
  return dayWords(day, locale, { weekday: "long", day: "numeric", month: "long", ...year });
}
