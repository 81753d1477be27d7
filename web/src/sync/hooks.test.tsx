import { act, cleanup, render, screen } from "@testing-library/react";
import { memo } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../features/cards/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { type Client, newClient } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";
import { SyncContext } from "./context";
import { useConnection, useCount, useOrder, useRow, useScope, useTable } from "./hooks";

let clock: VirtualClock;
let server: FakeServer;
let client: Client;

beforeEach(() => {
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 3);
  client = newClient({ server, clock });
});
afterEach(cleanup);

const renders = new Map<string, number>();

const Card = memo(function Card({ id }: { id: string }) {
  renders.set(id, (renders.get(id) ?? 0) + 1);
  return <li>{useRow("cards", id)?.title}</li>;
});

function Board() {
  const { state } = useScope("board:b");
  const order = useOrder("cards", "b.todo");
  const fixed = useTable("columns", (column) => column.kind !== "normal");
  return (
    <>
      <p>{`${state} ${useCount("cards", "b.todo")} ${fixed.length} ${useConnection().pending}`}</p>
      {order.map((id) => (
        <Card key={id} id={id} />
      ))}
    </>
  );
}

describe("hooks", () => {
  it("open a scope, show rows in order, and render only what changed", async () => {
    render(
      <SyncContext value={client.sync}>
        <Board />
      </SyncContext>,
    );
    await act(() => clock.pass(200));
    expect(screen.getByText("ready 3 2 0")).toBeTruthy();
    renders.clear();
    act(() => void client.sync.send("card.rename", { card_id: "b.1", title: "Mine" }));
    expect(screen.getByText("Mine")).toBeTruthy();
    await act(() => clock.pass(200));
    expect([...renders.keys()]).toEqual(["b.1"]);
    await act(async () => {
      server.act("p2", "x", "card.move", { card_ids: ["b.2"], column_id: "b.todo", before: "b.0" });
      await clock.pass(100);
    });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["b.2", "b.0", "Mine"]);
  });
});
