import { expect, test } from "vitest";
import { itemLines } from "./itemLines";

const open = (text: string) => ({ text, done: false });
const done = (text: string) => ({ text, done: true });

test("every line is an item, without marks and empty lines", () => {
  expect(itemLines("one\r\n\n - two\n* three\n  4. four\n5) five\n• six")).toEqual(
    ["one", "two", "three", "four", "five", "six"].map(open),
  );
});

test("boxes say what is done", () => {
  expect(itemLines("- [x] a\n- [X] b\n- [ ] c\n- [] d\n[x] e\n1. [x] f\n☑ g\n☐ h\n✅ i")).toEqual([
    done("a"),
    done("b"),
    open("c"),
    open("d"),
    done("e"),
    done("f"),
    done("g"),
    open("h"),
    done("i"),
  ]);
});

test("what only looks like a mark stays", () => {
  expect(itemLines("-5 degrees\n[x]men\n2026 plan\n*bold*\n- [link](/x)")).toEqual(
    ["-5 degrees", "[x]men", "2026 plan", "*bold*", "[link](/x)"].map(open),
  );
});

test("a box without words is no item", () => {
  expect(itemLines("- [x]\n- [ ] \n-\n")).toEqual([]);
});
