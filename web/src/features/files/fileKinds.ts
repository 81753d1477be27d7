import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { IconName } from "../../ui/icons";

type Kind = { icon: IconName; word: MessageDescriptor };

const file: Kind = { icon: "file", word: msg`File` };
const code: Kind = { icon: "code", word: msg`Code` };
/** By the media type that the server found in the bytes; the first that fits. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^image\//, { icon: "image", word: msg`Picture` }],
  [/^video\//, { icon: "video", word: msg`Video` }],
  [/^audio\//, { icon: "audio", word: msg`Sound` }],
  [/^application\/pdf$/, { icon: "fileText", word: msg`PDF` }],
  [/spreadsheet|ms-excel|^text\/csv$/, { icon: "table", word: msg`Spreadsheet` }],
  [/presentation|ms-powerpoint/, { icon: "monitor", word: msg`Presentation` }],
  [/wordprocessing|msword|opendocument\.text|epub/, { icon: "fileText", word: msg`Document` }],
  [/zip|gzip|-xz$|-7z|rar$|zstd|bzip2/, { icon: "archive", word: msg`Archive` }],
  [/json$|xml$|html$|javascript$|css$/, code],
  [/^text\//, { icon: "fileText", word: msg`Text` }],
];
const link: Kind = { icon: "link", word: msg`Link` };

export function kindOf({ kind, type, name }: { kind: string; type: string; name: string }): Kind {
  if (kind === "link") return link;
  if (type === "text/plain" && CODE.test(name)) return code;
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? file;
}

/** Pictures that every browser shows. */
export const isShownByBrowser = (type: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(type);

const CODE =
  /\.(c|cc|cpp|cs|css|go|h|html?|java|js|json|jsx|kt|lua|mjs|php|pl|py|r|rb|rs|sh|sql|swift|tex|toml|tsx?|xml|ya?ml)$/i;

/** Text whose letters stand in columns. */
export const isCode = ({ name, type }: { name: string; type: string }): boolean =>
  CODE.test(name) || /json|xml|javascript|css|csv|calendar/.test(type);
