import { useState } from 'react';
import type { AskSwap, OwnRota, PlannedShift } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { shiftTold } from './rota-told';
import { rotaWords } from './rota-words';

/** No shift begins then. */
const NOTHING = '0';

interface OfferDialogProps {
  readonly shift: PlannedShift;
  readonly rota: OwnRota;
  /** Resolves to what went wrong, in words; null when it was asked. */
  readonly onAsk: (asked: AskSwap) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks a colleague to take one's own shift, with or without one of theirs in return. */
export const OfferDialog = ({ shift, rota, onAsk, onClose }: OfferDialogProps) => {
  const [of, setOf] = useState<string | null>(null);
  const [back, setBack] = useState(NOTHING);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const theirs = rota.colleagues.find(({ id }) => id === of)?.shifts ?? [];
  const send = async (): Promise<void> => {
    setTried(true);
    if (of === null) return;
    setBusy(true);
    const wrong = await onAsk({ of, given: shift.beginsAt, back: back === NOTHING ? null : Number(back) });
    setBusy(false);
    setMistake(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Dialog title={rotaWords.offerOf(shiftTold(shift, rota.zone))} isOpen onClose={onClose}>
      {rota.colleagues.length === 0 ? (
        <p>{rotaWords.noColleagues}</p>
      ) : (
        <OneOf
          label={rotaWords.whom}
          choices={rota.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={of}
          mistake={isTried && of === null ? rotaWords.chooseWhom : undefined}
          onChange={(chosen) => {
            setOf(chosen);
            setBack(NOTHING);
          }}
        />
      )}
      {theirs.length === 0 ? null : (
        <OneOf
          label={rotaWords.inReturn}
          shape="lines"
          choices={[
            { value: NOTHING, label: rotaWords.nothing },
            ...theirs.map((other) => ({
              value: String(other.beginsAt),
              label: shiftTold(other, rota.zone),
            })),
          ]}
          value={back}
          onChange={setBack}
        />
      )}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button
          kind="main"
          isBusy={isBusy}
          isDisabled={rota.colleagues.length === 0}
          onPress={() => void send()}
        >
          {isBusy ? rotaWords.sending : rotaWords.send}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
