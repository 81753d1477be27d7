import { useLingui } from "@lingui/react/macro";
import { Suspense, useRef, useState } from "react";
import { useOrder, useScope, useSync } from "../../sync/hooks";
import { Button, buttonClass } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/icons";
import { Skeleton } from "../../ui/Skeleton";
import { useBoard } from "../boards/boardTools";
import { useItemDrag } from "../checklist/useItemDrag";
import { FileLine } from "./FileLine";
import { zipAddress } from "./fileAddresses";
import { pickFiles } from "./pickFiles";
import "./Shelf.css";
import { late } from "../../ui/late";
import { UploadItem } from "./uploads/UploadItem";
import type { Subject } from "./uploads/upload";
import { uploads } from "./uploads/uploads";
import { useUploadsOf } from "./uploads/useUploads";
import { useFileActs } from "./useFileActs";
import { usePasteFiles } from "./usePasteFiles";

const PreviewDialog = late(() =>
  import("./preview/PreviewDialog").then((module) => ({ default: module.PreviewDialog })),
);

export type ShelfProps = { subject: Subject; isFrozen: boolean };

/** The attachments of a card or a board: to see, to get, and where nothing is frozen to add to, order and take away. */
export function Shelf({ subject, isFrozen }: ShelfProps) {
  const { rights } = useBoard();
  const scope = useScope(rights.isKnown ? `shelf:${subject.id}` : null);
  const ids = useOrder("attachments", subject.id);
  const coming = useUploadsOf(subject.id);
  const [shownId, show] = useState<string | null>(null);
  usePasteFiles(subject, isFrozen);
  const isKnown = ids.length > 0 || scope.state === "ready" || scope.state === "gone";
  return (
    <div className="shelf">
      {!isKnown ? (
        <Skeleton className="shelf__skeleton" />
      ) : ids.length + coming.length > 0 ? (
        <>
          <Tools subject={subject} isFrozen={isFrozen} hasSome={ids.length > 0} />
          <Files ids={ids} isFrozen={isFrozen} subject={subject} onShow={show} />
          <ul className="shelf__list">
            {coming.map((upload) => (
              <UploadItem key={upload.id} upload={upload} />
            ))}
          </ul>
          {isFrozen ? null : <DropHint />}
        </>
      ) : (
        <Empty subject={subject} isFrozen={isFrozen} />
      )}
      <Suspense>{shownId ? <PreviewDialog ids={ids} shownId={shownId} onShow={show} /> : null}</Suspense>
    </div>
  );
}

type FilesProps = { ids: readonly string[]; subject: Subject; isFrozen: boolean; onShow: (id: string) => void };

function Files({ ids, subject, isFrozen, onShow }: FilesProps) {
  const { t } = useLingui();
  const acts = useFileActs();
  const list = useRef<HTMLUListElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const onPointerDown = useItemDrag({ scroller, list, shown: ids, isFrozen, onMove: acts.move });
  return (
    <ul
      className="shelf__list"
      aria-label={t`Attachments`}
      ref={(element) => {
        list.current = element;
        scroller.current = element?.closest<HTMLElement>(".sheet__panel, .side-panel__body") ?? element;
      }}
      onPointerDown={onPointerDown}
    >
      {ids.map((id) => (
        <FileLine key={id} id={id} ids={ids} subject={subject} isFrozen={isFrozen} acts={acts} onShow={onShow} />
      ))}
    </ul>
  );
}

function Tools({ subject, isFrozen, hasSome }: ShelfProps & { hasSome: boolean }) {
  const { t } = useLingui();
  const { link } = useSync();
  return (
    <div className="shelf__tools">
      {isFrozen ? null : <AddButtons subject={subject} />}
      {hasSome ? (
        <a className={`${buttonClass("quiet", "small")} shelf__zip`} href={zipAddress(subject.id, link)} download>
          <Icon name="download" size={16} />
          <span className="button__label">{t`Download all`}</span>
        </a>
      ) : null}
    </div>
  );
}

const AddLinkDialog = late(() => import("./AddLinkDialog").then((module) => ({ default: module.AddLinkDialog })));

function AddButtons({ subject }: { subject: Subject }) {
  const { t } = useLingui();
  const [isLinking, setLinking] = useState(false);
  const add = async () => uploads.add(await pickFiles({ isMany: true }), { subject });
  return (
    <>
      <Button size="small" icon="plus" onPress={() => void add()}>{t`Add files`}</Button>
      <Button size="small" look="quiet" icon="link" onPress={() => setLinking(true)}>{t`Add link`}</Button>
      <Suspense>{isLinking ? <AddLinkDialog subject={subject} onClose={() => setLinking(false)} /> : null}</Suspense>
    </>
  );
}

function DropHint() {
  const { t } = useLingui();
  return <p className="shelf__hint">{t`Drop files here, or paste them.`}</p>;
}

function Empty({ subject, isFrozen }: ShelfProps) {
  const { t } = useLingui();
  if (isFrozen) return <p className="shelf__none">{t`No attachments.`}</p>;
  return (
    <EmptyState icon="paperclip" title={t`Nothing attached yet`} action={<AddButtons subject={subject} />}>
      {t`Drop files here, paste them, or choose them. The same name again makes a new version.`}
    </EmptyState>
  );
}
