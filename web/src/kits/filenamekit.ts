/** Names of files as the server stores them (`tafla/files/names.py`), step for step. */
import { cleanLine } from "./linekit";

const MOST_CHARS = 180;
const MOST_BYTES = 240;
const NAMELESS = "file";
const MARKS = /[\u200b\u200e\u200f\u061c\u2060]/g;
const FORBIDDEN = /[<>:"|?*]/g;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const ENDING = /(?<=[^.])(\.tar)?\.[A-Za-z0-9_-]{1,15}$/;

/** One part of a path, without what systems forbid, of bounded length. */
export function cleanFileName(text: string): string {
  const last = cleanLine(text.replace(MARKS, "")).split(/[/\\]/).at(-1) ?? "";
  const name = last
    .replace(FORBIDDEN, "_")
    .replace(/[. ]+$/, "")
    .trimStart();
  const free = RESERVED.test(name) ? `_${name}` : name;
  return shorten(free, endingOf(free)) || NAMELESS;
}

/** The ending with its dot, such as ".pdf" or ".tar.gz"; none is "". */
export function endingOf(name: string): string {
  return ENDING.exec(name)?.[0] ?? "";
}

/** What stands before the ending. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - endingOf(name).length);
}

/** A name that ends like this, whatever it ended in before. */
export function withEnding(name: string, ending: string): string {
  const isSame = name.toLowerCase().endsWith(ending.toLowerCase());
  return shorten(isSame ? name : name + ending, ending);
}

function shorten(name: string, ending: string): string {
  // By code points, as the server counts.
  let stem = [...name.slice(0, name.length - ending.length)].slice(0, MOST_CHARS - ending.length);
  while (new TextEncoder().encode(stem.join("") + ending).length > MOST_BYTES) stem = stem.slice(0, -1);
  return stem.join("") + ending;
}

/** What somebody calls a link. */
export const cleanLabel = (text: string): string => [...cleanLine(text)].slice(0, MOST_CHARS).join("");
