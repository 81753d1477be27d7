import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { storedFilter } from "../storedFilter";

const MOST_SAVED = 200;

registerGuess("filter.save", (tx, { filter_id: id, name, filter, is_view = false }, { person, now }) => {
  const known = tx.row("saved_filters", id);
  if (!known && tx.all("saved_filters").length >= MOST_SAVED) tx.give_up();
  const kept = { name: cleanLine(name), filter: storedFilter(filter), is_view };
  tx.put("saved_filters", { ...(known ?? { id, person_id: person, at: now }), ...kept });
});

registerGuess("filter.rename", (tx, { filter_id, name }) => {
  tx.patch("saved_filters", tx.must("saved_filters", filter_id).id, { name: cleanLine(name) });
});

registerGuess("filter.remove", (tx, { filter_id }) => {
  tx.remove("saved_filters", tx.must("saved_filters", filter_id).id);
});
