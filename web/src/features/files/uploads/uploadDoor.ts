/** The server's upload door (docs/topics/files.md). Bytes go by XMLHttpRequest: `fetch` does not tell how much has been sent. */
import { ApiError, api, cookie } from "../../../kits/apikit";
import type { Door, Told, Upload } from "./upload";

const PATH = "/api/v1/uploads";
/** A connection on which nothing moves for so long is taken for lost. */
const STALLED_MS = 30_000;
/** After the last byte the server makes the file safe. */
const STORING_MS = 90_000;

export const uploadDoor: Door = {
  begin: (upload, signal) =>
    api.post<Told>(PATH, { upload_id: upload.id, name: upload.name, size: upload.size, ...place(upload) }, { signal }),
  ask: (id, signal) => api.get<Told>(`${PATH}/${id}`, { signal }),
  push: (id, file, offset, how) => push(id, file, offset, how),
  giveUp: (id) => api.delete(`${PATH}/${id}`),
};

const place = ({ subject: { kind, id } }: Upload) => (kind === "card" ? { card_id: id } : { board_id: id });

const push: Door["push"] = (id, file, offset, { signal, onSent }) =>
  new Promise<Told>((resolve, reject) => {
    const request = opened(id, offset);
    const stop = () => request.abort();
    let timer = setTimeout(stop, STALLED_MS);
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(stop, ms);
    };
    request.upload.onprogress = (event) => {
      wait(STALLED_MS);
      onSent(offset + event.loaded);
    };
    request.upload.onload = () => wait(STORING_MS);
    request.onloadend = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      if (signal.aborted) reject(signal.reason);
      else if (request.status === 200) resolve(bodyOf(request) as Told);
      else reject(errorOf(request));
    };
    signal.addEventListener("abort", stop);
    request.send(offset ? file.slice(offset) : file);
  });

function opened(id: string, offset: number): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open("PATCH", `${PATH}/${id}`);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("Upload-Offset", String(offset));
  request.setRequestHeader("X-CSRFToken", cookie("csrftoken") ?? "");
  return request;
}

/** Status 0: the connection broke, was given up, or the file cannot be read. */
function errorOf(request: XMLHttpRequest): ApiError {
  if (request.status === 0) return new ApiError(0, "offline");
  const { code, args } = bodyOf(request) as { code?: string; args?: Record<string, unknown> };
  return new ApiError(request.status, code ?? (request.status >= 500 ? "server" : "refused"), null, args);
}

function bodyOf({ responseText }: XMLHttpRequest): object {
  try {
    return (JSON.parse(responseText) as object | null) ?? {};
  } catch {
    return {};
  }
}
