import { useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Menu, MenuItem, Text } from 'react-aria-components/Menu';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Dialog } from '@warmline/ui';
import { useContent, type Starter } from '../../shared/content/content-query';
import { composerWords } from './conversation-words';

export interface StarterPickerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (starter: Starter) => void;
}

const Picker = ({ onPick }: Pick<StarterPickerProps, 'onPick'>) => {
  const { contains } = useFilter({ sensitivity: 'base' });
  const { data: content } = useContent();
  const starters = content?.starters ?? [];
  const [asked, setAsked] = useState('');
  // The list hears the same Enter, some time after its letter.
  const isPicked = useRef(false);
  const pickOnce = (starter: Starter): void => {
    if (isPicked.current) return;
    isPicked.current = true;
    onPick(starter);
  };
  const pick = (key: string | number): void => {
    const starter = starters.find(({ id }) => id === key);
    if (starter !== undefined) pickOnce(starter);
  };
  // Before an arrow or a letter nothing is chosen in the list: Enter takes what is first.
  const pickFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    if (event.currentTarget.closest('.picker')?.querySelector('[role="menuitem"][data-focused]') !== null)
      return;
    const first = starters.find(({ title, body }) => contains(`${title} ${body}`, asked));
    if (first === undefined) return;
    event.preventDefault();
    pickOnce(first);
  };
  return (
    <Autocomplete filter={contains} inputValue={asked} onInputChange={setAsked}>
      {/* The search box scrolls with the list and sticks to its top: what scrolls must hold something to focus. */}
      <div className="picker">
        <TextField className="ui-field picker__search" aria-label={composerWords.searchStarters} autoFocus>
          <Label className="ui-unseen">{composerWords.searchStarters}</Label>
          <Input className="ui-field__box" placeholder={composerWords.searchStarters} onKeyDown={pickFirst} />
        </TextField>
        <Menu
          className="picker__list"
          aria-label={composerWords.starters}
          items={starters}
          onAction={pick}
          renderEmptyState={() => <p className="picker__none">{composerWords.noStarters}</p>}
        >
          {(starter) => (
            <MenuItem
              id={starter.id}
              className="ui-menu__entry"
              textValue={`${starter.title} ${starter.body}`}
            >
              <Text slot="label">{starter.title}</Text>
              <Text slot="description" className="ui-menu__hint">
                {starter.body}
              </Text>
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
};

/** Starters by a few letters: arrows choose, Enter takes, Esc goes back to the reply as it was. */
export const StarterPicker = ({ isOpen, onClose, onPick }: StarterPickerProps) => (
  <Dialog title={composerWords.starters} isOpen={isOpen} onClose={onClose} isLight>
    <Picker onPick={onPick} />
  </Dialog>
);
