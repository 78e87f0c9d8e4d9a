import { useState } from 'react';
import type { Flood, LiveView } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, SomeOf, Tick } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { rowsOf } from './flood-rows';
import { floodWords } from './flood-words';

const said = floodWords;

export interface ConfirmDialogProps {
  readonly flood: Flood & { readonly open: NonNullable<Flood['open']> };
  readonly board: LiveView;
  readonly onClose: () => void;
}

/** The second supervisor sees the same list, and agrees or refuses. Nothing that may be a person in need is ticked for them. */
export const ConfirmDialog = ({ flood, board, onClose }: ConfirmDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asksProof, setAsksProof] = useState(false);
  const { floodId, proposedBy } = flood.open;
  const rows = rowsOf(flood, board);
  const plain = rows.filter(({ isRisky }) => !isRisky);
  const risky = rows.filter(({ isRisky }) => isRisky);
  const send = async (command: 'flood:confirm' | 'flood:undo'): Promise<void> => {
    const answer = () =>
      command === 'flood:undo'
        ? client.send(command, { floodId })
        : client.send(command, { floodId, ticked: [...ticked], asksProof });
    if (await act(() => client.views.liveView.showAnswer(answer()))) onClose();
  };
  return (
    <Dialog title={said.confirmTitle} isOpen onClose={onClose}>
      <p>{said.confirmLead(proposedBy.name)}</p>
      {plain.length === 0 ? null : (
        <>
          <h3 className="flood__heading">{said.plain}</h3>
          <ul className="flood__list">
            {plain.map(({ value, label, hint }) => (
              <li key={value}>
                {label} <span className="flood__soft">{hint}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {risky.length === 0 ? null : (
        <SomeOf<string>
          label={said.risky}
          hint={said.riskyHint(proposedBy.name)}
          shape="lines"
          choices={risky}
          values={ticked}
          onChange={setTicked}
        />
      )}
      {flood.open.asksProof ? (
        <Tick
          label={said.proof}
          hint={said.proofAsked(proposedBy.name)}
          isTicked={asksProof}
          onChange={setAsksProof}
        />
      ) : null}
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button isDisabled={isBusy} onPress={() => void send('flood:undo')}>
          {said.refuse}
        </Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void send('flood:confirm')}>
          {isBusy ? said.confirming : said.confirm}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
