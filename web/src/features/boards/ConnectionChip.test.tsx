import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Frame } from "../../ui/Frame";
import { ConnectionChip } from "./ConnectionChip";

const connection = vi.hoisted(() => ({
  now: { state: "offline", pending: 0, stuck: undefined as string | undefined },
}));
vi.mock("../../sync/hooks", () => ({ useConnection: () => connection.now }));

const page = () => (
  <I18nProvider i18n={i18n}>
    <Frame start={null} end={null} bottomStart={null} bottomEnd={null}>
      <ConnectionChip />
    </Frame>
  </I18nProvider>
);

test("that too many tabs are connected is said in full, with the way out, until it is over", () => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  connection.now = { state: "offline", pending: 2, stuck: "too_many_sockets" };
  const { rerender, container } = render(page());
  const line = screen.getByText(/Too many tabs.*Close some of them; this one then connects by itself/);
  expect(line.closest(".frame__notice")).not.toBeNull();
  connection.now = { state: "online", pending: 0, stuck: undefined };
  rerender(page());
  expect(container.querySelector(".frame__notice")?.textContent).toBe("");
});
