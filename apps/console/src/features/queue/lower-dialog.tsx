import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import type { LoweringReason } from '@warmline/vocabulary';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import type { Band, Waiting } from './queue-rows';
import { queueWords } from './queue-words';

const REASONS = [
  'said_otherwise',
  'set_by_mistake',
  'misunderstood_words',
] as const satisfies readonly LoweringReason[];
const said = queueWords;

export interface LowerDialogProps {
  readonly one: Waiting;
  readonly band: Band;
  readonly onClose: () => void;
}

/** Only a person lowers, and says why. */
export const LowerDialog = ({ one, band, onClose }: LowerDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [reason, setReason] = useState<LoweringReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const lower = async (): Promise<void> => {
    setMissing(reason === null);
    if (reason === null) return;
    if (await act(() => client.send('band:set', { conversationId: one.conversationId, band, reason })))
      onClose();
  };
  const wrong = isMissing && reason === null ? said.lowerChoose : mistake;
  return (
    <Dialog title={said.lowerTitle} isOpen onClose={onClose}>
      <p>{said.lowerLead(bandWords[band])}</p>
      <OneOf<LoweringReason>
        label={said.lowerWhy}
        shape="lines"
        choices={REASONS.map((value) => ({ value, label: said.lowering[value] }))}
        value={reason}
        onChange={setReason}
      />
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void lower()}>
          {isBusy ? said.lowering_ : said.lower}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
