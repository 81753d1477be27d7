import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "./guesses/registered";
import { VirtualClock } from "../../../test-support/sync/clock";
import { type Client, newClient, newDevice } from "../../../test-support/sync/fakeClient";
import { FakeServer } from "../../../test-support/sync/fakeServer";
import { seedBoard } from "../../../test-support/sync/sampleBoard";
import { seedTalk } from "../../../test-support/sync/sampleTalk";
import { SyncContext } from "../../sync/context";
import { setCurrent } from "../../sync/current";
import type { AnyRow } from "../../sync/tables";
import { ConfirmHost } from "../../ui/confirm";
import { BoardContext, type BoardTools } from "../boards/boardTools";
import { Talk } from "./Talk";

const BEN = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c";
const device = newDevice();
let clock: VirtualClock;
let server: FakeServer;
let client: Client;
const place = { board_id: "b" };

beforeEach(async () => {
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 1);
  server.seed("members", { id: `b.${BEN}`, board_id: "b", person_id: BEN, role: "admin", joined_at: 1 } as AnyRow);
});
afterEach(() => {
  cleanup();
  client.sync.drafts.erase();
  vi.unstubAllGlobals();
});

async function open({ messages = 2, closed = null as string | null, on = device } = {}): Promise<void> {
  if (messages > 0) seedTalk(server, "b", "b", messages);
  client = newClient({ server, clock, device: on });
  setCurrent(client.sync);
  client.sync.directory.learn([[BEN, "Ben Okafor", ""]]);
  client.sync.directory.learn([["p2", "Zoe Ruiz", ""]]);
  for (const scope of ["talk:b", "team:b", "board:b"]) client.sync.open(scope);
  const board = {
    boardId: "b",
    personId: "p1",
    zone: "UTC",
    locale: "en",
    rights: { canManage: false, isKnown: true },
  };
  render(
    <I18nProvider i18n={i18n}>
      <SyncContext value={client.sync}>
        <BoardContext value={board as unknown as BoardTools}>
          <Talk place={place} closed={closed} empty="Nothing yet" />
          <ConfirmHost />
        </BoardContext>
      </SyncContext>
    </I18nProvider>,
  );
  await pass(300);
}

const pass = (ms: number) => act(() => clock.pass(ms));
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
const said = () => screen.getAllByRole("article").map((one) => one.textContent);
const user = userEvent.setup({ delay: null });

describe("a talk", () => {
  it("shows what was said, or what it is for", async () => {
    await open();
    expect(said()).toHaveLength(2);
    expect(screen.getAllByRole("article", { name: /^Zoe Ruiz, / })).toHaveLength(2);
    cleanup();
    server = new FakeServer(() => clock.now);
    await open({ messages: 0, on: newDevice() });
    expect(screen.getByText("Nothing yet")).toBeTruthy();
  });

  it("is written with Enter, and with Shift and Enter gets a line", async () => {
    await open();
    await user.type(field(), "One{Shift>}{Enter}{/Shift}two{Enter}");
    expect(said().at(-1)).toContain("One");
    expect(field().value).toBe("");
    await pass(100);
    expect(server.done.at(-1)).toContain('"text":"One\\ntwo"');
  });

  it("does not send while letters are being put together", async () => {
    await open();
    await user.type(field(), "に");
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(field().value).toBe("に");
  });

  it("offers people behind an at sign, and sends whom it means", async () => {
    await open();
    await user.type(field(), "Hi @ok");
    expect(screen.getByRole("option", { name: /Ben Okafor/ })).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(field().value).toBe("Hi @Ben Okafor ");
    await user.keyboard("there{Enter}");
    await pass(100);
    expect(server.done.at(-1)).toContain(`Hi @[Ben Okafor](person:${BEN}) there`);
    await user.type(field(), "@b");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("option")).toBeNull();
  });

  it("keeps what is being written, also when it is closed", async () => {
    await open();
    await user.type(field(), "Not yet sent");
    cleanup();
    client.sync.stop();
    server = new FakeServer(() => clock.now);
    seedBoard(server, "b", 1);
    await open();
    expect(field().value).toBe("Not yet sent");
  });

  it("puts back into the field what was refused", async () => {
    await open();
    server.refuse = () => "card_deleted";
    await user.type(field(), "Too late{Enter}");
    expect(said()).toHaveLength(3);
    await user.type(field(), "next");
    await pass(200);
    expect(said()).toHaveLength(2);
    expect(field().value).toBe("Too late\nnext");
  });

  it("cannot be written where it is closed, and says why", async () => {
    await open({ closed: "Because" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText("Because")).toBeTruthy();
  });

  it("says who is typing", async () => {
    await open();
    act(() => client.sync.writing.heard("chat:b", "p2"));
    expect(screen.getByText(/is typing…/).textContent).toBe("Zoe Ruiz is typing…");
  });
});

