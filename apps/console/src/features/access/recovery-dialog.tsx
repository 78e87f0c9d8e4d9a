import { useState, type FormEvent } from 'react';
import { Banner, Button, Dialog, DialogFoot, TextField } from '@warmline/ui';
import { isBlank } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { accessWords } from './access-words';

const said = accessWords.recovery;

export interface RecoveryDialogProps {
  /** Resolves to what is wrong, in words; null when it waits for a second person. */
  readonly onSend: (signInName: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** For someone who has lost their password or every second factor. They are named by hand: nobody is recovered by a slip. */
export const RecoveryDialog = ({ onSend, onClose }: RecoveryDialogProps) => {
  const [name, setName] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    if (isBlank(name)) {
      setMistake(said.nameMissing);
      return;
    }
    setBusy(true);
    const wrong = await onSend(name.trim());
    setBusy(false);
    setMistake(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Dialog title={said.title} isOpen onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate className="access__form">
        <p>{said.lead}</p>
        <Banner tone="notice" icon="warn" isSpoken={false}>
          {said.check}
        </Banner>
        <TextField
          label={said.name}
          value={name}
          onChange={setName}
          mistake={mistake ?? undefined}
          maxLength={60}
          autoComplete="off"
          spellCheck="false"
          validationBehavior="aria"
          autoFocus
        />
        <DialogFoot>
          <Button onPress={onClose}>{commonWords.cancel}</Button>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {said.propose}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
