/** The e-mail addresses in what somebody typed or pasted, and what looks mistyped about them. Nothing here is refused, only questioned. */
export type Doubt =
  | { kind: "not_address"; address: string }
  | { kind: "no_dot"; address: string }
  | { kind: "mistyped"; address: string; better: string };

const MOST_LETTERS = 254;

/** Split at spaces, commas, semicolons and new lines; `Ana Souza <ana@example.org>` gives the address. Each once. */
export function splitAddresses(text: string): string[] {
  const found = text
    .split(/[\s,;]+/)
    .map((part) =>
      part
        .replace(/^[<("'[]+|[>)"'\].]+$/g, "")
        .replace(/^mailto:/i, "")
        .toLowerCase(),
    )
    .filter(Boolean);
  // Beside bracketed addresses stand names, which are no addresses.
  const hasBrackets = /<[^<>\s]+@[^<>\s]+>/.test(text);
  return [...new Set(hasBrackets ? found.filter((part) => part.includes("@")) : found)];
}

const known = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "live.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "libero.it",
  "hotmail.co.uk",
  "yahoo.co.uk",
  "mail.com",
];
/** Right as they stand, though near to a better known one. */
const real = new Set([
  ...known,
  "gmx.com",
  "gmx.at",
  "gmx.ch",
  "ymail.com",
  "email.com",
  "mail.de",
  "me.com",
  "hotmail.de",
  "hotmail.fr",
  "hotmail.it",
  "live.de",
  "yahoo.de",
  "yahoo.fr",
]);

export function doubtOf(address: string): Doubt | null {
  const [name, host, ...rest] = address.split("@");
  if (!name || !host || rest.length > 0 || address.length > MOST_LETTERS) return { kind: "not_address", address };
  if (!host.includes(".")) {
    const whole = known.find((one) => one.replaceAll(".", "") === host || one.split(".")[0] === host);
    return whole ? { kind: "mistyped", address, better: `${name}@${whole}` } : { kind: "no_dot", address };
  }
  if (host.startsWith(".") || host.endsWith(".") || host.includes("..")) return { kind: "not_address", address };
  if (real.has(host)) return null;
  const near = known.find((one) => isNear(host, one));
  return near ? { kind: "mistyped", address, better: `${name}@${near}` } : null;
}

/** One letter more, less, other, or two changed over. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
