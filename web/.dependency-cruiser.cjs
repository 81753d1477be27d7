// Imports only run downwards (docs/topics/architecture.md): app > features > sync > ui > kits; contracts is below all.
const from = (path, extra = {}) => ({ path, ...extra });
const forbid = (name, comment, fromPath, toPath) => ({
  name,
  comment,
  severity: "error",
  from: from(fromPath, { pathNot: "\\.test\\.tsx?$" }),
  to: { path: toPath },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle means the code stands in the wrong room.",
      from: {},
      to: { circular: true },
    },
    forbid("kits-are-pure", "kits import no other room.", "^src/kits", "^src/(app|features|sync|ui)"),
    forbid(
      "contracts-stand-alone",
      "contracts are generated and import nothing of ours.",
      "^src/contracts",
      "^src/(app|features|sync|ui|kits)",
    ),
    forbid("ui-has-no-data", "ui knows no data: pass what it shows as props.", "^src/ui", "^src/(app|features|sync)"),
    forbid("sync-knows-no-feature", "sync names no feature and draws nothing.", "^src/sync", "^src/(app|features|ui)"),
    forbid("features-know-no-app", "app knows the features, not the other way round.", "^src/features", "^src/app"),
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "[.](css|po)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "default", "types"],
    },
  },
};
