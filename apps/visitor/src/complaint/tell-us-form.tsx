import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newMessageId } from '@warmline/client';
import { COMPLAINT_TEXT_MAX, isBlank, withoutControlCharacters } from '@warmline/vocabulary';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { sendComplaint, type ComplaintResult } from './send-complaint';

/** How many characters are left when it is first said. */
const SAID_FROM = 200;

const mistakeOf = (result: Exclude<ComplaintResult, 'sent'>): string => {
  const { tooFast, failed } = words.complaint;
  return result === 'too_fast' ? tooFast : failed;
};

const Sent = () => {
  const { announcer } = usePage();
  const { sent } = words.complaint;
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => line.current?.focus(), []);
  useEffect(() => announcer.say(sent), [announcer, sent]);
  return (
    <p ref={line} tabIndex={-1}>
      {sent}
    </p>
  );
};

/** One text, sent once. What is written stays here until it is sent, and nowhere else. */
export const TellUsForm = () => {
  const { complaint } = words;
  const [text, setText] = useState('');
  const [step, setStep] = useState<'writing' | 'sending' | 'sent'>('writing');
  const [mistake, setMistake] = useState<string | null>(null);
  const [complaintId] = useState(newMessageId);
  const send = async (): Promise<void> => {
    if (step === 'sending') return;
    const readable = withoutControlCharacters(text).trim();
    if (isBlank(readable)) return setMistake(complaint.empty);
    setMistake(null);
    setStep('sending');
    const result = await sendComplaint({ complaintId, words: readable });
    setStep(result === 'sent' ? 'sent' : 'writing');
    if (result !== 'sent') setMistake(mistakeOf(result));
  };
  if (step === 'sent') return <Sent />;
  const left = COMPLAINT_TEXT_MAX.words - text.length;
  return (
    <form
      class="tell-us"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{complaint.lead}</p>
      <p>{complaint.notNow}</p>
      <label class="field" for="tell-us">
        {complaint.label} <small id="tell-us-hint">{complaint.hint}</small>
      </label>
      <textarea
        id="tell-us"
        autocomplete="off"
        dir="auto"
        rows={4}
        maxLength={COMPLAINT_TEXT_MAX.words}
        aria-describedby="tell-us-hint"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {left <= SAID_FROM && <p class="hint">{complaint.left(left)}</p>}
      <p role="alert">{mistake}</p>
      <button type="submit" aria-disabled={step === 'sending'}>
        {step === 'sending' ? complaint.sending : complaint.send}
      </button>
    </form>
  );
};
