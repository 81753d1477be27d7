import { Plural, Trans } from "@lingui/react/macro";
import { useTyping } from "../../sync/hooks";
import { useName } from "./people";

const MOST_NAMED = 2;

/** Who else is writing; its place is always there, so that nothing moves. */
export function TypingLine({ scope }: { scope: string }) {
  const people = useTyping(scope);
  return <p className="talk__typing">{people.length > 0 ? <Names ids={people} /> : null}</p>;
}

function Names({ ids }: { ids: readonly string[] }) {
  const one = useName(ids[0] ?? null);
  const other = useName(ids[1] ?? null);
  if (ids.length > MOST_NAMED)
    return <Plural value={ids.length} one="# person is typing…" other="# people are typing…" />;
  if (ids.length === MOST_NAMED)
    return (
      <Trans>
        <bdi>{one}</bdi> and <bdi>{other}</bdi> are typing…
      </Trans>
    );
  return (
    <Trans>
      <bdi>{one}</bdi> is typing…
    </Trans>
  );
}
