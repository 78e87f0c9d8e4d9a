// SPDX-License-Identifier: AGPL-3.0-or-later
import { MenuButton } from './menu';

const ENTRIES = [
  { key: 'break', label: 'Call a break', hint: 'They finish the chats they have' },
  { key: 'close', label: 'Close the shift' },
] as const;

export const Acts = () => (
  <MenuButton label="More for Sam" entries={ENTRIES} onChoose={() => {}}>
    More
  </MenuButton>
);

export const WithSelection = () => (
  <MenuButton label="Your status" entries={ENTRIES} selected="break" onChoose={() => {}}>
    On a break
  </MenuButton>
);
