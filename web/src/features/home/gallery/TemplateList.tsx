import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Icon } from "../../../ui/icons";
import { Miniature } from "../Miniature";
import { categoryWord, groupByCategory, type Template } from "./templates";
import "./TemplateList.css";
import type { Gallery } from "./useGallery";

type TemplateListProps = {
  gallery: Gallery;
  /** Chosen for good: by a double click or Enter. */
  onTake: () => void;
};

/** The templates by category, of which one is chosen; arrow keys go through them. */
export function TemplateList({ gallery, onTake }: TemplateListProps) {
  const { t } = useLingui();
  const name = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const { found, chosenId, state } = gallery;
  // Also once the gallery is here, which lays out the list anew.
  useEffect(() => {
    listRef.current?.querySelector(`[data-template="${chosenId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosenId, state]);
  return (
    <div className="templates" role="radiogroup" aria-label={t`Begin with`} ref={listRef}>
      {groupByCategory(found).map((group) => (
        <div key={group.category} className="templates__group">
          <h3 className="templates__category">{categoryWord(group.category)}</h3>
          {group.templates.map((template) => (
            <Choice key={template.id} {...{ template, name, chosenId, onTake }} onChoose={gallery.choose} />
          ))}
        </div>
      ))}
      {found.length === 0 ? (
        <p className="templates__none">
          <Trans>No template fits. Try another word.</Trans>
        </p>
      ) : null}
      {state === "failed" ? (
        <p className="templates__none">
          <Trans>The other templates could not be loaded. A blank board can be made all the same.</Trans>
        </p>
      ) : null}
    </div>
  );
}

type ChoiceProps = {
  template: Template;
  name: string;
  chosenId: string;
  onChoose: (id: string) => void;
  onTake: () => void;
};

function Choice({ template, name, chosenId, onChoose, onTake }: ChoiceProps) {
  const id = `${name}-${template.id}`;
  const take = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onTake();
  };
  return (
    <label className="templates__choice" data-template={template.id} onDoubleClick={onTake}>
      <input
        type="radio"
        className="visually-hidden"
        name={name}
        checked={template.id === chosenId}
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        onChange={() => onChoose(template.id)}
        onKeyDown={take}
      />
      <span className="templates__face">
        {template.category === "own" ? (
          <span className="templates__own">
            <Icon name="template" />
          </span>
        ) : (
          <Miniature columns={template.columns.map(({ kind, cards }) => ({ kind, count: cards.length }))} />
        )}
        <span className="templates__words">
          <strong id={id} dir="auto">
            {template.name}
          </strong>
          <span id={`${id}-about`} className="templates__about" dir="auto">
            {template.description}
          </span>
        </span>
      </span>
    </label>
  );
}
