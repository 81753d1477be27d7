import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAppAddress } from "./appRoutes";

const ours = [
  "/",
  "/sign-in",
  "/settings",
  "/search",
  "/settings/tokens",
  "/verify-email",
  "/verify-email/k",
  "/b/1",
  "/b/1/c/2",
];
const others = ["/live/socket", "/api/v1/me", "/_allauth/browser/v1/auth", "/sw.js", "/b", "/b/", "/assets/a.js", "/x"];

test("the page answers its own addresses and never a door of the server", () => {
  expect(ours.filter((path) => !isAppAddress(path))).toEqual([]);
  expect(others.filter(isAppAddress)).toEqual([]);
});

test("worker and server agree about every address", () => {
  const source = readFileSync("../tafla/doors/pages.py", "utf8");
  const block = /SHELL = re\.compile\(([\s\S]*?)\n\)/.exec(source)?.[1] ?? "";
  const pattern = [...block.matchAll(/r"([^"]*)"/g)].map((part) => part[1]).join("");
  const server = new RegExp(`^(?:${pattern})$`);
  for (const path of [...ours, ...others]) expect([path, isAppAddress(path)]).toEqual([path, server.test(path)]);
});
