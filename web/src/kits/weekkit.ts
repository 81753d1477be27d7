/** How weeks go where the reader is: the day they begin with, and the days off. Days are numbered 1 (Monday) to 7. */

type WeekInfo = { firstDay: number; weekend: number[] };
type Told = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

// For browsers that do not tell; by region, of Unicode's supplementalData. Elsewhere weeks begin on Monday.
const SUNDAY =
  "AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const FRIDAY_OFF = "BH DJ DZ EG IL IQ JO KW LY OM QA SA SD SY YE";

const has = (regions: string, region: string | undefined) =>
  region !== undefined && regions.split(" ").includes(region);

export function weekInfo(locale: string): WeekInfo {
  const told = new Intl.Locale(locale) as Told;
  const info = told.getWeekInfo?.() ?? told.weekInfo;
  if (info) return { firstDay: info.firstDay, weekend: [...info.weekend] };
  const { region } = told.maximize();
  const firstDay = has(SUNDAY, region) ? 7 : has(SATURDAY, region) ? 6 : 1;
  return { firstDay, weekend: has(FRIDAY_OFF, region) ? [5, 6] : [6, 7] };
}

/** The page's language says nothing of the country; the browser's own wishes may, where they are for the same language. */
export function readersLocale(language: string, wishes: readonly string[] = navigator.languages): string {
  const own = wishes.find((wish) => wish.split("-")[0] === language.split("-")[0] && wish.includes("-"));
  return language.includes("-") ? language : (own ?? language);
}

/** The weekday of a calendar day, 1 (Monday) to 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
