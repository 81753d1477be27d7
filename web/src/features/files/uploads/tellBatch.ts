import { plural, t } from "@lingui/core/macro";
import { currentSync, store } from "../../../sync/current";
import { toasts } from "../../../ui/toasts";
import type { Finished } from "./batches";
import type { Subject } from "./upload";

/** Says what was attached, and what was there already and has a new version now. */
export function tellBatch(done: readonly Finished[]): void {
  const loud = done.filter(({ upload }) => !upload.isQuiet);
  const [first] = loud;
  if (!first) return;
  const { batch, subject } = first.upload;
  const undo = { label: t`Undo`, run: () => currentSync()?.undo(batch) };
  toasts.add({ kind: "done", text: wordsOf(loud, placeOf(subject)), action: undo });
}

function wordsOf(done: readonly Finished[], place: string): string {
  const versions = done.filter(({ attached }) => attached.version > 1);
  const name = done[0]?.upload.name ?? "";
  const version = versions[0]?.attached.version ?? 0;
  if (done.length === 1 && versions.length === 1)
    return t`“${name}” was there already: this is its version ${version}.`;
  if (done.length === 1) return t`“${name}” is attached to “${place}”.`;
  return t`${plural(done.length, { one: "# file", other: "# files" })} attached to “${place}”.`;
}

function placeOf({ kind, id }: Subject): string {
  return (kind === "card" ? store.read("cards", id)?.title : store.read("boards", id)?.name) ?? "";
}
