import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { messageMacros } from "../../build-plugins/messageMacros.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npx vite --config test-support/boardPreview/vite.config.ts`, then open `/test-support/boardPreview/`. */
export default defineConfig({
  root: here("../.."),
  cacheDir: here("../../node_modules/.vite-preview"),
  plugins: [messageMacros(), react(), lingui({ linguiConfigPath: here("../../lingui.config.ts") } as never)],
  resolve: { alias: [{ find: /^.*\/sync\/hooks$/, replacement: here("../fakeSync.ts") }] },
  server: { host: "127.0.0.1", port: 5199, strictPort: true },
});
