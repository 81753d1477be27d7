import { useLingui } from "@lingui/react/macro";
import type { AttachmentRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import type { MenuEntry, MenuGroup } from "../../ui/Menu";
import { neighboursAt } from "../cards/drag/slots";
import { fileAddress, titleOf } from "./fileAddresses";
import { openAddress, saveAddress } from "./openAddress";
import { pickFiles } from "./pickFiles";
import type { Subject } from "./uploads/upload";
import { uploads } from "./uploads/uploads";
import type { FileActs } from "./useFileActs";

type Options = {
  row: AttachmentRow;
  ids: readonly string[];
  subject: Subject;
  isFrozen: boolean;
  acts: FileActs;
  onShow: (id: string) => void;
  onRename: () => void;
  onVersions: () => void;
};

/** What can be done with one attachment; asked when its menu opens. */
export function useFileEntries(options: Options): () => readonly MenuGroup[] {
  const { t } = useLingui();
  const getting = useGetting(options);
  const changing = useChanging(options);
  const { row, acts, isFrozen } = options;
  const remove: MenuEntry = {
    id: "remove",
    label: t`Remove`,
    icon: "trash",
    isDanger: true,
    run: () => void acts.remove(row),
  };
  return () => [
    { id: "get", entries: getting },
    { id: "change", entries: isFrozen ? [] : changing },
    { id: "remove", entries: isFrozen ? [] : [remove] },
  ];
}

function useGetting({ row, acts, onShow, onVersions }: Options): MenuEntry[] {
  const { t } = useLingui();
  const { link } = useSync();
  const copy: MenuEntry = { id: "copy", label: t`Copy address`, icon: "copy", run: () => void acts.copyAddress(row) };
  if (row.kind === "link") {
    return [{ id: "open", label: t`Open`, icon: "arrowEnd", run: () => openAddress(row.url ?? "") }, copy];
  }
  const download = () => saveAddress(fileAddress(row, { link, isDownload: true }));
  return [
    { id: "show", label: t`Show`, icon: "eye", run: () => onShow(row.id) },
    { id: "download", label: t`Download`, icon: "download", run: download },
    copy,
    { id: "versions", label: t`Versions`, icon: "clock", run: onVersions },
  ];
}

function useChanging({ row, ids, subject, acts, onRename }: Options): MenuEntry[] {
  const { t } = useLingui();
  const place = ids.indexOf(row.id);
  const title = titleOf(row);
  const move = (to: number) => {
    acts.move(row.id, neighboursAt(ids, row.id, to));
    announce(t`“${title}” is now attachment ${to + 1} of ${ids.length}.`);
  };
  const addVersion = async () => uploads.add(await pickFiles(), { subject, versionOf: row.id });
  const version: MenuEntry = { id: "version", label: t`New version…`, icon: "plus", run: () => void addVersion() };
  return [
    { id: "rename", label: t`Rename`, icon: "pencil", run: onRename },
    ...(row.kind === "file" ? [version] : []),
    { id: "up", label: t`Move up`, icon: "chevronUp", isDisabled: place <= 0, run: () => move(place - 1) },
    {
      id: "down",
      label: t`Move down`,
      icon: "chevronDown",
      isDisabled: place >= ids.length - 1,
      run: () => move(place + 1),
    },
  ];
}
