import { transformAsync } from "@babel/core";
import type { Plugin } from "vite";

/** Turns Lingui's macros into catalogue lookups. Only files that import a macro pass through Babel; all else is Oxc's. */
export function messageMacros(): Plugin {
  return {
    name: "tafla:message-macros",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: id.endsWith("x") ? ["typescript", "jsx"] : ["typescript"] },
          plugins: ["@lingui/babel-plugin-lingui-macro"],
        });
        return result?.code ? { code: result.code, map: result.map as never } : null;
      },
    },
  };
}
