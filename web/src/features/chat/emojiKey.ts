/** Six hexadecimal digits that stand for an emoji in ids; the server makes the same (`tafla/chat/emoji.py`). */
export function emojiKey(emoji: string): string {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(emoji)) mixed = Math.imul(mixed ^ byte, 0x01000193) >>> 0;
  return (mixed >>> 8).toString(16).padStart(6, "0");
}
