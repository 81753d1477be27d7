import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { AttachmentRow, AttachmentVersionRow } from "../../contracts/rows";
import { fileSize } from "../../kits/formats";
import { useSync, useTable } from "../../sync/hooks";
import { Button, buttonClass } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { When, Who } from "./FileFacts";
import { fileAddress } from "./fileAddresses";
import { pickFiles } from "./pickFiles";
import { uploads } from "./uploads/uploads";
import type { FileActs } from "./useFileActs";

type VersionsDialogProps = { row: AttachmentRow; isFrozen: boolean; acts: FileActs; onClose: () => void };

/** Every version of a file, the newest first: who brought it and when, to get and to make the newest again. */
export function VersionsDialog({ row, isFrozen, acts, onClose }: VersionsDialogProps) {
  const { t } = useLingui();
  const { id, name, subject_id } = row;
  const ofThis = useCallback((version: AttachmentVersionRow) => version.attachment_id === id, [id]);
  const versions = [...useTable("attachment_versions", ofThis)].sort((a, b) => b.number - a.number);
  const { boardId } = useBoard();
  const add = async () => {
    const subject = { kind: subject_id === boardId ? "board" : "card", id: subject_id } as const;
    uploads.add(await pickFiles(), { subject, versionOf: id });
  };
  const footer = isFrozen ? null : <Button icon="plus" onPress={() => void add()}>{t`New version…`}</Button>;
  return (
    <Dialog isOpen onClose={onClose} title={t`Versions of “${name}”`} footer={footer}>
      <ol className="versions">
        {versions.map((version) => (
          <Version
            key={version.id}
            {...{ row, version, isFrozen }}
            onRestore={() => void acts.restore(row, version.number)}
          />
        ))}
      </ol>
    </Dialog>
  );
}

type VersionProps = { row: AttachmentRow; version: AttachmentVersionRow; isFrozen: boolean; onRestore: () => void };

function Version({ row, version, isFrozen, onRestore }: VersionProps) {
  const { t } = useLingui();
  const { link } = useSync();
  const { locale, personId } = useBoard();
  const { number, name } = version;
  const isNewest = number === row.version;
  return (
    <li className="versions__one">
      <span className="versions__number figures">{number}</span>
      <span className="file__words">
        <span className="file__name" dir="auto" title={name}>
          {name}
        </span>
        <span className="file__facts">
          <span className="figures">{fileSize(version.size, locale)}</span>
          {personId ? <Who id={version.by} /> : null}
          <When at={version.at} />
        </span>
      </span>
      {isNewest ? <span className="label">{t`Newest`}</span> : null}
      {isNewest || isFrozen ? null : (
        <Button size="small" look="quiet" icon="restore" onPress={onRestore} aria-label={t`Restore version ${number}`}>
          {t`Restore`}
        </Button>
      )}
      <a
        className={`${buttonClass("quiet", "small")} button--icon`}
        href={fileAddress({ id: row.id, name }, { number, link, isDownload: true })}
        download
        aria-label={t`Download version ${number}`}
        title={t`Download version ${number}`}
      >
        <Icon name="download" size={16} />
      </a>
    </li>
  );
}
