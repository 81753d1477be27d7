import { useLingui } from "@lingui/react/macro";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import { Skeleton } from "../../../ui/Skeleton";
import { PdfPage } from "./PdfPage";
import { openPdf } from "./pdf";
import { nextScale } from "./scales";
import { ZoomBar } from "./ZoomBar";

type PdfViewProps = { address: string; name: string; onBroken: () => void };
type Size = { width: number; height: number };

/** A PDF, drawn page by page inside our own page. */
export function PdfView({ address, name, onBroken }: PdfViewProps) {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    let isOver = false;
    const { task, close } = openPdf(address);
    task.promise.then(setDocument, () => isOver || onBroken());
    return () => {
      isOver = true;
      close();
    };
  }, [address, onBroken]);
  return document ? <Pages document={document} name={name} /> : <Skeleton className="preview__skeleton" />;
}

function Pages({ document, name }: { document: PDFDocumentProxy; name: string }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState<Size | null>(null);
  const [width, setWidth] = useState(0);
  /** Null: as wide as the page. */
  const [scale, setScale] = useState<number | null>(null);
  useEffect(() => {
    void document.getPage(1).then((page) => setFirst(page.getViewport({ scale: 1 })));
  }, [document]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const fitted = first && width ? Math.min(width / first.width, MOST_FITTED) : 1;
  const shown = scale ?? fitted;
  const zoom = (step: 1 | -1) => setScale(nextScale(shown, step));
  return (
    <div className="preview__picture">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a document is scrolled by keys */}
      <section className="preview__scroll pdf" ref={box} tabIndex={0} aria-label={name}>
        {first
          ? Array.from({ length: document.numPages }, (_, at) => (
              <PdfPage
                key={at}
                document={document}
                number={at + 1}
                size={first}
                scale={shown}
                label={t`Page ${at + 1} of ${document.numPages}`}
              />
            ))
          : null}
      </section>
      <ZoomBar scale={first ? shown : null} isFitted={scale === null} onZoom={zoom} onFit={() => setScale(null)} />
    </div>
  );
}

/** A page as wide as a wide screen is hard to read. */
const MOST_FITTED = 1.3;
