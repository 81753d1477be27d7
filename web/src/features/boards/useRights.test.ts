import { expect, test } from "vitest";
import { rightsOf } from "./useRights";

const open = {
  ...{ id: "b", account_id: "a", privacy: "team", state: "open", state_at: null, state_by: null },
  ...{ visitors_chat: false, link_chat: false, link_files: false, team_arranges: false },
};
const facts = { own: undefined, rules: false, isAsking: false, isStranger: false, privacy: open };

test.each([
  ["admin", true, true],
  ["member", true, false],
  ["visitor", false, false],
])("a %s writes: %s, manages: %s", (own, canWrite, canManage) => {
  expect(rightsOf({ ...facts, own })).toMatchObject({ canWrite, canManage });
});

test("the account's owner does all that board admins do", () => {
  expect(rightsOf({ ...facts, rules: true })).toMatchObject({ role: "admin", canManage: true });
});

test("a reader by link changes nothing", () => {
  expect(rightsOf({ ...facts, isStranger: true })).toMatchObject({ role: "link", canWrite: false });
});

test("in the archive nobody changes anything", () => {
  expect(rightsOf({ ...facts, own: "admin", privacy: { ...open, state: "archived" } })).toMatchObject({
    frozen: "archived",
    canWrite: false,
    canManage: false,
  });
});

test.each([
  ["admin", false, true],
  ["member", false, false],
  ["member", true, true],
  ["visitor", true, false],
])("a %s arranges columns when team_arranges is %s: %s", (own, team_arranges, canArrange) => {
  expect(rightsOf({ ...facts, own, privacy: { ...open, team_arranges } })).toMatchObject({ canArrange });
});

test.each([
  ["admin", {}, true, true],
  ["member", {}, true, true],
  ["visitor", {}, false, true],
  ["visitor", { link_chat: true }, false, true],
  ["visitor", { visitors_chat: true }, true, true],
  ["link", { visitors_chat: true }, false, false],
  ["link", { link_chat: true }, true, false],
  ["link", { link_files: true }, false, true],
])("a %s with %j reads chat: %s, files: %s", (own, settings, canReadChat, canReadFiles) => {
  const who = own === "link" ? { isStranger: true } : { own };
  expect(rightsOf({ ...facts, ...who, privacy: { ...open, ...settings } })).toMatchObject({
    canReadChat,
    canReadFiles,
  });
});

test("an archived board is read as before, and nobody chats or arranges", () => {
  const privacy = { ...open, state: "archived", team_arranges: true };
  expect(rightsOf({ ...facts, own: "member", privacy })).toMatchObject({
    canReadChat: true,
    canReadFiles: true,
    canChat: false,
    canArrange: false,
  });
});

test("a role is not known until the team is", () => {
  expect(rightsOf({ ...facts, isAsking: true })).toMatchObject({ role: "member", isKnown: false });
  expect(rightsOf({ ...facts, own: "visitor" })).toMatchObject({ role: "visitor", isKnown: true });
});
