import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newMessageId } from '@warmline/client';
import type { AfterChatAnswer, VisitorConversation } from '@warmline/contracts';
import {
  AFTER_CHAT_WORDS_MAX,
  FEELINGS_AFTER,
  feelsWorse,
  isBlank,
  LISTENED,
  withoutControlCharacters,
  type FeelingAfter,
  type Listened,
  type Refusal,
} from '@warmline/vocabulary';
import type { Chat } from '../conversation/chat';
import { words } from '../language/catalogue';
import { CallNow } from '../page/emergency-card';
import { usePage } from '../page/page-context';
import { usePassed } from '../page/use-passed';
import { useSignal } from '../page/use-signal';

type Answers = Pick<AfterChatAnswer, 'feeling' | 'listened' | 'words'>;
type Step = 'asking' | 'sending' | 'skipped' | 'kept' | 'closed';

const NONE: Answers = { feeling: null, listened: null, words: '' };

const isEmpty = ({ feeling, listened, words: free }: Answers): boolean =>
  feeling === null && listened === null && isBlank(free);

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly values: readonly Value[];
  readonly texts: Readonly<Record<Value, string>>;
  readonly chosen: Value | null;
  readonly onChange: (chosen: Value) => void;
}

const Choices = <Value extends string>({
  label,
  name,
  values,
  texts,
  chosen,
  onChange,
}: ChoicesProps<Value>) => (
  <fieldset class="short">
    <legend>{label}</legend>
    {values.map((value) => (
      <label key={value} class="choice">
        <input type="radio" name={name} checked={chosen === value} onChange={() => onChange(value)} />
        {texts[value]}
      </label>
    ))}
  </fieldset>
);

interface FormProps {
  readonly answers: Answers;
  readonly isSending: boolean;
  readonly mistake: string | null;
  readonly onChange: (change: Partial<Answers>) => void;
  readonly onSend: () => void;
  readonly onSkip: () => void;
}

const Form = ({ answers, isSending, mistake, onChange, onSend, onSkip }: FormProps) => {
  const { after } = words.ended;
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) onSend();
      }}
    >
      <p>{after.lead}</p>
      <p>
        <b>{after.notNow}</b>
      </p>
      <Choices<FeelingAfter>
        label={after.feeling}
        name="feeling"
        values={FEELINGS_AFTER}
        texts={after.feelings}
        chosen={answers.feeling}
        onChange={(feeling) => onChange({ feeling })}
      />
      <Choices<Listened>
        label={after.listened}
        name="listened"
        values={LISTENED}
        texts={after.listenedAnswers}
        chosen={answers.listened}
        onChange={(listened) => onChange({ listened })}
      />
      <label class="field" for="after-words">
        {after.words} <small id="after-hint">{after.wordsHint}</small>
      </label>
      <textarea
        id="after-words"
        autocomplete="off"
        dir="auto"
        rows={3}
        maxLength={AFTER_CHAT_WORDS_MAX}
        aria-describedby="after-hint"
        value={answers.words}
        onInput={({ currentTarget }) => onChange({ words: currentTarget.value })}
      />
      <p role="alert">{mistake}</p>
      {isSending && <p class="status">{after.sending}</p>}
      <div class="row">
        <button type="submit" aria-disabled={isSending}>
          {after.send}
        </button>
        {!isSending && (
          <button type="button" class="quiet" onClick={onSkip}>
            {after.skip}
          </button>
        )}
      </div>
    </form>
  );
};

/** Who can be called at once, and the way back into a chat. It does not say that anyone reads the answers. */
const HelpNow = () => {
  const { visit } = usePage();
  return (
    <div class="notice">
      <p>
        <b>{words.ended.after.hard}</b>
      </p>
      <CallNow />
      <button type="button" class="main" onClick={() => visit.startOver()}>
        {words.ended.again}
      </button>
    </div>
  );
};

/** What became of the answers. Takes the focus from the button that was pressed and is gone. */
const Outcome = ({ text, unsent }: { readonly text: string; readonly unsent: string }) => {
  const { announcer } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) line.current?.focus();
  }, []);
  useEffect(() => announcer.say(text), [text, announcer]);
  return (
    <>
      <p ref={line} tabIndex={-1}>
        {text}
      </p>
      {unsent !== '' && <blockquote>{unsent}</blockquote>}
    </>
  );
};

