import { type PluginObj, transformAsync, types } from "@babel/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/**
 * Turns Lingui's macros into catalogue lookups. Only files that import a macro pass through Babel; all else is Oxc's. The English of a
 * message stays beside its id, compiled: so a part of the product brings its own words, and English needs no catalogue.
 */
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
          plugins: [["@lingui/babel-plugin-lingui-macro", { stripMessageField: false }], compiledMessages],
        });
        return result?.code ? { code: result.code, map: result.map as never } : null;
      },
    },
  };
}

/** `{id, message: "…"}`: messages with placeholders become what the runtime reads without a parser. */
function compiledMessages(): PluginObj {
  return {
    visitor: {
      Program: {
        exit(program) {
          program.traverse({
            ObjectProperty({ node, parent }) {
              const isMessage = node.key.name === "message" && node.value.type === "StringLiteral";
              const hasId = parent.properties?.some((one) => one.key?.name === "id");
              if (isMessage && hasId) node.value = types.valueToNode(compileMessage(String(node.value.value)));
            },
          });
        },
      },
    },
  };
}
