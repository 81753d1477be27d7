import { useLingui } from "@lingui/react/macro";

/** The dots from which a line is drawn to another bar; by keys the card's own page ties it. */
export function TieDots() {
  const { t } = useLingui();
  return (
    <>
      <span
        className="bar__tie bar__tie--start"
        data-tie="start"
        title={t`Drag to the task this one waits for`}
        aria-hidden="true"
      />
      <span
        className="bar__tie bar__tie--due"
        data-tie="due"
        title={t`Drag to a task that waits for this one`}
        aria-hidden="true"
      />
    </>
  );
}
