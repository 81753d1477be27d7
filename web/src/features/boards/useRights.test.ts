import { expect, test } from "vitest";
import { rightsOf } from "./useRights";

const open = {
  ...{ id: "b", account_id: "a", privacy: "team", state: "open", state_at: null, state_by: null },
  ...{ visitors_chat: false, link_chat: false, link_files: false, team_arranges: false },
};
const facts = { own: undefined, rules: false, isAsking: false, isSignedIn: true, privacy: open };

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
  expect(rightsOf({ ...facts, isSignedIn: false })).toMatchObject({ role: "link", canWrite: false });
});

test("in the archive nobody changes anything", () => {
  expect(rightsOf({ ...facts, own: "admin", privacy: { ...open, state: "archived" } })).toMatchObject({
    frozen: "archived",
    canWrite: false,
    canManage: false,
  });
});
