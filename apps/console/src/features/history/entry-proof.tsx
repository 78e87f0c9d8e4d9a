import { useCallback, useEffect, useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, Fold, TextField } from '@warmline/ui';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import { proofWords } from './proof-words';
import { readCheckpoint, verifyEntry, type EntryVerdict } from './verify-entry';

const said = proofWords;

interface Checked {
  readonly verdict: EntryVerdict;
  readonly note: string;
  readonly isKept: boolean;
}

/** Asks for the proof of an entry and checks it here. `kept`: a checkpoint that the person has; '' for the newest. */
const useProof = (act: string) => {
  const client = useClient();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const check = useCallback(
    async (kept: string): Promise<void> => {
      const isKept = kept !== '';
      const checkpoint = isKept ? readCheckpoint(kept) : null;
      setMistake(null);
      if (isKept && checkpoint === null) return setMistake(said.because.bad_checkpoint);
      setBusy(true);
      const outcome = await client.send('history:prove', { act, size: checkpoint?.size ?? null });
      if (outcome.kind === 'done') {
        const note = isKept ? kept : outcome.value.checkpoint;
        const verdict = await verifyEntry(outcome.value, note).catch(() => null);
        setChecked(verdict === null ? null : { verdict, note, isKept });
        setMistake(verdict === null ? said.noCrypto : null);
      } else setMistake(outcomeWords(outcome));
      setBusy(false);
    },
    [client, act],
  );
  useEffect(() => {
    void check('');
  }, [check]);
  return { checked, mistake, isBusy, check };
};

const Verdict = ({ verdict, note, isKept }: Checked) => (
  <>
    {verdict.kind === 'not_proved' ? (
      <Banner tone="grave">
        {said.notProved} {said.because[verdict.why]}
      </Banner>
    ) : (
      <Banner tone="calm">
        {verdict.kind === 'proved' ? said.proved : said.placeOnly}{' '}
        {said.how(verdict.index, verdict.size, verdict.steps)}
      </Banner>
    )}
    <p>{isKept ? said.kept : said.newest}</p>
    <pre className="history__note">{note}</pre>
  </>
);

const Proof = ({ act }: { readonly act: string }) => {
  const { checked, mistake, isBusy, check } = useProof(act);
  const [kept, setKept] = useState('');
  const [isKeeping, setKeeping] = useState(false);
  return (
    <div className="history__form">
      <div role="status">{isBusy ? said.checking : null}</div>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {checked === null ? null : <Verdict {...checked} />}
      <Fold title={said.keep} isOpen={isKeeping} onChange={setKeeping}>
        <TextField label={said.keep} hint={said.keepHint} rows={5} value={kept} onChange={setKept} />
      </Fold>
      <div>
        {/* Lines of a pasted note end as they ended in the file; its last one may have lost its end. */}
        <Button onPress={() => void check(kept.trim() === '' ? '' : `${kept.trim()}\n`)} isBusy={isBusy}>
          {said.check}
        </Button>
      </div>
    </div>
  );
};

export interface EntryProofProps {
  /** The number of the row. */
  readonly act: string;
  readonly sentence: string;
}

/** "Is this entry in the log?": a button beside an act, and the answer, proved in this browser. */
export const EntryProof = ({ act, sentence }: EntryProofProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="history__screen-only">
      <Button size="small" kind="quiet" aria-label={said.askOf(sentence)} onPress={() => setOpen(true)}>
        {said.ask}
      </Button>
      <Dialog title={said.ask} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{sentence}</p>
        <Proof act={act} />
        <DialogFoot>
          <Button onPress={() => setOpen(false)}>{said.close}</Button>
        </DialogFoot>
      </Dialog>
    </span>
  );
};
