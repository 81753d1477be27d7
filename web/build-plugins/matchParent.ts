import type { Plugin } from "vite";

const PLAIN = /text-align:\s*match-parent;/g;

/** Chromium knows `match-parent` under its old name only; without it, English titles stand at the wrong side of an Arabic page. */
export function matchParent(): Plugin {
  return {
    name: "tafla:match-parent",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/.*\.css$/, code: /match-parent/ },
      handler: (code) => ({ code: code.replace(PLAIN, "text-align: -webkit-match-parent; $&"), map: null }),
    },
  };
}
