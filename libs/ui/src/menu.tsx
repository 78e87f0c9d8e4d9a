// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import { Icon } from './icon';
import './menu.css';

export interface MenuEntry<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly hint?: string;
}

export interface MenuButtonProps<Key extends string> {
  /** What is seen on the button; `label` is what it is called. */
  readonly children: ReactNode;
  readonly label: string;
  readonly entries: readonly MenuEntry<Key>[];
  readonly onChoose: (key: Key) => void;
  /** Marks one entry as the present one. */
  readonly selected?: Key;
  readonly isDisabled?: boolean;
}

export const MenuButton = <Key extends string>(props: MenuButtonProps<Key>) => {
  const { children, label, entries, onChoose, selected, isDisabled = false } = props;
  const choose = (chosen: string | number) => {
    const found = entries.find((entry) => entry.key === chosen);
    if (found !== undefined) onChoose(found.key);
  };
  const marking =
    selected === undefined
      ? { selectionMode: 'none' as const, selectedKeys: [] }
      : { selectionMode: 'single' as const, selectedKeys: [selected] };
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} isDisabled={isDisabled} className="ui-menu-button">
        {children}
        <Icon name="chevron" size={16} />
      </AriaButton>
      <Popover className="ui-popover" offset={6}>
        <AriaMenu aria-label={label} className="ui-menu" onAction={choose} {...marking}>
          {entries.map((entry) => (
            <MenuItem key={entry.key} id={entry.key} textValue={entry.label} className="ui-menu__entry">
              <Text slot="label">{entry.label}</Text>
              {entry.hint === undefined ? null : (
                <Text slot="description" className="ui-menu__hint">
                  {entry.hint}
                </Text>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
};
