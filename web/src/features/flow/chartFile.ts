/* The chart as a file of its own, with the words that stand around it on the page. */
import { getDirection } from "../../ui/page";

const [WIDTH, CHART, EDGE, LINE] = [1200, 480, 32, 28];
const FONT = "system-ui, sans-serif";
const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number>;

/** An SVG that every program can read: colours by number, no style sheet, and a ground of its own. */
export function chartFile(drawing: SVGSVGElement, title: string): string {
  const figure = drawing.closest("figure") ?? drawing;
  const words = (selector: string) => [...figure.querySelectorAll<HTMLElement>(selector)];
  const legend = words(".flow__legend li");
  const height = CHART + (5 + legend.length) * LINE;
  const isMirrored = getDirection() === "rtl";
  const along = (x: number) => (isMirrored ? WIDTH - x : x);
  const ink = colour(getComputedStyle(figure).color);
  const root = part("svg", { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` });
  root.append(part("title", {}, title), part("rect", { width: WIDTH, height, fill: groundOf(figure) }));
  const word = (text: string, x: number, y: number, more: Attributes = {}) =>
    root.append(part("text", { x: along(x), y, fill: ink, "font-family": FONT, "font-size": 16, ...more }, text));
  const start = { "text-anchor": isMirrored ? "end" : "start", direction: "ltr" };
  const end = { "text-anchor": isMirrored ? "start" : "end", direction: "ltr" };
  word(title, EDGE, EDGE + 8, { ...start, "font-size": 20, "font-weight": 600 });
  word(words(".flow__most")[0]?.textContent ?? "", EDGE, 2 * LINE + 8, start);
  root.append(placed(drawing, isMirrored));
  const [first, last] = words(".flow__days span").map((one) => one.textContent ?? "");
  word(first ?? "", EDGE, CHART + 3.5 * LINE, start);
  word(last ?? "", WIDTH - EDGE, CHART + 3.5 * LINE, end);
  for (const [at, line] of legend.entries()) {
    const y = CHART + (4.7 + at) * LINE;
    const swatch = line.querySelector(".flow__swatch");
    const fill = swatch ? colour(getComputedStyle(swatch).backgroundColor) : ink;
    root.append(part("circle", { cx: along(EDGE + 6), cy: y - 5, r: 6, fill }));
    word(line.textContent ?? "", EDGE + 22, y, start);
  }
  return new XMLSerializer().serializeToString(root);
}

/** The drawing itself, stretched to its place; time runs the way one reads. */
function placed(drawing: SVGSVGElement, isMirrored: boolean): SVGElement {
  const size = { x: EDGE, y: 2.5 * LINE, width: WIDTH - 2 * EDGE, height: CHART };
  const copy = part("svg", { ...size, viewBox: "0 0 100 100", preserveAspectRatio: "none" });
  for (const path of drawing.querySelectorAll("path")) {
    const { fill, stroke, strokeDasharray } = getComputedStyle(path);
    const shown = { fill: colour(fill), stroke: colour(stroke), "stroke-dasharray": strokeDasharray };
    copy.append(part("path", { d: path.getAttribute("d") ?? "", ...shown, "vector-effect": "non-scaling-stroke" }));
  }
  const group = part("g", isMirrored ? { transform: `translate(${WIDTH} 0) scale(-1 1)` } : {});
  group.append(copy);
  return group;
}

function part(name: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A colour as browsers compute it, as numbers of red, green and blue: other programs know no more. */
function colour(computed: string): string {
  if (computed === "none") return computed;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!canvas) return computed;
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** What the page is painted with below an element. */
function groundOf(element: Element | null): string {
  if (!element) return "rgb(255, 255, 255)";
  const ground = getComputedStyle(element).backgroundColor;
  return /^(transparent|rgba\(0, 0, 0, 0\))$/.test(ground) ? groundOf(element.parentElement) : colour(ground);
}
