/** Formats of dates and numbers, made once: making one costs as much as drawing a card. */

const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  let format = made.get(key) as T | undefined;
  if (format === undefined) {
    format = make();
    made.set(key, format);
  }
  return format;
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
}

/** `Ana, Ben and Chidi`, in the language's own way. */
export function listFormat(locale: string): Intl.ListFormat {
  return once(`list ${locale}`, () => new Intl.ListFormat(locale));
}

export function numberFormat(locale: string): Intl.NumberFormat {
  return once(`number ${locale}`, () => new Intl.NumberFormat(locale));
}

export function percentFormat(locale: string): Intl.NumberFormat {
  return once(`percent ${locale}`, () => new Intl.NumberFormat(locale, { style: "percent" }));
}

/** The letters of a word as people see them. */
export function letters(word: string): Iterable<{ segment: string }> {
  return once("letters", () => new Intl.Segmenter()).segment(word);
}

/** `3.4 MB`, in the language's own way. */
export function fileSize(bytes: number, locale: string): string {
  const units = [
    ["gigabyte", 1024 ** 3],
    ["megabyte", 1024 ** 2],
    ["kilobyte", 1024],
  ] as const;
  const [unit, size] = units.find(([, size]) => bytes >= size) ?? units[2];
  const digits = bytes / size >= 10 ? 0 : 1;
  const options = { style: "unit", unit, maximumFractionDigits: digits } as const;
  return once(`unit ${locale} ${unit} ${digits}`, () => new Intl.NumberFormat(locale, options)).format(
    // What is there is never shown as nothing.
    Math.max(bytes / size, 0.1),
  );
}
