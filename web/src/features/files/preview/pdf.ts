/** pdf.js on our own terms: its worker from our origin, nothing compiled at run time, no scripts and no forms of the document. */
import { getDocument, type PDFDocumentLoadingTask, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { scriptAddress } from "../../../kits/trustedTypes";

declare const __PDF_FILES__: string;

/** Opens a document page by page, as far as it is looked at. `destroy` of the answer ends its worker too. */
export function openPdf(url: string): { task: PDFDocumentLoadingTask; close: () => void } {
  const port = new Worker(scriptAddress(workerAddress), { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    url,
    worker,
    cMapUrl: `${__PDF_FILES__}cmaps/`,
    standardFontDataUrl: `${__PDF_FILES__}standard_fonts/`,
    wasmUrl: `${__PDF_FILES__}wasm/`,
    // The page's policy lets nothing be compiled.
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  return { task, close };
}
