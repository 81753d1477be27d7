import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const tokens = readFileSync(join(root, "ui/tokens.css"), "utf8");

type Colour = [lightness: number, chroma: number, hue: number];

function role(name: string): { light: Colour; dark: Colour } {
  const found = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(tokens);
  if (!found?.[1] || !found[2]) throw new Error(`tokens.css has no colour --${name}`);
  const read = (text: string) => text.split(" ").slice(0, 3).map(Number) as Colour;
  return { light: read(found[1]), dark: read(found[2]) };
}

/** Relative luminance by way of OKLab and linear sRGB, clipped to what a screen can show. */
function luminance([l, c, h]: Colour): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["surface", "sunken", "raised", "overlay"];
const inks = ["ink", "muted", "action-ink", "highlight-ink", "changed-ink", "danger-ink"];
const tags = ["grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "brown"];
const statuses = ["ready", "in-progress", "needs-review", "needs-rework", "blocked", "on-hold"];
const solids = ["action", "highlight", "changed", "danger"];

const textPairs: [ink: string, ground: string][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...solids.flatMap((name): [string, string][] => [
    [`on-${name}`, name],
    [`${name}-ink`, `${name}-soft`],
    ["ink", `${name}-soft`],
  ]),
  ["on-action", "action-hover"],
  ["on-danger", "danger-hover"],
  ["surface", "ink"],
  ...tags.map((name): [string, string] => [`tag-${name}-ink`, `tag-${name}`]),
  ...statuses.map((name): [string, string] => [`status-${name}-ink`, `status-${name}`]),
  ...Array.from({ length: 10 }, (_, at): [string, string] => ["on-avatar", `avatar-${at}`]),
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(textPairs)("%s on %s can be read (4.5:1)", (ink, ground) => {
    expect(contrast(role(ink)[theme], role(ground)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["line-strong", "focus"].flatMap((edge) => grounds.map((ground) => [edge, ground] as const)))(
    "%s on %s can be seen (3:1)",
    (edge, ground) => {
      expect(contrast(role(edge)[theme], role(ground)[theme])).toBeGreaterThanOrEqual(3);
    },
  );
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const styles = filesBelow(root).filter((path) => path.endsWith(".css"));

test.each(styles.filter((path) => !path.endsWith("tokens.css")))("no colour is written as a figure in %s", (path) => {
  const css = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  expect(css).not.toMatch(
    /#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|oklch|lab|lch)\(|:\s*(white|black|red|blue|green|gr[ae]y)\b/i,
  );
});

test.each(styles)("%s uses logical properties only", (path) => {
  const css = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const physical =
    /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right|top|bottom)|(?:right|top|bottom)):|text-align: (?:left|right)|float:/;
  expect(css).not.toMatch(physical);
});

test.each(styles)("%s stands in a layer", (path) => {
  const css = readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .trim();
  expect(css).toMatch(/^(@import|@layer)/);
});
