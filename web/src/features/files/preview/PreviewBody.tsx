import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import type { AttachmentRow } from "../../../contracts/rows";
import { fileSize } from "../../../kits/formats";
import { useRow, useSync } from "../../../sync/hooks";
import { buttonClass } from "../../../ui/Button";
import { Icon } from "../../../ui/icons";
import { useLocale } from "../../../ui/language";
import { late } from "../../../ui/late";
import { Skeleton } from "../../../ui/Skeleton";
import { fileAddress, thumbAddress } from "../fileAddresses";
import { isShownByBrowser, kindOf } from "../fileKinds";
import { MediaView } from "./MediaView";
import { PictureView } from "./PictureView";
import { TextView } from "./TextView";

const PdfView = late(() => import("./PdfView").then((module) => ({ default: module.PdfView })));

/** The newest version of a file, in the way of its kind; what cannot be shown says what it is and can be fetched. */
export function PreviewBody({ row }: { row: AttachmentRow }) {
  const { link } = useSync();
  const version = useRow("attachment_versions", `${row.id}.${row.version}`);
  const [isBroken, setBroken] = useState(false);
  const address = fileAddress(row, { number: row.version, link });
  const fail = () => setBroken(true);
  const kind = isBroken ? "none" : (version?.preview ?? "none");
  if (kind === "image" || (kind === "none" && !isBroken && isShownByBrowser(row.type))) {
    // Pictures that browsers do not show have their thumbnail at least.
    const source = isShownByBrowser(row.type) ? address : thumbAddress(row.id, row.version, link);
    return <PictureView key={source} source={source} name={row.name} onBroken={fail} />;
  }
  if (kind === "audio" || kind === "video") return <MediaView kind={kind} address={address} onBroken={fail} />;
  if (kind === "text") return <TextView key={address} row={row} address={address} onBroken={fail} />;
  if (kind === "pdf") {
    return (
      <Suspense fallback={<Skeleton className="preview__skeleton" />}>
        <PdfView key={address} address={address} name={row.name} onBroken={fail} />
      </Suspense>
    );
  }
  return <Unshown row={row} />;
}

function Unshown({ row }: { row: AttachmentRow }) {
  const { t, i18n } = useLingui();
  const { link } = useSync();
  const locale = useLocale();
  const kind = kindOf(row);
  return (
    <div className="preview__middle preview__unshown">
      <span className="preview__tile">
        <Icon name={kind.icon} size={24} />
      </span>
      <strong dir="auto">{row.name}</strong>
      <span className="preview__facts">
        {i18n._(kind.word)} · <bdi>{fileSize(row.size, locale)}</bdi>
      </span>
      <p>{t`There is no preview of this file.`}</p>
      <a className={buttonClass("primary")} href={fileAddress(row, { link, isDownload: true })} download>
        <Icon name="download" />
        <span className="button__label">{t`Download`}</span>
      </a>
    </div>
  );
}
