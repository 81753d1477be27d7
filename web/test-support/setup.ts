import { i18n } from "@lingui/core";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Tests read the source text: without a catalogue a message is its own English.
i18n.loadAndActivate({ locale: "en", messages: {} });

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => cleanup());
