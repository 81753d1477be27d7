import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent } from "react";
import { TextField } from "../../../ui/Field";
import { Segmented } from "../../../ui/Toggle";
import { categoryWord } from "./templates";
import type { Gallery } from "./useGallery";

/** Search and categories. Enter in the search takes what is chosen. */
export function GalleryBar({ gallery, onTake }: { gallery: Gallery; onTake: () => void }) {
  const { t } = useLingui();
  const take = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onTake();
  };
  return (
    <div className="new-board__bar">
      <TextField
        label={t`Search templates`}
        isLabelHidden
        type="search"
        className="new-board__search"
        placeholder={t`Search templates`}
        value={gallery.query}
        onChange={(query) => gallery.look(query, gallery.category)}
        onKeyDown={take}
        autoComplete="off"
      />
      <Segmented
        label={t`Category`}
        isLabelHidden
        value={gallery.category}
        onChange={(category) => gallery.look(gallery.query, category)}
        choices={[
          { id: "all", label: t({ message: "All", comment: "All categories of templates" }) },
          ...gallery.categories.map((category) => ({ id: category, label: categoryWord(category) })),
        ]}
      />
    </div>
  );
}
