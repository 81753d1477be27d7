import { expect, test } from "vitest";
import { attachmentIn } from "../../kits/attachmentkit";
import { writeAttachment } from "./messageFiles";

const ID = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

test("pictures show in a message, everything else is a link", () => {
  expect(writeAttachment({ name: "a [b].png", type: "image/png" }, ID)).toBe(`![a \\[b\\].png](attachment:${ID})`);
  expect(writeAttachment({ name: "plan.pdf", type: "application/pdf" }, ID)).toBe(`[plan.pdf](attachment:${ID})`);
  expect(writeAttachment({ name: "logo.svg", type: "image/svg+xml" }, ID)).toBe(`[logo.svg](attachment:${ID})`);
});

test("only a whole id is an attachment", () => {
  expect(attachmentIn(`attachment:${ID}`)).toBe(ID);
  expect(["attachment:", `attachment:${ID}/../../me`, `person:${ID}`].map(attachmentIn)).toEqual([null, null, null]);
});
