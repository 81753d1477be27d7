import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import type { TagRow } from "../../../contracts/rows";
import { useSync } from "../../../sync/hooks";
import { Button, IconButton } from "../../../ui/Button";
import { confirm } from "../../../ui/confirm";
import { Icon } from "../../../ui/icons";
import { Tag } from "../../../ui/Label";
import { late } from "../../../ui/late";
import { Menu } from "../../../ui/Menu";
import { toasts } from "../../../ui/toasts";
import { useBoard } from "../boardTools";
import { InlineName } from "../InlineName";
import { hueOf } from "../tagHues";
import { sameName } from "../tagNames";
import { cardsWith, endTag } from "./endTag";
import { HuePicker } from "./HuePicker";

const MergeTagDialog = late(() => import("./MergeTagDialog").then((module) => ({ default: module.MergeTagDialog })));

type TagLineProps = { tag: TagRow; tags: readonly TagRow[]; count: number | null };

export function TagLine({ tag, tags, count }: TagLineProps) {
  const { t } = useLingui();
  const { rights } = useBoard();
  const [isRenaming, setRenaming] = useState(false);
  const [merging, setMerging] = useState<{ into: string | null } | null>(null);
  const { rename, twin, forget } = useRename(tag, tags);
  const name = tag.name;
  return (
    <li className="tags-tab__line">
      <HueOf tag={tag} tags={tags} />
      <span className="tags-tab__name">
        <InlineName
          name={name}
          label={t`Name of the tag`}
          canRename={rights.canArrange}
          isRenaming={isRenaming}
          setRenaming={setRenaming}
          maxLength={60}
          onRename={rename}
        />
        {twin ? (
          <Twin name={twin.name} onMerge={() => setMerging({ into: twin.id })} />
        ) : (
          <Alike tag={tag} tags={tags} />
        )}
      </span>
      <span className="tags-tab__count">
        {count === null ? "" : plural(count, { one: "# task", other: "# tasks" })}
      </span>
      {rights.canArrange ? <Actions {...{ tag, tags }} onMerge={() => setMerging({ into: null })} /> : null}
      <Suspense>
        {merging ? (
          <MergeTagDialog
            {...{ tag, tags }}
            into={merging.into}
            onClose={() => {
              setMerging(null);
              forget();
            }}
          />
        ) : null}
      </Suspense>
    </li>
  );
}

/** A name that another tag has is not sent: it is a mistake, or the two are to become one. */
function useRename(tag: TagRow, tags: readonly TagRow[]) {
  const sync = useSync();
  const [wanted, setWanted] = useState<string | null>(null);
  const twinOf = (name: string) => tags.find((other) => other.id !== tag.id && sameName(other.name, name));
  const rename = (name: string) => {
    setWanted(twinOf(name) ? name : null);
    if (!twinOf(name)) void sync.send("tag.rename", { tag_id: tag.id, name });
  };
  return { rename, twin: wanted === null ? undefined : twinOf(wanted), forget: () => setWanted(null) };
}

function HueOf({ tag, tags }: { tag: TagRow; tags: readonly TagRow[] }) {
  const { t } = useLingui();
  const sync = useSync();
  const { rights } = useBoard();
  const hue = hueOf(tag.hue);
  const name = tag.name;
  if (!rights.canArrange) return <Tag hue={hue}>{name}</Tag>;
  return (
    <HuePicker
      label={t`Colour of “${name}”`}
      hue={hue}
      tags={tags.filter((other) => other.id !== tag.id)}
      onChange={(next) => void sync.send("tag.set_hue", { tag_id: tag.id, hue: next })}
    />
  );
}

function Twin({ name, onMerge }: { name: string; onMerge: () => void }) {
  const { t } = useLingui();
  return (
    <span className="tags-tab__warning" role="alert">
      <Icon name="warning" size={16} />
      {t`There is a tag called “${name}” already.`}
      <Button size="small" look="quiet" onPress={onMerge}>{t`Merge the two…`}</Button>
    </span>
  );
}

/** Two tags of one colour are hard to tell apart at a glance. */
function Alike({ tag, tags }: { tag: TagRow; tags: readonly TagRow[] }) {
  const { t } = useLingui();
  const other = tags.find((one) => one.id !== tag.id && hueOf(one.hue) === hueOf(tag.hue));
  if (!other) return null;
  const name = other.name;
  return <span className="tags-tab__note">{t`Same colour as “${name}”`}</span>;
}

type ActionsProps = { tag: TagRow; tags: readonly TagRow[]; onMerge: () => void };

function Actions({ tag, tags, onMerge }: ActionsProps) {
  const { t } = useLingui();
  const sync = useSync();
  const name = tag.name;
  const remove = async () => {
    const cards = cardsWith(tag);
    if (cards.length > 0) {
      const isSure = await confirm({
        title: t`Delete the tag “${name}”?`,
        body: t`${plural(cards.length, { one: "# task loses it", other: "# tasks lose it" })}. You can undo this.`,
        confirmLabel: t`Delete tag`,
        isDanger: true,
      });
      if (!isSure) return;
    }
    const group = await endTag(sync, tag, null, cards, t`Deleting the tag “${name}”`);
    const action = { label: t`Undo`, run: () => sync.undo(group ?? undefined) };
    if (group) toasts.add({ kind: "done", text: t`The tag “${name}” is deleted.`, action });
  };
  const groups = [
    {
      id: "acts",
      entries: [
        { id: "merge", label: t`Merge into…`, icon: "move" as const, isDisabled: tags.length < 2, run: onMerge },
      ],
    },
    {
      id: "danger",
      entries: [
        { id: "delete", label: t`Delete tag…`, icon: "trash" as const, isDanger: true, run: () => void remove() },
      ],
    },
  ];
  return (
    <Menu label={t`Tag “${name}”`} groups={groups} of={{ kind: t`Tag`, name }}>
      <IconButton size="small" icon="dots" label={t`Actions for “${name}”`} />
    </Menu>
  );
}
