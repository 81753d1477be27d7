const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const formats = new Map<string, Intl.NumberFormat>();

/** How long something took, in words: `40 minutes`, `5 hours`, `2.5 days`. */
export function duration(ms: number, locale: string): string {
  if (ms < HOUR) return unit(Math.round(ms / 60_000), "minute", locale, 0);
  if (ms < DAY) return unit(ms / HOUR, "hour", locale, 0);
  return unit(ms / DAY, "day", locale, ms < 10 * DAY ? 1 : 0);
}

/** Days with one digit, for spreadsheets. */
export const inDays = (ms: number) => Math.round((10 * ms) / DAY) / 10;

function unit(value: number, name: string, locale: string, digits: number): string {
  const key = `${locale} ${name} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "long",
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format.format(value);
}
