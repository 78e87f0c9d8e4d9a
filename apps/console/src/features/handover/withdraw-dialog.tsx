import type { HandoverSummary } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot } from '@warmline/ui';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { handoverStepWords } from './handover-words';

export interface WithdrawDialogProps {
  readonly handover: HandoverSummary;
  /** Whom the conversation stays with; null is oneself. */
  readonly sender: string | null;
  readonly onClose: () => void;
}

/** Taking a handover back, after saying what that does. */
export const WithdrawDialog = ({ handover, sender, onClose }: WithdrawDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const step = handoverStepWords;
  const withdraw = async (): Promise<void> => {
    if (await act(() => client.send('handover:withdraw', { handoverId: handover.id }))) onClose();
  };
  const joined = handover.state === 'joined' ? handover.receiver : null;
  return (
    <Dialog title={step.withdrawTitle} isOpen onClose={onClose}>
      <p>{step.withdrawLead(sender)}</p>
      {joined === null ? null : <p>{step.withdrawLeadJoined(joined.name)}</p>}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose} autoFocus>
          {step.keep}
        </Button>
        <Button kind="grave" isBusy={isBusy} onPress={() => void withdraw()}>
          {isBusy ? step.withdrawing : step.withdraw}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
