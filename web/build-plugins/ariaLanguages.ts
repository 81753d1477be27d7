import { readdirSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * The component library carries its own few words in 34 languages. Keep those for which Tafla has a catalogue; the others would
 * be script that nobody can choose, and fall back to English.
 */
export function ariaLanguages(catalogues: string): Plugin {
  const kept = new Set(readdirSync(catalogues).map((file) => file.split(/[.-]/)[0]));
  return {
    name: "tafla:aria-languages",
    enforce: "pre",
    load: {
      filter: { id: /react-aria(-components)?\/dist\/private\/intl\/\w+\/[a-z]{2}-[A-Z]{2}\.m?js$/ },
      handler(id) {
        const language = /\/([a-z]{2})-[A-Z]{2}\.m?js$/.exec(id)?.[1];
        if (!language || kept.has(language)) return null;
        return `export { default } from "./en-US${id.slice(id.lastIndexOf("."))}";`;
      },
    },
  };
}