const stepAfter = (refusal: Refusal): Step | null => {
  if (refusal === 'different_body') return 'kept';
  return refusal === 'not_found' ? 'closed' : null;
};

const useAnswering = (chat: Chat) => {
  const [answers, setAnswers] = useState(NONE);
  const [step, setStep] = useState<Step>('asking');
  const [mistake, setMistake] = useState<string | null>(null);
  const [answerId] = useState(newMessageId);
  const { after } = words.ended;
  const onRefused = (refusal: Refusal): void => {
    const next = stepAfter(refusal);
    setStep(next ?? 'asking');
    setMistake(next === null ? after.failed : null);
  };
  const send = (): void => {
    if (isEmpty(answers)) return setMistake(after.nothing);
    setMistake(null);
    setStep('sending');
    const free = withoutControlCharacters(answers.words).trim();
    chat.answerAfter({ ...answers, answerId, words: free }, onRefused);
  };
  return {
    answers,
    step,
    mistake,
    send,
    setStep,
    change: (to: Partial<Answers>) => setAnswers({ ...answers, ...to }),
  };
};

/** Whether the time to answer is over, by how long the server said it is. */
const useIsOver = (asked: NonNullable<VisitorConversation['afterChat']>): boolean => {
  const { cameAt } = useMemo(() => ({ asked, cameAt: Date.now() }), [asked]);
  return usePassed(cameAt, asked === 'answered' ? Number.POSITIVE_INFINITY : asked.openFor);
};

const outcomeWords = (
  step: Step,
  { isOver, isBlankForm }: { isOver: boolean; isBlankForm: boolean },
): string | null => {
  const { after } = words.ended;
  if (step === 'skipped') return after.skipped;
  if (step === 'kept') return after.kept;
  if (step !== 'closed' && !isOver) return null;
  return isBlankForm ? after.closed : after.closedUnsent;
};

interface AskedProps {
  readonly chat: Chat;
  readonly asked: NonNullable<VisitorConversation['afterChat']>;
}

/** Only the reply to an answer says it, so a view that comes later does not take it away. */
const useSoundsUnsafe = (chat: Chat): boolean => {
  const isTold = useSignal(chat.view)?.helpFirst === true;
  const [wasTold, setTold] = useState(isTold);
  useEffect(() => {
    if (isTold) setTold(true);
  }, [isTold]);
  return isTold || wasTold;
};

const Asked = ({ chat, asked }: AskedProps) => {
  const { answers, step, mistake, send, setStep, change } = useAnswering(chat);
  const isOver = useIsOver(asked);
  const soundsUnsafe = useSoundsUnsafe(chat);
  const { after } = words.ended;
  const isSending = step === 'sending';
  const isAnswered = asked === 'answered';
  const outcome = isAnswered ? after.answered : outcomeWords(step, { isOver, isBlankForm: isEmpty(answers) });
  const isPlain = isAnswered || step === 'skipped';
  // What they chose is known here: a lost connection does not keep the numbers from them.
  const needsHelp = soundsUnsafe || (feelsWorse(answers.feeling) && (isSending || outcome !== null));
  return (
    <>
      {outcome !== null && <Outcome text={outcome} unsent={isPlain ? '' : answers.words} />}
      {needsHelp && <HelpNow />}
      {outcome === null && (
        <Form
          answers={answers}
          isSending={isSending}
          mistake={mistake}
          onChange={change}
          onSend={send}
          onSkip={() => setStep('skipped')}
        />
      )}
    </>
  );
};

/** Three optional questions, only where the server asks them. */
export const AfterChat = ({ chat }: { readonly chat: Chat }) => {
  const asked = useSignal(chat.view)?.afterChat;
  if (asked === undefined) return null;
  return (
    <section class="after-chat">
      <h2>{words.ended.after.title}</h2>
      <Asked chat={chat} asked={asked} />
    </section>
  );
};
