import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { Flood, LiveView } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, SomeOf, Tick } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { rowsOf } from './flood-rows';
import { floodWords } from './flood-words';

const said = floodWords;

export interface ProposeDialogProps {
  readonly flood: Flood;
  readonly board: LiveView;
  readonly onClose: () => void;
}

/** Which of these chats a supervisor takes for one flood. Chats that may be a person in need have to be ticked one by one. */
export const ProposeDialog = ({ flood, board, onClose }: ProposeDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const rows = rowsOf(flood, board);
  const [floodId] = useState(newMessageId);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    rows.filter(({ isRisky }) => !isRisky).map(({ value }) => value),
  );
  const [asksProof, setAsksProof] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const propose = async (): Promise<void> => {
    const chats = rows.filter(({ value }) => chosen.includes(value));
    setEmpty(chats.length === 0);
    if (chats.length === 0) return;
    const payload = {
      floodId,
      crowd: flood.crowd,
      chats: chats.map(({ value }) => value),
      ticked: chats.filter(({ isRisky }) => isRisky).map(({ value }) => value),
      asksProof,
    };
    if (await act(() => client.views.liveView.showAnswer(client.send('flood:propose', payload)))) onClose();
  };
  const wrong = isEmpty ? said.choose : mistake;
  return (
    <Dialog title={said.proposeTitle} isOpen onClose={onClose}>
      <p>{said.proposeLead}</p>
      <SomeOf<string>
        label={said.which}
        hint={said.whichHint}
        shape="lines"
        choices={rows}
        values={chosen}
        onChange={setChosen}
      />
      <Tick label={said.proof} hint={said.proofHint} isTicked={asksProof} onChange={setAsksProof} />
      {wrong === null ? null : <Banner tone="notice">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void propose()}>
          {isBusy ? said.proposing : said.propose}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
