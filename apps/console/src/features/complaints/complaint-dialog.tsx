import { useEffect, useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { Complaint } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, TextField, Waiting } from '@warmline/ui';
import { codePoints, COMPLAINT_TEXT_MAX } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { complaintWords } from './complaint-words';
import { whenWords } from './when-words';
import './complaints.css';

const said = complaintWords;

/** Read once when it is opened, and again when that failed: each reading is recorded. */
const useComplaint = (complaintId: string) => {
  const client = useClient();
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void client.send('complaint:read', { complaintId }).then((outcome) => {
      if (isGone) return;
      if (outcome.kind === 'done') setComplaint(outcome.value);
      else setFailed(outcomeWords(outcome));
    });
    return () => {
      isGone = true;
    };
  }, [client, complaintId]);
  return { complaint, failed };
};

const Text = ({ complaint }: { readonly complaint: Complaint }) => (
  <>
    <p className="complaint__when">
      {complaint.toldBy === null
        ? said.cameAt(whenWords(complaint.at))
        : said.passedOnAt(whenWords(complaint.at))}
    </p>
    <blockquote className="complaint__words" dir="auto">
      {complaint.words ?? said.unreadable}
    </blockquote>
    {complaint.closed === null ? null : (
      <Banner tone="calm" icon="check">
        {said.closedBy(complaint.closed.by, whenWords(complaint.closed.at))}
      </Banner>
    )}
    {complaint.notes.length === 0 ? null : (
      <section aria-label={said.notes}>
        <h3>{said.notes}</h3>
        <ul className="complaint__notes">
          {complaint.notes.map(({ id, by, at, words }) => (
            <li key={id}>
              <span dir="auto">{words ?? said.unreadable}</span>
              <small>{said.by(by, whenWords(at))}</small>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

interface NoteFormProps {
  readonly complaint: Complaint;
  readonly words: string;
  readonly mistake: string | undefined;
  readonly onChange: (words: string) => void;
}

const NoteForm = ({ complaint, words, mistake, onChange }: NoteFormProps) => (
  <>
    <Text complaint={complaint} />
    <TextField
      label={said.done}
      hint={said.doneHint}
      rows={4}
      value={words}
      maxLength={COMPLAINT_TEXT_MAX.done}
      onChange={onChange}
      mistake={mistake}
    />
  </>
);

interface SavesProps {
  readonly complaint: Complaint;
  readonly isBusy: boolean;
  readonly onSave: (closes: boolean) => void;
}

const Saves = ({ complaint, isBusy, onSave }: SavesProps) => (
  <>
    <Button isBusy={isBusy} onPress={() => onSave(false)}>
      {complaint.closed === null ? said.save : said.add}
    </Button>
    {complaint.closed === null ? (
      <Button kind="main" isBusy={isBusy} onPress={() => onSave(true)}>
        {said.saveAndClose}
      </Button>
    ) : null}
  </>
);

const titleOf = (complaint: Complaint | null): string =>
  complaint === null || complaint.toldBy === null ? said.title : said.passedOnTitle(complaint.toldBy);

interface ComplaintDialogProps {
  readonly complaintId: string;
  readonly onClose: () => void;
  /** Opens the page of all of them; left out where it is open. */
  readonly onSeeAll?: () => void;
}

/** One complaint: its words, what was done, and closing it. Stays open with what is written while the list around it changes. */
export const ComplaintDialog = ({ complaintId, onClose, onSeeAll }: ComplaintDialogProps) => {
  const client = useClient();
  const { complaint, failed } = useComplaint(complaintId);
  const { isBusy, mistake, act } = useAct();
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [noteId] = useState(newMessageId);
  const isWrong = words.trim() === '' || codePoints(words) > COMPLAINT_TEXT_MAX.done;
  const save = async (closes: boolean): Promise<void> => {
    setChecked(true);
    if (isWrong) return;
    const note = { complaintId, noteId, words: words.trim(), closes };
    if (await act(() => client.send('complaint:note', note))) onClose();
  };
  const wrong = failed ?? mistake;
  return (
    <Dialog title={titleOf(complaint)} isOpen onClose={onClose}>
      {complaint === null ? (
        failed === null && <Waiting label={said.loading} lines={3} />
      ) : (
        <NoteForm
          complaint={complaint}
          words={words}
          mistake={isChecked && isWrong ? said.doneMissing : undefined}
          onChange={setWords}
        />
      )}
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        {onSeeAll === undefined ? null : (
          <Button kind="quiet" onPress={onSeeAll}>
            {said.all}
          </Button>
        )}
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        {complaint === null ? null : (
          <Saves complaint={complaint} isBusy={isBusy} onSave={(closes) => void save(closes)} />
        )}
      </DialogFoot>
    </Dialog>
  );
};
