import { type PDFDocumentProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type CSSProperties, useEffect, useRef, useState } from "react";

type PdfPageProps = {
  document: PDFDocumentProxy;
  number: number;
  /** The first page's, until this one's is known. */
  size: { width: number; height: number };
  scale: number;
  label: string;
};

/** More pixels than this make browsers refuse the canvas. */
const MOST_PIXELS = 16_000_000;

/** One page: drawn while it is near the screen, with its words laid over it to be found, selected and read out. */
export function PdfPage({ document, number, size, scale, label }: PdfPageProps) {
  const box = useRef<HTMLElement>(null);
  const [own, setOwn] = useState(size);
  const isNear = useNear(box);
  useEffect(() => {
    const element = box.current;
    if (!isNear || !element) return;
    const leaving = new AbortController();
    draw(document, number, { element, scale, signal: leaving.signal, onSize: setOwn }).catch(() => undefined);
    return () => leaving.abort();
  }, [document, number, scale, isNear]);
  const style = {
    inlineSize: own.width * scale,
    blockSize: own.height * scale,
    "--total-scale-factor": scale,
  } as CSSProperties;
  return <section className="pdf__page" ref={box} style={style} aria-label={label} dir="ltr" />;
}

type Drawing = {
  element: HTMLElement;
  scale: number;
  signal: AbortSignal;
  onSize: (size: { width: number; height: number }) => void;
};

async function draw(document: PDFDocumentProxy, number: number, { element, scale, signal, onSize }: Drawing) {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const { width, height } = page.getViewport({ scale: 1 });
  onSize({ width, height });
  const viewport = page.getViewport({ scale });
  const sharpness = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = element.ownerDocument.createElement("canvas");
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  const words = element.ownerDocument.createElement("div");
  words.className = "pdf__words";
  const task = page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  signal.addEventListener("abort", () => {
    task.cancel();
    text.cancel();
    element.replaceChildren();
    page.cleanup();
  });
  await task.promise;
  // Another size of the same page stays until this one is whole.
  element.replaceChildren(canvas, words);
  await text.render();
}

/** Whether it is on the screen or within one screen of it. */
function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const root = box.current?.parentElement ?? null;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root,
      rootMargin: "100% 0px",
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return isNear;
}
