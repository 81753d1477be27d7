import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf-8")) as { version: string };
/** Letters of scripts that a PDF may leave out, the fourteen fonts it may, and decoders of scanned pages without WebAssembly. */
const PARTS: Record<string, RegExp> = { cmaps: /./, standard_fonts: /./, wasm: /_fallback\.js$|LICENSE/ };
const FOLDER = `assets/pdf-${version}`;

/** Files that pdf.js fetches when a document needs them; `__PDF_FILES__` is where they are. */
export function pdfFiles(): Plugin {
  return {
    name: "tafla:pdf-files",
    config: () => ({ define: { __PDF_FILES__: JSON.stringify(`/${FOLDER}/`) } }),
    generateBundle() {
      for (const [part, wanted] of Object.entries(PARTS)) {
        for (const name of readdirSync(join(root, part)).filter((one) => wanted.test(one))) {
          const source = readFileSync(join(root, part, name));
          this.emitFile({ type: "asset", fileName: `${FOLDER}/${part}/${name}`, source });
        }
      }
    },
  };
}
