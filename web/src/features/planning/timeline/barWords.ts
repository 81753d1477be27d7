import { t } from "@lingui/core/macro";
import { dateFormat } from "../../../kits/formats";
import { dayWords, wholeDay } from "../laneWords";
import { type Bar, endsOf, shapeOf } from "./bars";
import { dayOfNumber } from "./scale";

/** `12–18 Mar`, `Due 12 Mar`, `Starts 12 Mar`; with the year where it is not this one. */
export function barWords(bar: Bar, today: string, locale: string): string {
  const [from, to] = endsOf(bar).map(dayOfNumber) as [string, string];
  const isThisYear = [from, to].every((day) => day.slice(0, 4) === today.slice(0, 4));
  const options = { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" as const }) } as const;
  const day = dayWords(from, locale, options);
  const shape = shapeOf(bar);
  if (shape === "due") return t`Due ${day}`;
  if (shape === "start") return t`Starts ${day}`;
  return dateFormat(locale, { timeZone: "UTC", ...options }).formatRange(wholeDay(from), wholeDay(to));
}
