import { expect, test, vi } from "vitest";
import { whilePressed } from "./whilePressed";

const press = (type: string) => new PointerEvent(type, { pointerId: 7 });

test("what arrives while the pointer is down goes on", async () => {
  const go = vi.fn();
  await whilePressed(press("pointerdown"), Promise.resolve("module"), go);
  expect(go).toHaveBeenCalledWith("module");
});

test.each(["pointerup", "pointercancel"])("after %s it does not", async (end) => {
  const go = vi.fn();
  const waiting = whilePressed(press("pointerdown"), new Promise((resolve) => setTimeout(resolve, 5)), go);
  window.dispatchEvent(press(end));
  await waiting;
  expect(go).not.toHaveBeenCalled();
});

test("a script that does not come is no error", async () => {
  await expect(
    whilePressed(press("pointerdown"), Promise.reject(new Error("offline")), vi.fn()),
  ).resolves.toBeUndefined();
});
