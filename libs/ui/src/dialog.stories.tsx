// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Button } from './button';
import { Dialog, DialogFoot } from './dialog';

export const Confirm = () => {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>End the chat</Button>
      <Dialog title="End this chat?" isOpen={isOpen} onClose={close} isLight>
        <p>Robin can start a new chat at any time.</p>
        <DialogFoot>
          <Button onPress={close}>Cancel</Button>
          <Button kind="grave" autoFocus onPress={close}>
            End the chat
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
};
