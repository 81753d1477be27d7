import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { useRow, useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { NameForm } from "./NameForm";
import { hasUnknownKinds, readFilter, storedFilter, unknownWords } from "./storedFilter";
import type { Wish } from "./wishes";

export type Mix = Pick<Wish, "filter" | "saved">;

/** Keeps a mix of one's own by a name, for any board; what was kept before may be changed. */
export function KeepHighlight({ mix, onChange }: { mix: Mix; onChange: (mix: Mix) => void }) {
  const { t } = useLingui();
  const sync = useSync();
  const [isNaming, setNaming] = useState(false);
  const { filter } = mix;
  const row = useRow("saved_filters", mix.saved);
  const save = (id: string, name: string) => {
    setNaming(false);
    void sync.send("filter.save", { filter_id: id, name, filter });
    onChange({ filter, saved: id });
  };
  if (isNaming) {
    const label = t`Name of the highlight`;
    return <NameForm name="" label={label} onSave={(name) => save(uuid7(), name)} onClose={() => setNaming(false)} />;
  }
  const isChanged = row && storedFilter(readFilter(row.filter)) !== storedFilter(filter);
  if ((row && !isChanged) || unknownWords(filter).length > 0) return null;
  const canChange = row && !hasUnknownKinds(row.filter);
  return (
    <div className="highlight__acts">
      {canChange ? (
        <Button size="small" onPress={() => save(row.id, row.name)}>
          {t`Save changes`}
        </Button>
      ) : null}
      <Button size="small" look={row ? "quiet" : "plain"} onPress={() => setNaming(true)}>
        {row ? t`Save as another` : t`Save this highlight`}
      </Button>
    </div>
  );
}
