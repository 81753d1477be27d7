import { brotliCompressSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

const BUDGET_KB = 180;

/** Prints what a browser must fetch before each lazy page can run, compressed, and warns above the budget; `make bench` keeps the figure. */
export function sizeReport(): Plugin {
  return {
    name: "tafla:size-report",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === "chunk");
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const size = new Map(chunks.map((chunk) => [chunk.fileName, brotliCompressSync(chunk.code).length]));
      const withImports = (name: string, seen: Set<string>): Set<string> => {
        if (!seen.has(name)) {
          seen.add(name);
          for (const next of byName.get(name)?.imports ?? []) withImports(next, seen);
        }
        return seen;
      };
      const kb = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (size.get(file) ?? 0), 0) / 1000;
      const entry = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith("index.html"));
      if (!entry) return;
      const start = withImports(entry.fileName, new Set());
      const rows: [string, number][] = [["start", kb(start)]];
      for (const chunk of chunks.filter((one) => one.isDynamicEntry && /Page$/.test(one.name))) {
        rows.push([chunk.name, kb(withImports(chunk.fileName, new Set(start)))]);
      }
      this.info(
        `script before a page runs, kB brotli, as the server sends it:\n${rows.map(([name, n]) => `  ${n.toFixed(1).padStart(7)}  ${name}`).join("\n")}`,
      );
      const board = rows.find(([name]) => name === "BoardPage");
      if (board && board[1] > BUDGET_KB)
        this.error(`The board page needs ${board[1].toFixed(1)} kB of script; the budget is ${BUDGET_KB}.`);
    },
  };
}
