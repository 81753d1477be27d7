/**
 * What a person chooses in the palette, kept on the device: what is used often and lately comes first. One number a line, the logarithm
 * of its uses, each worth half after a week; so numbers of different days can be compared as they are.
 */
const HALF_MS = 7 * 86_400_000;
const MOST = 300;

const keyOf = (person: string) => `tafla.used.${person}`;
type Used = Record<string, number>;

export function readUsed(person: string): Used {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? "{}") as Used;
  } catch {
    return {};
  }
}

export function noteUsed(person: string, id: string, now = Date.now()): void {
  const used = readUsed(person);
  const at = now / HALF_MS;
  used[id] = at + Math.log2(2 ** ((used[id] ?? Number.NEGATIVE_INFINITY) - at) + 1);
  const kept = Object.entries(used)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST);
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Without storage nothing is learnt.
  }
}

/** At sign-out: nothing of the person stays on the device. */
export function forgetUsed(person: string): void {
  try {
    localStorage.removeItem(keyOf(person));
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}
