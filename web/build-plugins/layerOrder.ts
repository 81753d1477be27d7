import type { Plugin } from "vite";

const ORDER = "@layer reset, tokens, base, ui, app, feature;\n";

/** Chunks of CSS arrive in any order; each one states the order of the layers, so the first to arrive settles it rightly. */
export function layerOrder(): Plugin {
  return {
    name: "tafla:layer-order",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/.*\.css$/ },
      handler: (code) => ({ code: ORDER + code, map: null }),
    },
  };
}
