import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { classes } from "./classes";
import "./Tabs.css";

export type TabEntry<T extends string> = {
  id: T;
  label: string;
  /** A quiet figure behind the word: `3/7`. */
  count?: ReactNode;
};

type TabsProps<T extends string> = {
  label: string;
  entries: readonly TabEntry<T>[];
  value: T;
  onChange: (id: T) => void;
  /** The panel fills what is left below the tabs and scrolls by itself. */
  children: ReactNode;
  className?: string;
  panelClassName?: string;
};

/** Words side by side, of which one is shown below. Arrow keys walk, Enter and Space choose: a panel may have to be fetched. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, entries, value, onChange, children, className, panelClassName } = props;
  return (
    <AriaTabs
      className={classes("tabs", className)}
      selectedKey={value}
      onSelectionChange={(key) => key !== value && onChange(key as T)}
      keyboardActivation="manual"
    >
      <TabList className="tabs__list" aria-label={label}>
        {entries.map((entry) => (
          <Tab key={entry.id} id={entry.id} className="tabs__tab">
            {entry.label}
            {entry.count}
          </Tab>
        ))}
      </TabList>
      {/* A panel keeps the address its tab points to, so each tab has one of its own. */}
      <TabPanel key={value} id={value} className={classes("tabs__panel", panelClassName)}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