describe("a message", () => {
  async function own(): Promise<HTMLElement> {
    await open();
    await user.type(field(), "Mine{Enter}");
    await pass(200);
    const message = screen.getAllByRole("article").at(-1) as HTMLElement;
    act(() => message.focus());
    return message;
  }

  async function choose(message: HTMLElement, entry: string): Promise<void> {
    await user.click(within(message).getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: entry }));
  }

  it("of one's own is edited in its place", async () => {
    const message = await own();
    await choose(message, "Edit");
    const edited = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Edit message" });
    expect(edited.value).toBe("Mine");
    await user.type(edited, " too{Enter}");
    await pass(100);
    expect(said().at(-1)).toContain("Mine too");
    expect(said().at(-1)).toContain("edited");
  });

  it("of one's own is deleted after a question, and leaves its place", async () => {
    const message = await own();
    await choose(message, "Delete…");
    await user.click(await screen.findByRole("button", { name: "Delete message" }));
    await pass(100);
    expect(said().at(-1)).toContain("Message deleted");
  });

  it("of others can only be answered, copied and reacted to", async () => {
    await open();
    const [message] = screen.getAllByRole("article") as [HTMLElement];
    act(() => message.focus());
    await user.click(within(message).getByRole("button", { name: "More" }));
    expect(screen.getAllByRole("menuitem").map((one) => one.textContent)).toEqual(["Copy text"]);
  });

  it("is answered with a quote, which Escape takes away", async () => {
    await open();
    const [message] = screen.getAllByRole("article") as [HTMLElement];
    act(() => message.focus());
    await user.click(within(message).getByRole("button", { name: "Reply" }));
    expect(document.activeElement).toBe(field());
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "Do not reply" })).toBeNull();
    await user.click(within(message).getByRole("button", { name: "Reply" }));
    await user.keyboard("Yes{Enter}");
    await pass(100);
    expect(server.done.at(-1)).toContain('"reply_to":"b.m0"');
    expect(within(screen.getAllByRole("article").at(-1) as HTMLElement).getByText("b.m0")).toBeTruthy();
  });

  it("shows who reacted, and one's own reaction is taken back", async () => {
    await open();
    const reaction = screen.getByRole("button", { name: "👍 1, you" });
    expect(reaction.getAttribute("aria-pressed")).toBe("true");
    await user.click(reaction);
    expect(screen.queryByRole("button", { name: /👍/ })).toBeNull();
  });

  it("is reached by arrow keys", async () => {
    await open();
    const [first, second] = screen.getAllByRole("article") as [HTMLElement, HTMLElement];
    expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
    act(() => second.focus());
    fireEvent.keyDown(second, { key: "ArrowUp" });
    expect(document.activeElement).toBe(first);
  });
});

it("a long talk is read back", async () => {
  await open({ messages: 70, on: newDevice() });
  expect(said()).toHaveLength(50);
  await user.click(screen.getByRole("button", { name: "Earlier messages" }));
  await pass(100);
  expect(said()).toHaveLength(70);
  expect(screen.queryByRole("button", { name: "Earlier messages" })).toBeNull();
});
