import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { toasts } from "../../ui/toasts";
import { Choice } from "./Choice";
import type { Filter } from "./filter";
import { NameForm } from "./NameForm";

import { readFilter } from "./storedFilter";

type SavedHighlightProps = {
  row: SavedFilterRow;
  isOn: boolean;
  /** None ends it. */
  onChoose: (filter: Filter | null) => void;
};

/** A highlight kept by a name: chosen by a press, renamed and removed from its menu. */
export function SavedHighlight({ row, isOn, onChoose }: SavedHighlightProps) {
  const { t } = useLingui();
  const sync = useSync();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name } = row;
  const remove = () => {
    const group = uuid7();
    void sync.send("filter.remove", { filter_id: id }, { group });
    if (isOn) onChoose(null);
    const undo = { label: t`Undo`, run: () => sync.undo(group) };
    toasts.add({ kind: "done", text: t`The highlight “${name}” is removed.`, action: undo });
  };
  const entries = [
    { id: "rename", label: t`Rename`, icon: "pencil" as const, run: () => setRenaming(true) },
    { id: "remove", label: t`Remove`, icon: "trash" as const, isDanger: true, run: remove },
  ];
  const rename = (next: string) => {
    setRenaming(false);
    if (next !== name) void sync.send("filter.rename", { filter_id: id, name: next });
  };
  if (isRenaming) {
    return (
      <li>
        <NameForm name={name} label={t`Name of the highlight`} onSave={rename} onClose={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="highlight__saved">
      <Choice icon="highlight" isOn={isOn} run={() => onChoose(isOn ? null : readFilter(row.filter))}>
        {name}
      </Choice>
      <Menu label={t`Actions for “${name}”`} groups={[{ id: "saved", entries }]}>
        <IconButton size="small" icon="dots" label={t`Actions for “${name}”`} />
      </Menu>
    </li>
  );
}
