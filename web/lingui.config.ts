import { defineConfig } from "@lingui/cli";

// One catalogue per language, PO like the server's. The pseudo-locale is made from English at run time (src/app/pseudo.ts).
export default defineConfig({
  sourceLocale: "en",
  locales: ["en"],
  catalogs: [{ path: "<rootDir>/locale/{locale}", include: ["<rootDir>/src"], exclude: ["**/*.test.*"] }],
  orderBy: "messageId",
});
