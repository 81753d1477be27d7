import { expect, test } from "vitest";
import { uuid7 } from "./idkit";

test("ids are UUIDs of version 7 and sort in the order they were made", () => {
  const ids = Array.from({ length: 5000 }, () => uuid7(1_700_000_000_000));
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(5000);
});
