import { t } from "@lingui/core/macro";
import { type TagHue, tagHues } from "../../ui/Label";

/** A stored colour; one this client has never heard of is grey. */
export const hueOf = (stored: string): TagHue => tagHues.find((hue) => hue === stored) ?? "grey";

/** Call it while rendering: the words are those of the language of now. */
export function hueWord(hue: TagHue): string {
  const words: Record<TagHue, () => string> = {
    grey: () => t`Grey`,
    red: () => t`Red`,
    orange: () => t`Orange`,
    yellow: () => t`Yellow`,
    green: () => t`Green`,
    teal: () => t`Teal`,
    blue: () => t`Blue`,
    violet: () => t`Violet`,
    pink: () => t`Pink`,
    brown: () => t`Brown`,
  };
  return words[hue]();
}

// Grey says least, so it is given last.
const inTurn: readonly TagHue[] = [...tagHues.filter((hue) => hue !== "grey"), "grey"];

/** The colour that the fewest of these tags have: what a new one gets. */
export function freshHue(tags: readonly { hue: string }[]): TagHue {
  const uses = (hue: TagHue) => tags.filter((tag) => tag.hue === hue).length;
  return inTurn.reduce((best, hue) => (uses(hue) < uses(best) ? hue : best), "red");
}
