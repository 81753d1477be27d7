import { i18n } from "@lingui/core";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// Tests read the source text: without a catalogue a message is its own English.
i18n.loadAndActivate({ locale: "en", messages: {} });

afterEach(() => cleanup());
