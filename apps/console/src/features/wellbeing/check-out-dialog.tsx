import { useState } from 'react';
import type { CheckOut } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, SomeOf } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { wellbeingWords } from './wellbeing-words';

type Feeling = NonNullable<CheckOut['feeling']>;
type Looked = 'wentWell' | 'passOn' | 'wantsContact';

const FEELINGS: readonly Feeling[] = ['fine', 'tired', 'heavy'];
const LOOKED: readonly Looked[] = ['wentWell', 'passOn', 'wantsContact'];
const said = wellbeingWords.checkOut;

const reviewOf = (looked: readonly Looked[]): CheckOut['review'] =>
  looked.length === 0
    ? null
    : {
        wentWell: looked.includes('wentWell'),
        passOn: looked.includes('passOn'),
        // What there is to pass on is said to the supervisor: nothing about anyone is stored with a shift.
        wantsContact: looked.includes('wantsContact') || looked.includes('passOn'),
      };

/** The end of a shift: one tap or none, and a practical look back for who wants it. Never a retelling. */
export const CheckOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const client = useClient();
  const holds = useLive((live) => live.desk?.caseload.some(({ state }) => state === 'talking') ?? false);
  const [feeling, setFeeling] = useState<Feeling | null>(null);
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const { isBusy, mistake, act } = useAct();
  const end = async (): Promise<void> => {
    if (await act(() => client.send('shift:check_out', { feeling, review: reviewOf(looked) }))) onClose();
  };
  return (
    <Dialog title={said.title} isOpen onClose={onClose}>
      <p>{said.lead}</p>
      {holds ? <p>{said.open}</p> : null}
      <OneOf<Feeling>
        label={said.feeling}
        choices={FEELINGS.map((value) => ({ value, label: said.feelings[value] }))}
        value={feeling}
        onChange={setFeeling}
      />
      <SomeOf<Looked>
        label={said.review}
        shape="lines"
        choices={LOOKED.map((value) =>
          value === 'passOn'
            ? { value, label: said.passOn, hint: said.passOnHint }
            : { value, label: said[value] },
        )}
        values={looked}
        onChange={setLooked}
      />
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void end()}>
          {isBusy ? said.ending : said.end}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
