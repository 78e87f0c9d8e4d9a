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

/** Starters by a few letters: arrows choose, Enter takes, Esc goes back to the reply as it was. */
export const StarterPicker = ({ isOpen, onClose, onPick }: StarterPickerProps) => {
  const { contains } = useFilter({ sensitivity: 'base' });
  const { data: content } = useContent();
  const starters = content?.starters ?? [];
  const pick = (key: string | number): void => {
    const starter = starters.find(({ id }) => id === key);
    if (starter !== undefined) onPick(starter);
  };
  return (
    <Dialog title={composerWords.starters} isOpen={isOpen} onClose={onClose} isLight>
      <Autocomplete filter={contains}>
        {/* The search box scrolls with the list and sticks to its top: what scrolls must hold something to focus. */}
        <div className="picker">
          <TextField className="ui-field picker__search" aria-label={composerWords.searchStarters} autoFocus>
            <Label className="ui-unseen">{composerWords.searchStarters}</Label>
            <Input className="ui-field__box" placeholder={composerWords.searchStarters} />
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
    </Dialog>
  );
};
