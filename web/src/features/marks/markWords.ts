import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Aspect } from "../../contracts/aspects";
import { listFormat } from "../../kits/formats";
import type { Marks } from "./marksStore";

/** In the order in which they are named. */
const words: Record<Aspect, MessageDescriptor> = {
  new: msg`new`,
  title: msg`title`,
  details: msg`details`,
  status: msg`status or priority`,
  people: msg`people`,
  due: msg`dates`,
  checklist: msg`checklist`,
  chat: msg`chat`,
  files: msg`attachments`,
};

/** “New”, or “Changed: dates, checklist”. */
export function useMarkWords(marks: Marks): string {
  const { t, i18n } = useLingui();
  if (marks.has("new")) return t`New`;
  const named = (Object.keys(words) as Aspect[]).filter((aspect) => marks.has(aspect));
  const list = listFormat(i18n.locale).format(named.map((aspect) => i18n._(words[aspect])));
  return t`Changed: ${list}`;
}
