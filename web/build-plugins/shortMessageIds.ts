import { readFileSync } from "node:fs";
import { formatter } from "@lingui/format-po";
import type { Plugin } from "vite";

/**
 * Messages are looked up by a hash of six letters, which no compression makes shorter; there are more than a thousand, each in the
 * catalogue and where it is said. A build numbers them instead: the same number in every language and in the code, decided before
 * anything is named by its contents. `source` is the catalogue of the language that the code is written in.
 */
export function shortMessageIds(source: string): Plugin {
  const numbers = new Map<string, string>();
  return {
    name: "tafla:short-message-ids",
    apply: "build",
    enforce: "post",
    async buildStart() {
      const context = { locale: "en", sourceLocale: "en", filename: source };
      const messages = await formatter().parse(readFileSync(source, "utf8"), context);
      numbers.clear();
      for (const id of Object.keys(messages).sort()) numbers.set(id, numbers.size.toString(36));
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$|\.po$/ },
      handler(code, file) {
        const place = file.endsWith(".po") ? IN_CATALOGUE : IN_CODE;
        return { code: code.replace(place, (id) => numbers.get(id) ?? id), map: null };
      },
    },
  };
}

/** `{ id: "dUh9QW" }`, as the macros leave it. */
const IN_CODE = /(?<=\bid: ")[A-Za-z0-9+/]{6}(?=")/g;
/** `"dUh9QW":["…"]`, in a string of JSON. */
const IN_CATALOGUE = /(?<=[{,]\\?")[A-Za-z0-9+/]{6}(?=\\?":\[)/g;
