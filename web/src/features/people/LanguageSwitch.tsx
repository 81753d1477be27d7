import { useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/Button";
import { languages, setLanguage } from "../../ui/language";
import { Menu } from "../../ui/Menu";

/** Each language by its own name, so that it is found by whoever cannot read the present one. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  const entries = languages.map((language) => ({
    id: language.id,
    label: language.name,
    isSelected: language.id === i18n.locale,
    run: () => void setLanguage(language.id),
  }));
  return (
    <Menu label={t`Language`} placement="top start" groups={[{ id: "languages", entries }]}>
      <Button look="quiet" size="small" icon="globe">
        {languages.find((language) => language.id === i18n.locale)?.name ?? i18n.locale}
      </Button>
    </Menu>
  );
}
