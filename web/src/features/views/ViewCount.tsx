import { numberFormat } from "../../kits/formats";
import { classes } from "../../ui/classes";
import { useLocale } from "../../ui/language";

/** More than a thousand are not counted. */
const MOST = 1_000;

/** A count in the reader's digits; `isMore`: there are more than were counted. */
export function useCountWord(count: number, isMore = false): string {
  const word = numberFormat(useLocale()).format(Math.min(count, MOST));
  return isMore || count > MOST ? `${word}+` : word;
}

/** How much there is; nothing for nothing. */
export function ViewCount({ count = 0, className }: { count?: number | undefined; className: string }) {
  const word = useCountWord(count);
  if (count === 0) return null;
  return (
    <bdi className={classes("figures", className)} dir="ltr">
      {word}
    </bdi>
  );
}
