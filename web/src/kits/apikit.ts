/** The REST client: same origin, JSON, the CSRF word from the cookie, and every failure as one typed error. No translated text here. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly args: Record<string, unknown>;
  /** Codes by argument, for forms: `{password: ["password_too_short"]}`. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;

  constructor(
    status: number,
    code: string,
    body?: unknown,
    args: Record<string, unknown> = {},
    fields: Record<string, string[]> = {},
  ) {
    super(`${status} ${code}`);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.args = args;
    this.fields = fields;
    this.body = body;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Options = { headers?: Record<string, string>; signal?: AbortSignal };

export function cookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : undefined;
}

/** The word that proves a request comes from a page of this site. */
export async function csrfWord(): Promise<string> {
  // Any read sets the cookie; a form sent before the first read would be refused without it.
  if (!cookie("csrftoken")) await fetch("/api/v1/me", { credentials: "same-origin" }).catch(() => undefined);
  return cookie("csrftoken") ?? "";
}

export async function call<T>(method: Method, path: string, body?: unknown, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") headers["X-CSRFToken"] = await csrfWord();
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError(0, "offline");
  }
  const text = await response.text();
  const data = parse(text);
  if (!response.ok) throw asError(response.status, data);
  return data as T;
}

function parse(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Wrong = { code?: string; args?: Record<string, unknown>; errors?: { code: string; param?: string }[] };

function asError(status: number, data: unknown): ApiError {
  const wrong = (typeof data === "object" && data !== null ? data : {}) as Wrong;
  const fields: Record<string, string[]> = {};
  for (const { code, param } of wrong.errors ?? []) {
    const key = param ?? "";
    fields[key] = [...(fields[key] ?? []), code];
  }
  const code = wrong.code ?? wrong.errors?.[0]?.code ?? codeOfStatus(status);
  return new ApiError(status, code, data, wrong.args ?? {}, fields);
}

function codeOfStatus(status: number): string {
  if (status === 429) return "too_many";
  if (status === 404) return "not_found";
  if (status === 401) return "signed_out";
  if (status === 403) return "forbidden";
  return status >= 500 ? "server" : "refused";
}

export const api = {
  get: <T>(path: string, options?: Options) => call<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: Options) => call<T>("POST", path, body ?? {}, options),
  put: <T>(path: string, body: unknown) => call<T>("PUT", path, body),
  patch: <T>(path: string, body: unknown) => call<T>("PATCH", path, body),
  delete: <T>(path: string, body?: unknown) => call<T>("DELETE", path, body),
};
