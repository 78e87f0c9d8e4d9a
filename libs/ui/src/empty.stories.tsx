// SPDX-License-Identifier: AGPL-3.0-or-later
import { Button } from './button';
import { Empty, Waiting } from './empty';

export const NothingYet = () => (
  <Empty icon="note" title="No shifts yet" actions={<Button kind="main">Add a shift</Button>}>
    People are offered chats only in a shift.
  </Empty>
);

export const Loading = () => <Waiting label="Loading the shifts" lines={4} />;
