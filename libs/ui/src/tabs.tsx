// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './tabs.css';

export interface TabPage<Key extends string> {
  readonly key: Key;
  readonly title: string;
  readonly page: ReactNode;
}

export interface TabsProps<Key extends string> {
  readonly label: string;
  readonly pages: readonly TabPage<Key>[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
}

export const Tabs = <Key extends string>({ label, pages, selected, onSelect }: TabsProps<Key>) => {
  const choose = (chosen: string | number) => {
    const found = pages.find((page) => page.key === chosen);
    if (found !== undefined) onSelect(found.key);
  };
  return (
    <AriaTabs className="ui-tabs" selectedKey={selected} onSelectionChange={choose}>
      <TabList aria-label={label} className="ui-tabs__list">
        {pages.map((page) => (
          <Tab key={page.key} id={page.key} className="ui-tabs__tab">
            {page.title}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.key} id={page.key} className="ui-tabs__page">
          {page.page}
        </TabPanel>
      ))}
    </AriaTabs>
  );
};
