import { beforeEach, describe, expect, it } from "vitest";
import { VirtualClock } from "../../test-support/sync/clock";
import type { Surroundings } from "./env";
import { Presence } from "./presence";
import { Watchers } from "./watchers";

let clock: VirtualClock;
let said: object[];
let watchers: Watchers;
let presence: Presence;

beforeEach(() => {
  clock = new VirtualClock();
  said = [];
  watchers = new Watchers();
  const env = { later: (ms: number, run: () => void) => clock.later(ms, run) } as Surroundings;
  presence = new Presence(env, watchers, (message) => said.push(message), "me");
});

type Person = readonly [string, string | null, string | null];

function hear(board: string, ...people: Person[]): void {
  presence.heard({ t: "here", scope: `board:${board}`, count: people.length, people });
}

describe("the cards that others have open", () => {
  it("tells only the cards that gain or lose somebody, and not of oneself", () => {
    const told: string[] = [];
    for (const card of ["a", "b", "c"]) watchers.watch(`present ${card}`, () => told.push(card));
    hear("x", ["me", "a", null], ["ana", "a", null], ["ben", null, null]);
    expect(told).toEqual(["a"]);
    expect(presence.on("a")).toEqual(["ana"]);
    const same = presence.on("a");
    hear("x", ["me", null, null], ["ana", "a", "column"], ["ben", "b", null]);
    expect(told).toEqual(["a", "b"]);
    expect(presence.on("a")).toBe(same);
    presence.left("board:x");
    expect(told.slice(2).sort()).toEqual(["a", "b"]);
    expect(presence.on("b")).toEqual([]);
  });

  it("knows those of two boards", () => {
    hear("x", ["ana", "a", null]);
    hear("y", ["ben", "b", null]);
    expect([presence.on("a"), presence.on("b")]).toEqual([["ana"], ["ben"]]);
    presence.clear();
    expect([presence.on("a"), presence.of("y").count]).toEqual([[], 0]);
  });
});

describe("the column in sight", () => {
  const column = () => said.map((message) => (message as { column: string | null }).column);

  it("is said a little later, once, and not to nobody", async () => {
    presence.here("x", null);
    presence.look("x", "one");
    await clock.pass(5_000);
    expect(column()).toEqual([null]);
    hear("x", ["me", null, null], ["ana", null, null]);
    presence.look("x", "two");
    presence.look("x", "three");
    await clock.pass(5_000);
    expect(column()).toEqual([null, "three"]);
    presence.look("x", "three");
    presence.look("elsewhere", "four");
    await clock.pass(5_000);
    expect(column()).toHaveLength(2);
    presence.here("x", "card");
    expect(said.at(-1)).toEqual({ t: "here", scope: "board:x", card: "card", column: "three" });
  });
});
