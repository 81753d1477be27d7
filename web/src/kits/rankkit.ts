/**
 * Ranks: ASCII strings between which another always fits (S11). The same code as `tafla/core/ranks.py`, for guesses; golden cases keep
 * the two equal. A rank is a base-62 fraction, compared bytewise; it never ends in the lowest digit, so there is always room below it.
 */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWEST = "0";
const HIGHEST = "z";
const STEP = Math.floor(DIGITS.length / 2);

/** A rank above `low` and below `high`; null means no bound on that side. Throws RangeError when low is not below high. */
export function between(low: string | null, high: string | null): string {
  if (low !== null && high !== null && low >= high) throw new RangeError(`no rank between ${low} and ${high}`);
  if (high === null) return low ? beside(low, 1) : "a0V";
  if (low === null) return beside(high, -1);
  return middle(low, high);
}

/** `count` rising ranks between two bounds, evenly enough to stay short. */
export function spread(count: number, low: string | null, high: string | null): string[] {
  if (count === 0) return [];
  if (high === null) {
    const ranks: string[] = [];
    let last = low;
    for (let made = 0; made < count; made++) {
      last = between(last, null);
      ranks.push(last);
    }
    return ranks;
  }
  const centre = between(low, high);
  const half = Math.floor(count / 2);
  return [...spread(half, low, centre), centre, ...spread(count - half - 1, centre, high)];
}

/** Short however often it is asked: a head counts like a number with its length in front ("a0" … "az", "b00" …; below zero "Zz" …). */
function beside(rank: string, step: 1 | -1): string {
  const head = count(headOf(rank), step);
  if (head) return `${head}V`;
  return step > 0 ? `${rank}V` : middle("", rank);
}

function headOf(rank: string): string {
  const length = headLength(rank.charAt(0));
  return rank.slice(0, length).padEnd(length, LOWEST);
}

function headLength(first: string): number {
  if (first >= "a" && first <= "z") return first.charCodeAt(0) - "a".charCodeAt(0) + 2;
  return first >= "A" && first <= "Z" ? "Z".charCodeAt(0) - first.charCodeAt(0) + 2 : 1;
}

/** The next head up or down, or "" when the numbers have run out. */
function count(head: string, step: 1 | -1): string {
  const digits = Array.from(head.slice(1), (digit) => DIGITS.indexOf(digit));
  for (let place = digits.length - 1; place >= 0; place--) {
    // JavaScript's % keeps the sign of a negative number, so the base is added first.
    const digit = ((digits[place] ?? 0) + step + DIGITS.length) % DIGITS.length;
    digits[place] = digit;
    if (digit !== (step > 0 ? 0 : DIGITS.length - 1))
      return head.charAt(0) + digits.map((at) => DIGITS.charAt(at)).join("");
  }
  const first = nextFirst(head.charAt(0), step);
  if (!/^[A-Za-z]$/.test(first)) return "";
  return first + (step > 0 ? LOWEST : HIGHEST).repeat(headLength(first) - 1);
}

function nextFirst(first: string, step: 1 | -1): string {
  if (first === "Z" && step > 0) return "a";
  if (first === "a" && step < 0) return "Z";
  return String.fromCharCode(first.charCodeAt(0) + step);
}

/** A string strictly between two, as fractions; `high` never ends in the lowest digit. */
function middle(low: string, high: string): string {
  let same = 0;
  while (same < high.length && (low.charAt(same) || LOWEST) === high.charAt(same)) same++;
  if (same > 0) return high.slice(0, same) + middle(low.slice(same), high.slice(same));
  const bottom = low ? DIGITS.indexOf(low.charAt(0)) : 0;
  const top = DIGITS.indexOf(high.charAt(0));
  if (top - bottom > 1) return DIGITS.charAt(Math.floor((bottom + top) / 2));
  // Neighbouring digits: keep the lower one and go above the rest of `low`.
  return DIGITS.charAt(bottom) + fractionAbove(low.slice(1));
}

function fractionAbove(low: string): string {
  for (let place = 0; place < low.length; place++) {
    const digit = low.charAt(place);
    if (digit === HIGHEST) continue;
    const top = DIGITS.indexOf(digit);
    return low.slice(0, place) + DIGITS.charAt(top + Math.floor((DIGITS.length - top) / 2));
  }
  return low + DIGITS.charAt(STEP);
}
