import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

// One catalogue per language, PO like the server's. Origins carry no line numbers, so that a catalogue changes only when a string does.
// The pseudo-locale is made from English at run time (src/ui/pseudo.ts).
export default defineConfig({
  sourceLocale: "en",
  locales: ["en"],
  catalogs: [{ path: "<rootDir>/locale/{locale}", include: ["<rootDir>/src"], exclude: ["**/*.test.*"] }],
  format: formatter({ lineNumbers: false }),
  orderBy: "message",
});
