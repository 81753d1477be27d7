/* The one icon family: drawn on a 20 px grid with a 1.5 px stroke, round ends. Add a line here; never import another set. */
import type { SVGProps } from "react";

const shapes = {
  home: "M3.5 9 10 3.5 16.5 9M5 8v8h10V8M8.25 16v-4.5h3.5V16",
  board: "M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM7.9 3.5v13M12.1 3.5v13",
  plus: "M10 4.5v11M4.5 10h11",
  search: "M9 3.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 0 1 0-10.5ZM12.9 12.9l3.6 3.6",
  undo: "M7 4 3.5 7.5 7 11M3.75 7.5H12a4.25 4.25 0 0 1 0 8.5H8.5",
  redo: "M13 4l3.5 3.5L13 11M16.25 7.5H8a4.25 4.25 0 0 0 0 8.5h3.5",
  zoomOut: "M9 3.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 0 1 0-10.5ZM12.9 12.9l3.6 3.6M6.75 9h4.5",
  zoomIn: "M9 3.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 0 1 0-10.5ZM12.9 12.9l3.6 3.6M6.75 9h4.5M9 6.75v4.5",
  people:
    "M7.5 4a2.75 2.75 0 1 1 0 5.5a2.75 2.75 0 0 1 0-5.5ZM2.5 16a5 5 0 0 1 10 0M13 4.25a2.75 2.75 0 0 1 0 5M14.5 11.5a5 5 0 0 1 3 4.5",
  chat: "M4.5 4h11a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H9.5L6 16.5v-3H4.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z",
  paperclip:
    "M15.75 9.25l-5.6 5.6a3.4 3.4 0 0 1-4.8-4.8l6-6a2.25 2.25 0 0 1 3.2 3.2l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3",
  settings:
    "M3.5 6h6.25M13.75 6h2.75M11.75 4a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM3.5 14h2.75M10.25 14h6.25M8.25 12a2 2 0 1 1 0 4a2 2 0 0 1 0-4Z",
  bell: "M5.5 8.25a4.5 4.5 0 0 1 9 0c0 3.5 1.5 4.75 1.5 4.75H4s1.5-1.25 1.5-4.75ZM8.25 15.75a1.9 1.9 0 0 0 3.5 0",
  dots: "M4.6 10h.01M10 10h.01M15.4 10h.01",
  close: "M5 5l10 10M15 5 5 15",
  check: "M4 10.5l4 4 8-9",
  chevronDown: "M5.5 8l4.5 4.5L14.5 8",
  chevronUp: "M5.5 12.5 10 8l4.5 4.5",
  chevronEnd: "M8 5.5l4.5 4.5L8 14.5",
  chevronStart: "M12.5 5.5 8 10l4.5 4.5",
  arrowEnd: "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
  arrowStart: "M16 10H4M8.5 5.5 4 10l4.5 4.5",
  star: "M10 3.25l2.1 4.3 4.7.7-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7-3.4-3.3 4.7-.7L10 3.25Z",
  starFilled: "M10 3.25l2.1 4.3 4.7.7-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7-3.4-3.3 4.7-.7L10 3.25Z",
  clock: "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM10 6.5V10l2.5 1.75",
  calendar: "M4.5 5h11a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3.5 8.75h13M7 3v3.5M13 3v3.5",
  flag: "M5 17V3.75M5 4.25c3.5-2 6.5 2 10.5 0v7.5c-4 2-7-2-10.5 0",
  trash:
    "M4 5.75h12M8 5.5V4a.75.75 0 0 1 .75-.75h2.5A.75.75 0 0 1 12 4v1.5M5.5 6l.6 9.6a1 1 0 0 0 1 .9h5.8a1 1 0 0 0 1-.9L14.5 6M8.5 9v4.5M11.5 9v4.5",
  restore: "M4 4v4h4M4.2 8a6.25 6.25 0 1 1-.3 3.75M10 7v3.25l2.25 1.5",
  lock: "M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM7 9V6.5a3 3 0 0 1 6 0V9",
  globe:
    "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM3.5 10h13M10 3.5c2 1.8 2.9 4 2.9 6.5s-.9 4.7-2.9 6.5c-2-1.8-2.9-4-2.9-6.5s.9-4.7 2.9-6.5Z",
  link: "M8.4 11.6a3 3 0 0 0 4.25 0l2.6-2.6a3 3 0 0 0-4.25-4.25l-.9.9M11.6 8.4a3 3 0 0 0-4.25 0l-2.6 2.6a3 3 0 0 0 4.25 4.25l.9-.9",
  eye: "M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5ZM10 7.75a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 0 1 0-4.5Z",
  eyeOff:
    "M4 4l12 12M8 5.25A7.6 7.6 0 0 1 10 5c4.75 0 7.5 5 7.5 5a13 13 0 0 1-2 2.5M12.9 14.4A7 7 0 0 1 10 15c-4.75 0-7.5-5-7.5-5A13 13 0 0 1 5.6 6.6M8.4 8.4a2.25 2.25 0 0 0 3.2 3.2",
  drag: "M7.5 5h.01M7.5 10h.01M7.5 15h.01M12.5 5h.01M12.5 10h.01M12.5 15h.01",
  user: "M10 3.75a3 3 0 1 1 0 6a3 3 0 0 1 0-6ZM4.25 16.5a5.75 5.75 0 0 1 11.5 0",
  signOut: "M8 3.5H5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h3M8.5 10h8M13.25 6.75 16.5 10l-3.25 3.25",
  sun: "M10 7a3 3 0 1 1 0 6a3 3 0 0 1 0-6ZM10 2.75v1.5M10 15.75v1.5M2.75 10h1.5M15.75 10h1.5M4.9 4.9l1 1M14.1 14.1l1 1M15.1 4.9l-1 1M5.9 14.1l-1 1",
  moon: "M16.25 11.7A6.75 6.75 0 0 1 8.3 3.75a6.5 6.5 0 1 0 7.95 7.95Z",
  cloudOff:
    "M3.5 3.5l13 13M7.6 5.1A4.5 4.5 0 0 1 14.3 8a3.3 3.3 0 0 1 2.2 5.4M13.25 14.75H6.25a3.25 3.25 0 0 1-.5-6.45",
  warning: "M10 3.75 17 16H3L10 3.75ZM10 8.25v3.5M10 13.9h.01",
  info: "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM10 9.25v4M10 6.9h.01",
  keyboard:
    "M3.5 5.5h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.75h6",
  pencil: "M4 16l.75-3.25 8.5-8.5a1.4 1.4 0 0 1 2 0l.5.5a1.4 1.4 0 0 1 0 2l-8.5 8.5L4 16ZM11.75 5.75l2.5 2.5",
  copy: "M8 7.5h7.5a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1ZM13 7.5V5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1v7.5a1 1 0 0 0 1 1H7",
  filter: "M3.5 5.5h13M6 10h8M8.5 14.5h3",
  highlight:
    "M10 3.25v1.5M4.2 5.7l1.1 1.1M15.8 5.7l-1.1 1.1M10 7a3.5 3.5 0 0 1 1.75 6.5v1.75h-3.5V13.5A3.5 3.5 0 0 1 10 7ZM8.5 17.5h3",
  checklist: "M3.5 5.75 5 7.25l2.5-3M10.5 5.75h6M3.5 13.25l1.5 1.5 2.5-3M10.5 13.25h6",
  archive: "M3.5 4.5h13v3h-13zM4.5 7.5v8h11v-8M8 10.75h4",
  move: "M3.5 5.5v9M6.5 10h10M12.5 6l4 4-4 4",
  mail: "M4 5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3.25 6l6.75 5 6.75-5",
  sort: "M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3",
  sidebar: "M4.5 4h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM8 4v12",
  timeline: "M3.5 5h6.5M7.5 10h7M11.5 15h5",
  template: "M4 4h12v3.5H4zM4 11h5v5H4zM12 11h4v5h-4z",
  monitor: "M4 4h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM10 13v3M7 16.25h6",
  tag: "M4 4h5.3l6.5 6.5a1.2 1.2 0 0 1 0 1.7l-3.6 3.6a1.2 1.2 0 0 1-1.7 0L4 9.3V4ZM7.3 7.3h.01",
  select:
    "M4.5 4h11a.5.5 0 0 1 .5.5v11a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5-.5v-11a.5.5 0 0 1 .5-.5ZM7 10l2.25 2.25L13.25 8",
  cut: "M6 12.25a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM14 12.25a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM7.1 12.6 14 3.5M12.9 12.6 6 3.5",
  paste:
    "M7.5 4.5H6a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-10a1 1 0 0 0-1-1h-1.5M8 3.5h4a.5.5 0 0 1 .5.5v1.5a.5.5 0 0 1-.5.5H8a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5Z",
  smile: "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM7.75 8.25h.01M12.25 8.25h.01M7 11.75c1.5 2 4.5 2 6 0",
  send: "M3.5 9.5 16.5 3.75 12.75 16.5 9.25 11.25 3.5 9.5ZM9.25 11.25 16.5 3.75",
  reply: "M8 4.5 3.5 9 8 13.5M3.75 9H12a4.5 4.5 0 0 1 4.5 4.5V15.5",
  file: "M6 3.5h5.5L15 7v8.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM11.25 3.75V7.25h3.5",
  fileText:
    "M6 3.5h5.5L15 7v8.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM11.25 3.75V7.25h3.5M7.5 10.25h5M7.5 13h5",
  image:
    "M4.5 4.5h11a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM7.25 7.25a1 1 0 1 1 0 2a1 1 0 0 1 0-2ZM3.75 14l3.75-3.5 2.5 2.25 3-3.25 3.25 3.25",
  video: "M4.5 5h7a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM12.5 9l4-2.25v6.5l-4-2.25",
  audio: "M8 14.25V5l7.5-1.5v9M6 12.25a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM13.5 10.5a2 2 0 1 1 0 4a2 2 0 0 1 0-4Z",
  fit: "M7.5 3.5h-4v4M12.5 3.5h4v4M7.5 16.5h-4v-4M12.5 16.5h4v-4",
  download: "M10 3.5v9M6.25 9 10 12.75 13.75 9M4 16.25h12",
  bold: "M6 4h4.75a2.9 2.9 0 0 1 0 5.75H6ZM6 9.75h5.5a3.1 3.1 0 0 1 0 6.25H6Z",
  italic: "M8.5 4h6M5.5 16h6M12 4 8 16",
  strike:
    "M14.5 6.5C14 5 12.5 4 10.25 4 7.75 4 6 5.2 6 7c0 3.5 8.5 2.5 8.5 6 0 1.9-1.9 3-4.4 3-2.4 0-4.1-1-4.6-2.6M3.5 10h13",
  code: "M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5",
  codeBlock:
    "M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM8.5 7.5 6 10l2.5 2.5M11.5 7.5 14 10l-2.5 2.5",
  heading: "M5 4v12M14 4v12M5 10h9",
  bullets: "M8 5.5h8.5M8 10h8.5M8 14.5h8.5M4.25 5.5h.01M4.25 10h.01M4.25 14.5h.01",
  numbers: "M9 5.5h7.5M9 10h7.5M9 14.5h7.5M3.75 4.25 5 3.75V8M3.75 12.5c.2-.8 2-.9 2 .3 0 .9-2 1.6-2 3.2h2.25",
  quote: "M4.5 4v12M8.5 6h7.5M8.5 10h7.5M8.5 14h4.5",
  table: "M4.5 4h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM3.5 8h13M3.5 12h13M10 8v8",
  markdown:
    "M3.5 5h13a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM5 12.25v-4.5l2 2.25 2-2.25v4.5M13.5 7.75v4.5M11.75 10.5l1.75 1.75 1.75-1.75",
} as const;

export type IconName = keyof typeof shapes;

const filled: ReadonlySet<IconName> = new Set<IconName>(["starFilled"]);
const heavy: ReadonlySet<IconName> = new Set<IconName>(["dots", "drag"]);
/** These point along the line of reading and are mirrored in right-to-left pages. */
const directed: ReadonlySet<IconName> = new Set<IconName>([
  "undo",
  "redo",
  "chevronEnd",
  "chevronStart",
  "arrowEnd",
  "arrowStart",
  "signOut",
  "move",
  "checklist",
  "sidebar",
  "chat",
  "send",
  "reply",
  "bullets",
  "numbers",
  "quote",
  "timeline",
]);

type IconProps = { name: IconName; size?: 16 | 20 | 24; label?: string } & Omit<
  SVGProps<SVGSVGElement>,
  "name" | "label"
>;

/** Decorative unless `label` is given; the words stand beside it or on the button around it. */
export function Icon({ name, size = 20, label, className, ...rest }: IconProps) {
  return (
    <svg
      {...rest}
      className={`icon${directed.has(name) ? " icon--directed" : ""}${className ? ` ${className}` : ""}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill={filled.has(name) ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={heavy.has(name) ? 2.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}

export const iconNames = Object.keys(shapes) as IconName[];
