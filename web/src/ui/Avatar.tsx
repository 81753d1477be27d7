import { useLingui } from "@lingui/react/macro";
import { letters } from "../kits/formats";
import { classes } from "./classes";
import "./Avatar.css";

export type AvatarPerson = { id: string; name: string; photo?: string | null };
type Size = 20 | 24 | 28 | 32 | 64;

const HUES = 10;

/** The same person has the same colour everywhere, on every machine. */
export function avatarHue(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) hash = (hash * 31 + id.charCodeAt(at)) >>> 0;
  return hash % HUES;
}

/** First letters of the first and last word, whole letters in any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  const letter = (word: string) => [...letters(word)][0]?.segment ?? "";
  return (letter(first) + letter(last)).toLocaleUpperCase();
}

type AvatarProps = { person: AvatarPerson; size?: Size; isDecorative?: boolean; className?: string };

export function Avatar({ person, size = 24, isDecorative, className }: AvatarProps) {
  const naming = isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": person.name };
  return (
    <span
      {...naming}
      className={classes("avatar", `avatar--${size}`, `avatar--hue-${avatarHue(person.id)}`, className)}
      data-initials={person.photo ? undefined : initials(person.name)}
      title={isDecorative ? undefined : person.name}
    >
      {person.photo ? <img className="avatar__photo" src={person.photo} alt="" width={size} height={size} /> : null}
    </span>
  );
}

type StackProps = { people: readonly AvatarPerson[]; max?: number; size?: Size; className?: string };

export function AvatarStack({ people, max = 4, size = 24, className }: StackProps) {
  const { t } = useLingui();
  const hidden = people.length > max ? people.length - (max - 1) : 0;
  const shown = hidden ? people.slice(0, max - 1) : people;
  return (
    <span className={classes("avatar-stack", className)}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {hidden ? (
        <span
          className={classes("avatar avatar--more figures", `avatar--${size}`)}
          role="img"
          aria-label={t`${hidden} more people`}
          title={people
            .slice(max - 1)
            .map((person) => person.name)
            .join(", ")}
        >
          +{hidden}
        </span>
      ) : null}
    </span>
  );
}
