import { expect, it } from "vitest";
import { emojiList } from "./EmojiPicker";
import { emojiKey } from "./emojiKey";

it("every emoji that is offered has a key of its own", () => {
  expect(new Set(emojiList.map(emojiKey)).size).toBe(emojiList.length);
  for (const emoji of emojiList) expect(emojiKey(emoji)).toMatch(/^[0-9a-f]{6}$/);
});

it("keys are those of the server", () => {
  // `emoji_key` of tafla/chat/emoji.py; the golden cases of chat.react hold two more.
  expect(emojiKey("👩‍👩‍👧‍👦")).toBe("6bc69b");
});
