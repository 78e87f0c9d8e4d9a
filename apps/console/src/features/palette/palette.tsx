import { useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { flushSync } from 'react-dom';
import { Dialog } from '@warmline/ui';
import { fitsSearch } from '../../shared/content/search-words';
import { shortcutOf } from '../../shared/shortcuts/shortcut';
import { isMac } from '../../shared/shortcuts/use-shortcuts';
import { paletteWords } from './palette-words';
import './palette.css';

export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** The shortcut that does the same, as a person reads it. */
  readonly keys?: string;
  readonly act: () => void;
}

export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
  /** Too many to list before anything is typed. */
  readonly isOnlySearched?: boolean;
}

const textOf = ({ label, hint = '' }: PaletteEntry): string => `${label} ${hint}`;

/** What fits the search, in the order of the groups; groups without an entry are left out. */
export const foundIn = (groups: readonly PaletteGroup[], asked: string): readonly PaletteGroup[] => {
  const isAsked = asked.trim() !== '';
  return groups
    .filter(({ isOnlySearched = false }) => isAsked || !isOnlySearched)
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => fitsSearch(asked, `${textOf(entry)} ${group.title}`)),
    }))
    .filter(({ entries }) => entries.length > 0);
};

/** Its name is all that it shows: a person who speaks to their computer may say any of it. */
const Entry = ({ entry }: { readonly entry: PaletteEntry }) => (
  <MenuItem id={entry.key} className="ui-menu__entry" textValue={textOf(entry)}>
    <span className="palette__label">{entry.label}</span>{' '}
    {entry.keys === undefined ? null : <kbd className="palette__keys">{entry.keys}</kbd>}{' '}
    {entry.hint === undefined ? null : <span className="ui-menu__hint">{entry.hint}</span>}
  </MenuItem>
);

const Group = ({ group }: { readonly group: PaletteGroup }) => (
  <MenuSection id={`group-${group.key}`}>
    <Header className="palette__group">{group.title}</Header>
    {group.entries.map((entry) => (
      <Entry key={entry.key} entry={entry} />
    ))}
  </MenuSection>
);

const isPaletteKey = (event: KeyboardEvent): boolean =>
  shortcutOf(event, { isMac: isMac(), isInText: true }) === 'palette';

export interface PaletteProps {
  readonly groups: readonly PaletteGroup[];
  readonly onClose: () => void;
}

/** One search for everything: arrows choose, Enter does it, Esc or the same keys close it. */
export const Palette = ({ groups, onClose }: PaletteProps) => {
  const [asked, setAsked] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const found = foundIn(groups, asked);
  const entries = found.flatMap((group) => group.entries);
  // The list hears the same Enter, some time after its letter.
  const isChosen = useRef(false);
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined || isChosen.current) return;
    isChosen.current = true;
    // An open dialog would call the focus back from where the act takes it.
    flushSync(onClose);
    entry.act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isPaletteKey(event)) {
      event.preventDefault();
      onClose();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Before an arrow or a letter nothing is chosen in the list: Enter takes the first that was searched for.
    if (asked.trim() === '' || box.current?.querySelector('[role="menuitem"][data-focused]')) return;
    event.preventDefault();
    choose(entries[0]);
  };
  return (
    <Dialog title={paletteWords.title} isOpen onClose={onClose} isLight>
      <Autocomplete inputValue={asked} onInputChange={setAsked}>
        <div className="palette" ref={box}>
          <TextField className="ui-field palette__search" autoFocus>
            <Label className="ui-unseen">{paletteWords.search}</Label>
            <Input className="ui-field__box" placeholder={paletteWords.placeholder} onKeyDown={onKeyDown} />
          </TextField>
          <Menu
            className="palette__list"
            aria-label={paletteWords.results}
            onAction={(key) => choose(entries.find((entry) => entry.key === key))}
            renderEmptyState={() => <p className="palette__none">{paletteWords.none}</p>}
          >
            {found.map((group) => (
              <Group key={group.key} group={group} />
            ))}
          </Menu>
          {asked.trim() === '' ? <p className="palette__more">{paletteWords.more}</p> : null}
        </div>
      </Autocomplete>
    </Dialog>
  );
};
