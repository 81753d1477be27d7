import { afterEach, expect, test, vi } from "vitest";
import { confirm } from "../../../ui/confirm";
import { mayLeaveUploads } from "./mayLeave";
import type { Upload, UploadState } from "./upload";
import { dropUploads, uploads } from "./uploads";

vi.mock("../../../ui/confirm", () => ({ confirm: vi.fn() }));
vi.mock("./uploads", () => ({ dropUploads: vi.fn(), uploads: { now: vi.fn() } }));

const under = (...states: UploadState[]) =>
  vi.mocked(uploads.now).mockReturnValue({ list: states.map((state) => ({ state }) as Upload), finished: 0 });

afterEach(() => vi.clearAllMocks());

test("nobody is asked when nothing is under way, and nothing stays on the device", async () => {
  under("refused");
  expect(await mayLeaveUploads("ana")).toBe(true);
  expect(confirm).not.toHaveBeenCalled();
  expect(dropUploads).toHaveBeenCalledWith("ana");
});

test.each([true, false])("files that are under way are given up only when asked for: %s", async (isGivenUp) => {
  under("sending", "paused");
  vi.mocked(confirm).mockResolvedValue(isGivenUp);
  expect(await mayLeaveUploads("ana")).toBe(isGivenUp);
  expect(vi.mocked(dropUploads).mock.calls.length).toBe(isGivenUp ? 1 : 0);
});
