import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import type { WaitingNotice } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import { queueWords } from './queue-words';

const NOTICES = [
  'told_wait_longer',
  'told_still_here',
  'told_other_help',
] as const satisfies readonly WaitingNotice[];
const said = queueWords;

export interface TellDialogProps {
  readonly onClose: () => void;
  readonly onTold: (count: number) => void;
}

/** Approved words to everyone who waits: nobody types to a queue. */
export const TellDialog = ({ onClose, onTold }: TellDialogProps) => {
  const client = useClient();
  const [notice, setNotice] = useState<WaitingNotice | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const tell = async (): Promise<void> => {
    if (notice === null) return setWrong(said.tellChoose);
    setBusy(true);
    const outcome = await client.send('waiting:tell', { notice });
    setBusy(false);
    if (outcome.kind === 'done') return onTold(outcome.value.told);
    setWrong(outcomeWords(outcome));
  };
  return (
    <Dialog title={said.tellTitle} isOpen onClose={onClose}>
      <p>{said.tellLead}</p>
      <OneOf<WaitingNotice>
        label={said.tellWhat}
        shape="lines"
        choices={NOTICES.map((value) => ({ value, label: said.notices[value] }))}
        value={notice}
        onChange={setNotice}
      />
      {wrong === null ? null : <Banner tone="notice">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void tell()}>
          {isBusy ? said.telling : said.tell}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
