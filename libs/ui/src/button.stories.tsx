// SPDX-License-Identifier: AGPL-3.0-or-later
import { Button } from './button';

export const Kinds = () => (
  <>
    <Button kind="main">Accept</Button>
    <Button>Not now</Button>
    <Button kind="quiet">Dismiss</Button>
    <Button kind="grave" icon="warn">
      End the chat
    </Button>
  </>
);

export const Sizes = () => (
  <>
    <Button size="small" icon="plus">
      Add a shift
    </Button>
    <Button icon="plus">Add a shift</Button>
    <Button icon="up" iconOnly aria-label="Move up" />
  </>
);

export const States = () => (
  <>
    <Button isDisabled>Send</Button>
    <Button kind="main" isBusy>
      Saving
    </Button>
  </>
);
