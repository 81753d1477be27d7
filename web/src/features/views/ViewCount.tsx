import { classes } from "../../ui/classes";

/** More than a thousand are not counted. */
const MOST = 1_000;

/** How much there is; nothing for nothing. */
export function ViewCount({ count = 0, className }: { count?: number | undefined; className: string }) {
  if (count === 0) return null;
  return (
    <bdi className={classes("figures", className)} dir="ltr">
      {count > MOST ? `${MOST}+` : count}
    </bdi>
  );
}
