import { useLingui } from "@lingui/react/macro";
import { canRun, useAllCommands } from "./commands";
import { Dialog } from "./Dialog";
import { Keys } from "./keys";
import "./KeySheet.css";

/** All keys that work now, by group. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const commands = useAllCommands().filter((command) => command.keys?.length && canRun(command));
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Dialog isOpen onClose={onClose} title={t`Keys`} size="large">
      <div className="key-sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="key-sheet__title">{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="key-sheet__line">
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <KeysInWords key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeysInWords({ keys }: { keys: string }) {
  return (
    <>
      <Keys keys={keys} />
      <span className="visually-hidden">{keys}</span>
    </>
  );
}
