import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { between, spread } from "./rankkit";

/** Computed by the server's own `ranks.py`. */
const BETWEEN: [string | null, string | null, string][] = [
  ["a0V", null, "a1V"],
  ["a1V", null, "a2V"],
  ["ZxV", "ZyV", "Zxk"],
  ["Zzs", "Zzw", "Zzu"],
  ["Zzc", "Zzk", "Zzg"],
  ["a3V", null, "a4V"],
  ["a6V", null, "a7V"],
  ["Zzo", "Zzs", "Zzq"],
  [null, "ZiV", "ZhV"],
  ["ZfV", "Zfk", "Zfc"],
  ["ZhV", "ZiV", "Zhk"],
  ["ZbV", "Zbk", "Zbc"],
  ["ZgV", "ZhV", "Zgk"],
  ["aIV", null, "aJV"],
  ["aLV", null, "aMV"],
  ["Zzi", "Zzk", "Zzj"],
  ["ZRV", "ZRc", "ZRY"],
  ["aRV", null, "aSV"],
  [null, "ZKV", "ZJV"],
  [null, "ZEV", "ZDV"],
  ["ZeV", "ZfV", "Zek"],
  ["aWV", null, "aXV"],
  ["Z6V", "Z7V", "Z6k"],
  ["a0Y", "a0a", "a0Z"],
  [null, "Z5V", "Z4V"],
  ["Zzo", "Zzq", "Zzp"],
  [null, "Z0V", "YzzV"],
  ["ZLV", "ZLk", "ZLc"],
  ["Zhk", "ZiV", "Zhs"],
  ["ahV", null, "aiV"],
  ["YzwV", "YzxV", "Yzwk"],
  ["aoV", null, "apV"],
  ["aqV", null, "arV"],
  [null, "YzqV", "YzpV"],
  ["YzrY", "Yzrc", "Yzra"],
  ["aHV", "aHk", "aHc"],
  ["alV", "amV", "alk"],
  ["azV", null, "b00V"],
  ["b02V", null, "b03V"],
  ["Zzo", "Zzp", "ZzoV"],
  ["Zyj", "Zyk", "ZyjV"],
  ["ZKV", "ZLV", "ZKk"],
  ["Zck", "ZdV", "Zcs"],
  ["YzfV", "YzfVV", "YzfVF"],
  ["YzcV", "YzdV", "Yzck"],
  [null, "YzbV", "YzaV"],
  [null, "YzZV", "YzYV"],
  ["b0FV", null, "b0GV"],
  ["Yzmg", "Yzmk", "Yzmi"],
  ["YzVV", "YzWV", "YzVk"],
  [null, "az", "ayV"],
  ["az", null, "b00V"],
  [null, "azz", "ayV"],
  ["azz", null, "b00V"],
  [null, "a0", "ZzV"],
  ["a0", null, "a1V"],
  [null, "Zz", "ZyV"],
  ["Zz", null, "a0V"],
  [null, "Z0", "YzzV"],
  ["Z0", null, "Z1V"],
  [null, "bzzV", "bzyV"],
  ["bzzV", null, "c000V"],
  [null, "A000000000000000000000000000", "5"],
  ["A000000000000000000000000000", null, "A00000000000000000000000001V"],
  [null, "zzzzzzzzzzzzzzzzzzzzzzzzzzzz", "zzzzzzzzzzzzzzzzzzzzzzzzzzyV"],
  ["zzzzzzzzzzzzzzzzzzzzzzzzzzzz", null, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzV"],
  [null, "Y00V", "XzzzV"],
  ["Y00V", null, "Y01V"],
  [null, "a00001", "ZzV"],
  ["a00001", null, "a1V"],
];

const SPREAD: [number, string | null, string | null, string[]][] = [
  [5, null, null, ["a0V", "a1V", "a2V", "a3V", "a4V"]],
  [7, "a0V", "a1V", ["a0Y", "a0c", "a0g", "a0k", "a0o", "a0s", "a0w"]],
  [3, null, "a0V", ["ZyV", "ZzV", "Zzk"]],
  [1, "a", "b", ["aV"]],
  [4, "a0Vzz", "a0Vzzz1", ["a0Vzz7", "a0VzzF", "a0VzzU", "a0Vzzj"]],
  [0, "a", null, []],
];

describe("rankkit", () => {
  it("gives the server's ranks", () => {
    for (const [low, high, rank] of BETWEEN) expect([low, high, between(low, high)]).toEqual([low, high, rank]);
    for (const [count, low, high, ranks] of SPREAD) expect(spread(count, low, high)).toEqual(ranks);
  });

  it("agrees with the golden cases", () => {
    const cases: { low: string | null; high: string | null; count?: number; expect: string | string[] | null }[] =
      JSON.parse(readFileSync(join(process.cwd(), "../contracts/golden/ranks.json"), "utf-8"));
    for (const { low, high, count, expect: wanted } of cases) {
      const make = () => (count === undefined ? between(low, high) : spread(count, low, high));
      if (wanted === null) expect(make).toThrow(RangeError);
      else expect(make()).toEqual(wanted);
    }
  });

  it("stays strictly between, also after a thousand moves to one place", () => {
    let high = between(null, null);
    for (let turn = 0; turn < 1000; turn++) {
      const next = between(null, high);
      expect(next < high).toBe(true);
      high = next;
    }
    expect(high.length).toBeLessThan(8);
  });

  it("refuses bounds that are not in order", () => {
    expect(() => between("b", "a")).toThrow(RangeError);
  });
});
