import { Suspense } from "react";
import { Markdown } from "../../ui/markdown/Markdown";
import "./RichText.css";
import { late } from "../../ui/late";
import type { RichTextProps } from "./richTextProps";

export type { RichTextHandle, RichTextProps } from "./richTextProps";

/** Call it where somebody is about to write. */
export const loadRichText = () => import("./RichBody");
const RichBody = late(() => loadRichText().then((module) => ({ default: module.RichBody })));

/** An editor of Markdown that shows it as it will look; a chunk of its own. See docs/topics/texts.md. */
export function RichText(props: RichTextProps) {
  return (
    <Suspense
      fallback={<Markdown text={props.value} className={`rich__waiting rich__waiting--${props.size ?? "details"}`} />}
    >
      <RichBody {...props} />
    </Suspense>
  );
}
