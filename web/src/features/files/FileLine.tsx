import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, memo, Suspense, useState } from "react";
import type { AttachmentRow } from "../../contracts/rows";
import { endingOf, stemOf } from "../../kits/filenamekit";
import { useRow, useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { Icon } from "../../ui/icons";
import { late } from "../../ui/late";
import { Menu } from "../../ui/Menu";
import { InlineName } from "../boards/InlineName";
import { FileFacts } from "./FileFacts";
import { fileAddress, thumbAddress, titleOf } from "./fileAddresses";
import { kindOf } from "./fileKinds";
import type { Subject } from "./uploads/upload";
import type { FileActs } from "./useFileActs";
import { useFileEntries } from "./useFileEntries";

const VersionsDialog = late(() => import("./VersionsDialog").then((module) => ({ default: module.VersionsDialog })));

export type FileLineProps = {
  id: string;
  /** The whole shelf in its order. */
  ids: readonly string[];
  subject: Subject;
  isFrozen: boolean;
  acts: FileActs;
  onShow: (id: string) => void;
};

export const FileLine = memo(function FileLine(props: FileLineProps) {
  const row = useRow("attachments", props.id);
  return row ? <Line {...props} row={row} /> : null;
});

function Line(props: FileLineProps & { row: AttachmentRow }) {
  const { row, isFrozen, acts, onShow } = props;
  const { t } = useLingui();
  const [isRenaming, setRenaming] = useState(false);
  const [showsVersions, setShowsVersions] = useState(false);
  const title = titleOf(row);
  const openVersions = () => setShowsVersions(true);
  const groups = useFileEntries({ ...props, onRename: () => setRenaming(true), onVersions: openVersions });
  return (
    <li className="file" data-item={row.id}>
      <Picture row={row} />
      <span className="file__words">
        {isRenaming ? (
          <Renaming row={row} onRename={(name) => acts.rename(row, name)} onEnd={() => setRenaming(false)} />
        ) : (
          <NameLink row={row} onShow={onShow} />
        )}
        <FileFacts row={row} onVersions={openVersions} />
      </span>
      <span data-no-drag className="file__end">
        <Menu label={t`Actions for “${title}”`} groups={groups} of={{ kind: t`Attachment`, name: title }}>
          <IconButton size="small" icon="dots" label={t`Actions for “${title}”`} />
        </Menu>
      </span>
      <Suspense>
        {showsVersions ? (
          <VersionsDialog row={row} isFrozen={isFrozen} acts={acts} onClose={() => setShowsVersions(false)} />
        ) : null}
      </Suspense>
    </li>
  );
}

/** The thumbnail, or the icon of its kind until there is one. */
function Picture({ row }: { row: AttachmentRow }) {
  const { link } = useSync();
  const preview = useRow("attachment_versions", `${row.id}.${row.version}`)?.preview;
  return (
    <span className="file__picture">
      {preview === "image" ? (
        <img
          src={thumbAddress(row.id, row.version, link)}
          alt=""
          width={44}
          height={44}
          loading="lazy"
          draggable={false}
        />
      ) : (
        <Icon name={kindOf(row).icon} />
      )}
    </span>
  );
}

/** Files are shown over the page, links open beside it; both have an address of their own for other clicks. */
function NameLink({ row, onShow }: { row: AttachmentRow; onShow: (id: string) => void }) {
  const { link } = useSync();
  const title = titleOf(row);
  if (row.kind === "link") {
    return (
      <a
        className="file__name"
        dir="auto"
        href={row.url ?? ""}
        target="_blank"
        rel="noopener noreferrer"
        draggable={false}
      >
        {title}
      </a>
    );
  }
  const show = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onShow(row.id);
  };
  return (
    <a
      className="file__name"
      dir="auto"
      href={fileAddress(row, { link })}
      onClick={show}
      draggable={false}
      title={title}
    >
      {title}
    </a>
  );
}

/** A file's ending stays, so only what stands before it is asked for. */
function Renaming({
  row,
  onRename,
  onEnd,
}: {
  row: AttachmentRow;
  onRename: (name: string) => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const ending = row.kind === "file" ? endingOf(row.name) : "";
  const stem = row.kind === "file" ? stemOf(row.name) : titleOf(row);
  const end = (isOn: boolean) => (isOn ? undefined : onEnd());
  return (
    <span className="file__renaming" data-no-drag>
      <InlineName
        name={stem}
        label={t`Name`}
        canRename
        isRenaming
        setRenaming={end}
        onRename={onRename}
        maxLength={180}
      />
      {ending ? <bdi className="file__ending">{ending}</bdi> : null}
    </span>
  );
}
