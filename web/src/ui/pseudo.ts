import type { Messages } from "@lingui/core";

const accents: Record<string, string> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  y: "ý",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  c: "ç",
  n: "ñ",
  s: "š",
  z: "ž",
  S: "Š",
  C: "Ç",
  N: "Ñ",
};

/** Accented, and 40 % longer, so that clipped, joined and forgotten strings show. Tags such as <0> stay as they are. */
export function pseudoText(text: string): string {
  return text
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.startsWith("<") ? part : lengthen([...part].map((letter) => accents[letter] ?? letter).join("")),
    )
    .join("");
}

function lengthen(text: string): string {
  const letters = text.trim().length;
  if (letters < 2) return text;
  const tail = "·".repeat(Math.ceil(letters * 0.4));
  return text.replace(/\s*$/, (space) => `${tail}${space}`);
}

type Piece = string | readonly unknown[];

function pseudoPiece(piece: Piece): unknown {
  if (typeof piece === "string") return pseudoText(piece);
  const [name, format, options] = piece;
  if (typeof options !== "object" || options === null) return piece;
  const worded = Object.entries(options).map(([key, value]) => [
    key,
    key === "offset" ? value : pseudoCompiled(value as Compiled),
  ]);
  return [name, format, Object.fromEntries(worded)];
}

type Compiled = string | readonly Piece[];

function pseudoCompiled(message: Compiled): unknown {
  if (typeof message === "string") return message === "#" ? message : pseudoText(message);
  return message.map((piece) => (piece === "#" ? piece : pseudoPiece(piece)));
}

export function pseudo(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [id, pseudoCompiled(message as Compiled)]),
  ) as Messages;
}
