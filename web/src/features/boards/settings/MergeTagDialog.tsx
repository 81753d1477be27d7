import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { TagRow } from "../../../contracts/rows";
import { useSync } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Select } from "../../../ui/Select";
import { toasts } from "../../../ui/toasts";
import { hueOf } from "../tagHues";
import { cardsWith, endTag } from "./endTag";
import { Swatch } from "./HuePicker";

type MergeTagDialogProps = { tag: TagRow; tags: readonly TagRow[]; into: string | null; onClose: () => void };

/** One tag goes, the other takes its place on every task. */
export function MergeTagDialog({ tag, tags, into, onClose }: MergeTagDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const others = tags.filter((other) => other.id !== tag.id);
  const [wanted, setWanted] = useState(into ?? others[0]?.id ?? "");
  const goal = others.find((other) => other.id === wanted);
  const cards = cardsWith(tag);
  const name = tag.name;
  const merge = async () => {
    if (!goal) return;
    onClose();
    const other = goal.name;
    const group = await endTag(sync, tag, goal, cards, t`Merging “${name}” into “${other}”`);
    const action = { label: t`Undo`, run: () => sync.undo(group ?? undefined) };
    if (group) toasts.add({ kind: "done", text: t`“${name}” is merged into “${other}”.`, action });
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!goal} onPress={() => void merge()}>{t`Merge`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Merge the tag “${name}”`} footer={footer}>
      <Select
        label={t`Into`}
        options={others.map((other) => ({
          id: other.id,
          label: other.name,
          mark: <Swatch hue={hueOf(other.hue)} />,
        }))}
        value={wanted}
        onChange={setWanted}
        description={t`${plural(cards.length, { one: "# task gets", other: "# tasks get" })} that tag in its place, and “${name}” goes.`}
      />
    </Dialog>
  );
}
