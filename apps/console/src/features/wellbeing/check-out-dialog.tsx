import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { CheckOut } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, SomeOf, TextField } from '@warmline/ui';
import { codePoints, COMPLAINT_TEXT_MAX } from '@warmline/vocabulary';
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
        wantsContact: looked.includes('wantsContact'),
      };

/** The end of a shift: one tap or none, and a practical look back for who wants it. Never a retelling. */
export const CheckOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const client = useClient();
  const holds = useLive((live) => live.desk?.caseload.some(({ state }) => state === 'talking') ?? false);
  const [feeling, setFeeling] = useState<Feeling | null>(null);
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const { isBusy, mistake, act } = useAct();
  const [words, setWords] = useState('');
  const [complaintId] = useState(newMessageId);
  const [isChecked, setChecked] = useState(false);
  const passesOn = looked.includes('passOn');
  const isWrong = passesOn && (words.trim() === '' || codePoints(words) > COMPLAINT_TEXT_MAX.words);
  const end = async (): Promise<void> => {
    setChecked(true);
    if (isWrong) return;
    // First, so that a shift is not over before its word has arrived. With the same id, trying again sends it once.
    const word = { complaintId, words: words.trim() };
    if (passesOn && !(await act(() => client.send('complaint:pass_on', word)))) return;
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
      {passesOn ? (
        <TextField
          label={said.passOnWords}
          hint={said.passOnWordsHint}
          rows={4}
          value={words}
          maxLength={COMPLAINT_TEXT_MAX.words}
          onChange={setWords}
          mistake={isChecked && isWrong ? said.passOnMissing : undefined}
        />
      ) : null}
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
