import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ariaLanguages } from "./build-plugins/ariaLanguages.ts";
import { layerOrder } from "./build-plugins/layerOrder.ts";
import { matchParent } from "./build-plugins/matchParent.ts";
import { messageMacros } from "./build-plugins/messageMacros.ts";
import { offlineShell } from "./build-plugins/offlineShell.ts";
import { pdfFiles } from "./build-plugins/pdfFiles.ts";
import { sizeReport } from "./build-plugins/sizeReport.ts";
import { fakeApi } from "./test-support/fakeApi.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const WORKER = "sw.js";
const EVERY_PAGE =
  /node_modules\/(react|react-dom|scheduler|@lingui\/core|@lingui\/react|@tanstack\/(react-router|router-core|history|store|react-store)|use-sync-external-store|idb)\/|\/src\/(kits|contracts)\/(?!aspects)|\/src\/features\/people\/session|\/src\/features\/cards\/drag\/dragStore|\/src\/features\/boards\/boardTools|\/src\/ui\/(Button|Dialog|Label|Skeleton|announce|classes|commands|confirm|icons|keys|language|page|slots)\.tsx?$|vite\/preload-helper|rolldown\/runtime/;
/** What the board's columns need, and what plans, open cards and other pages share with them. */
const CARDS_ON_BOARDS =
  /\/src\/features\/(boards\/(BoardColumn|BoardArea|InlineName|useBoardTags)|cards\/(CardList|AddCards|Faces|facts|clipboard\/clipboard))\.tsx?$/;
const server = `http://127.0.0.1:${process.env.TAFLA_PORT ?? "8000"}`;
const doors = Object.fromEntries(
  ["/live", "/api", "/files", "/exports", "/_allauth"].map((path) => [path, { target: server, ws: path === "/live" }]),
);

export default defineConfig({
  base: "/",
  plugins: [
    messageMacros(),
    react(),
    lingui({ linguiConfigPath: here("lingui.config.ts") } as never),
    ariaLanguages(here("locale")),
    layerOrder(),
    pdfFiles(),
    matchParent(),
    sizeReport(),
    offlineShell(WORKER),
    // `TAFLA_FAKE_API=1 npm run dev` shows the pages without a server; never part of a build.
    process.env.TAFLA_FAKE_API ? fakeApi() : null,
  ],
  server: { host: "127.0.0.1", proxy: process.env.TAFLA_FAKE_API ? {} : doors },
  build: {
    outDir: here("../tafla/client"),
    emptyOutDir: true,
    manifest: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: here("index.html"), sw: here("src/app/serviceWorker.ts") },
      // At the root, because a service worker answers only for addresses below its own.
      output: {
        entryFileNames: (chunk) => (chunk.name === "sw" ? WORKER : "assets/[name]-[hash].js"),
        // Twenty crumbs of a kilobyte cost more round trips than they save: what every page needs is one file.
        codeSplitting: {
          groups: [
            { name: "base", test: EVERY_PAGE },
            { name: "start", test: /\/src\/app\/main\.tsx$/ },
            // Home needs it too, and none of the cards.
            { name: "marks", test: /\/src\/features\/marks\/marksStore\.ts$/ },
            { name: "cards", test: CARDS_ON_BOARDS },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: [here("test-support/setup.ts")],
  },
});
