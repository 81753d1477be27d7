/** Bidirectional overrides and isolates, the zero-width no-break space, lone surrogates: invisible marks that reorder or break text. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** One line of text as the server stores it (`tafla/core/text.py`). */
export function cleanLine(text: string): string {
  return text.normalize("NFC").replace(INVISIBLE, "").replace(CONTROL, " ").replace(/\s+/g, " ").trim();
}
