import { afterEach, expect, test, vi } from "vitest";
import { exportBoard } from "./exportBoard";

const clicked: string[] = [];
vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
  clicked.push(this.href);
});

afterEach(() => {
  clicked.length = 0;
  vi.unstubAllGlobals();
});

test("a board that may be exported is downloaded from the address that was asked about", async () => {
  const asked = vi.fn(async (_address: string, _options: { method: string }) => ({ ok: true, status: 200 }));
  vi.stubGlobal("fetch", asked);
  expect(await exportBoard("b1", "xlsx", "Europe/Rome")).toBeNull();
  expect(asked.mock.calls[0]?.[0]).toBe("/exports/b1.xlsx?zone=Europe%2FRome");
  expect(asked.mock.calls[0]?.[1].method).toBe("HEAD");
  expect(clicked.map((address) => address.replace(location.origin, ""))).toEqual([asked.mock.calls[0]?.[0]]);
});

test.each([
  [404, "gone"],
  [503, "busy"],
  [500, "failed"],
])("an answer of %i begins no download and is told as %s", async (status, problem) => {
  vi.stubGlobal("fetch", async () => ({ ok: false, status }));
  expect(await exportBoard("b1", "zip", "UTC")).toBe(problem);
  expect(clicked).toEqual([]);
});

test("without a connection nothing begins", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no network")));
  expect(await exportBoard("b1", "html", "UTC")).toBe("offline");
  expect(clicked).toEqual([]);
});
