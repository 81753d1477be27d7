import { i18n } from "@lingui/core";
import { afterEach, expect } from "vitest";
import { pageStands } from "../src/ui/standing";

// Tests read the source text: without a catalogue a message is its own English.
i18n.loadAndActivate({ locale: "en", messages: {} });
pageStands();

// Only what renders has something to put away; for the others the library took longer to load than they to run.
if (expect.getState().testPath?.endsWith(".tsx")) {
  const { cleanup } = await import("@testing-library/react");
  afterEach(() => cleanup());
}
