import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import type { TakeOverReason } from '@warmline/vocabulary';
import type { ToActOn } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { handoverViewWords } from './handover-words';

const REASONS = [
  'safety',
  'responder_gone',
  'responder_unwell',
  'visitor_asked',
  'quality',
] as const satisfies readonly TakeOverReason[];

export interface TakeOverDialogProps {
  readonly what: ToActOn;
  readonly onClose: () => void;
  readonly onTaken: (conversationId: string) => void;
}

/** Becoming the writer at once, after saying what happens to everyone, and with a reason. */
export const TakeOverDialog = ({ what, onClose, onTaken }: TakeOverDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [reason, setReason] = useState<TakeOverReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const board = handoverViewWords;
  const { conversationId, holder, waits } = what;
  const visitorName = visitorCalled(what.visitorName, conversationId);
  const takeOver = async (): Promise<void> => {
    setMissing(reason === null);
    if (reason === null) return;
    const wished = { conversationId, reason, ...(waits ? { onlyWaiting: true as const } : {}) };
    if (await act(() => client.send('conversation:take_over', wished))) onTaken(conversationId);
  };
  const wrong = isMissing && reason === null ? board.takeOverChoose : mistake;
  return (
    <Dialog title={board.takeOverTitle(holder?.name ?? '')} isOpen onClose={onClose}>
      <p>
        {holder === null || holder.isGone
          ? board.takeOverLeadFree(visitorName)
          : board.takeOverLead(holder.name, visitorName)}
      </p>
      <OneOf<TakeOverReason>
        label={board.takeOverWhy}
        shape="lines"
        choices={REASONS.map((value) => ({ value, label: board.takeOverReasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="grave" isBusy={isBusy} onPress={() => void takeOver()}>
          {isBusy ? board.takingOver : commonWords.takeOver}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
