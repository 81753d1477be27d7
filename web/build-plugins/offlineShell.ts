import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const SHIPPED = "%TAFLA_SHIPPED%";
/** Scripts, styles, and the one font file every page shows; other scripts' fonts are kept once they were used. */
const KEPT = /\.(js|css)$|inter-latin-wght-normal.*\.woff2$/;
/** Half a megabyte for PDF alone: kept once it was used. */
const SELDOM = /^assets\/(pdf[.-]|PdfView-)/;

/** Tells the service worker which files make up this version. */
export function offlineShell(workerFile: string): Plugin {
  return {
    name: "tafla:offline-shell",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = bundle[workerFile];
      if (worker?.type !== "chunk") return this.error(`There is no ${workerFile} in the build.`);
      if (worker.imports.length > 0 || worker.dynamicImports.length > 0)
        this.error(`${workerFile} must stand alone, but imports ${worker.imports.join(", ")}.`);
      const files = Object.keys(bundle)
        .filter((name) => KEPT.test(name) && !SELDOM.test(name) && name !== workerFile)
        .sort()
        .map((name) => `/${name}`);
      const page = bundle["index.html"];
      const parts = [files.join(), worker.code, page?.type === "asset" ? page.source : ""];
      const version = parts
        .reduce((hash, part) => hash.update(part), createHash("sha256"))
        .digest("hex")
        .slice(0, 12);
      worker.code = worker.code.replace(SHIPPED, `${version}|${files.join()}`);
    },
  };
}
