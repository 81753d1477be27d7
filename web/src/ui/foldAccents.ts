/** Letters that no accent can be taken off, as people without them on their keyboard write them. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n" },
  ...{ ς: "σ", ك: "ک", ي: "ی", ى: "ی", ة: "ه" },
};
const ODD = new RegExp(`[${Object.keys(WRITTEN_AS).join("")}]`, "gu");

/** Marks that Latin, Greek, Cyrillic, Hebrew and Arabic may leave out. Those of Indic and other scripts are vowels, and stay. */
const LOOSE = /(?=\p{M})(?:[\u0300-\u036f]|[\u0483-\u05c7]|[\u0610-\u06ed])/gu;

/** For finding: without accents, capitals and widths, so that “Élan” is found by “elan”, “Straße” by “strasse”. */
export function foldAccents(text: string): string {
  // By no language's rules: the same words are found on every device.
  const plain = text.normalize("NFKD").replace(LOOSE, "").toLowerCase();
  return plain.replace(ODD, (letter) => WRITTEN_AS[letter] ?? letter);
}
