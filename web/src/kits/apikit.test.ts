import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError, api } from "./apikit";

const answer = (status: number, body: unknown) => new Response(body === null ? null : JSON.stringify(body), { status });
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: the client reads the cookie as a page does
  document.cookie = "csrftoken=word";
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as ApiError,
  );

test("a change carries the CSRF word, a read does not", async () => {
  fetched.mockImplementation(async () => answer(200, { ok: true }));
  await api.get("/api/v1/home");
  await api.post("/live/command", { verb: "card.move" });
  const headers = fetched.mock.calls.map(([, init]) => init?.headers as Record<string, string>);
  expect(headers[0]?.["X-CSRFToken"]).toBeUndefined();
  expect(headers[1]?.["X-CSRFToken"]).toBe("word");
});

test("errors of a form are sorted to its fields", async () => {
  fetched.mockResolvedValue(
    answer(400, {
      errors: [
        { code: "password_too_short", param: "password" },
        { code: "email_taken", param: "email" },
      ],
    }),
  );
  const error = await failure(api.post("/x"));
  expect(error?.fields).toEqual({ password: ["password_too_short"], email: ["email_taken"] });
});

test("a refusal keeps its code and arguments", async () => {
  fetched.mockResolvedValue(answer(409, { code: "wip_limit_reached", args: { limit: 5 } }));
  const error = await failure(api.post("/x"));
  expect(error).toBeInstanceOf(ApiError);
  expect([error?.code, error?.args]).toEqual(["wip_limit_reached", { limit: 5 }]);
});

test("no network and an unreadable answer have codes of their own", async () => {
  fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  expect((await failure(api.get("/x")))?.code).toBe("offline");
  fetched.mockResolvedValueOnce(new Response("<h1>Bad Gateway</h1>", { status: 502 }));
  expect((await failure(api.get("/x")))?.code).toBe("server");
});
