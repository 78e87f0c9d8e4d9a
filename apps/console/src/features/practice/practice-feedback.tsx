import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { PracticeView } from '@warmline/contracts';
import { Banner, Button, Card, Mark, TextField } from '@warmline/ui';
import { useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { TimeOfDay } from '../../shared/thread/time-of-day';
import type { PracticeClient } from './practice-client';
import { practiceWords, scenarioWords } from './practice-words';

const said = practiceWords;

const nameOf = ({ scenario }: PracticeView): string =>
  scenario === null ? said.colleague : scenarioWords[scenario].name;

const titleOf = (view: PracticeView): string => {
  if (view.result === 'left') return said.leftTitle;
  if (view.scenario === null) return said.withColleagueTitle;
  return view.result === 'passed' ? said.passed(nameOf(view)) : said.notPassedTitle;
};

const leadOf = ({ result, scenario, part }: PracticeView): string => {
  if (result === 'left') return said.leftLead;
  if (scenario === null) return said.feedbackLead;
  if (result !== 'passed') return said.notPassedLead;
  return part === 'reader' ? said.passedLeadOther : said.passedLead;
};

const Checklist = ({ looks }: { readonly looks: NonNullable<PracticeView['looks']> }) => (
  <Card title={said.feedback} lead={said.feedbackLead}>
    <ul className="practice-looks">
      {looks.map(({ look, isMet, isNeeded }) => (
        <li key={look} className="practice-looks__one">
          <Mark tone={isMet ? 'accent' : 'notice'} icon={isMet ? 'check' : 'warn'}>
            {isMet ? said.isMet : said.isNotMet}
          </Mark>
          <span>
            {said.looks[look]}
            {isNeeded ? <span className="practice-looks__needed"> ({said.needed})</span> : null}
          </span>
        </li>
      ))}
    </ul>
  </Card>
);

const Lines = ({ view }: { readonly view: PracticeView }) => {
  const shownBy = (id: string): readonly string[] =>
    (view.looks ?? [])
      .filter(({ isMet, messages }) => isMet && messages.includes(id))
      .map(({ look }) => said.looks[look]);
  return (
    <Card title={said.lines}>
      <ol className="practice-lines">
        {view.entries.map((entry) =>
          entry.kind === 'message' ? (
            <li key={entry.id} className={`practice-lines__one practice-lines__one--${entry.from}`}>
              <p className="practice-lines__by">
                {entry.from === 'visitor' ? entry.name || said.visitor : entry.name} ·{' '}
                <TimeOfDay at={entry.at} />
              </p>
              <p className="practice-lines__text" dir="auto">
                {entry.body ?? said.unreadable}
              </p>
              {shownBy(entry.id).map((look) => (
                <Mark key={look} tone="accent" icon="check">
                  {look}
                </Mark>
              ))}
            </li>
          ) : null,
        )}
      </ol>
    </Card>
  );
};

/** The text stays until the server has it, under one id however often it is sent. */
const Advise = ({ practice }: { readonly practice: PracticeClient }) => {
  const [text, setText] = useState('');
  const [id, setId] = useState(newMessageId);
  const { isBusy, mistake, act } = useAct();
  const add = async (): Promise<void> => {
    if (!(await act(() => practice.advise(text, id)))) return;
    setText('');
    setId(newMessageId());
  };
  return (
    <div className="practice-advise">
      <TextField
        label={said.word}
        hint={said.wordHint}
        rows={3}
        maxLength={500}
        value={text}
        onChange={(next) => {
          setText(next);
          setId(newMessageId());
        }}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button isBusy={isBusy} isDisabled={text.trim() === ''} onPress={() => void add()}>
        {isBusy ? said.wordAdding : said.wordAdd}
      </Button>
    </div>
  );
};

const Words = ({ view, practice }: FeedbackProps) => {
  const isSupervisor = useLive(({ desk }) => desk?.me.role === 'supervisor');
  return (
    <Card title={said.wordsTitle}>
      {view.words.length === 0 ? <p>{said.wordsNone}</p> : null}
      <ul className="practice-lines">
        {view.words.map(({ id, by, at, word }) => (
          <li key={id} className="practice-lines__one">
            <p className="practice-lines__by">
              {by} · <TimeOfDay at={at} />
            </p>
            <p className="practice-lines__text" dir="auto">
              {word ?? said.unreadable}
            </p>
          </li>
        ))}
      </ul>
      {isSupervisor && view.part === 'reader' ? <Advise practice={practice} /> : null}
    </Card>
  );
};

export interface FeedbackProps {
  readonly view: PracticeView;
  readonly practice: PracticeClient;
}

/** What came of a practice: the checklist, the words of both, and what supervisors say. */
export const PracticeFeedback = ({ view, practice }: FeedbackProps) => (
  <div className="practice-page">
    <header className="practice-page__head">
      <Link to="/practice">{said.back}</Link>
      <h1>{titleOf(view)}</h1>
      <p>
        {nameOf(view)} · {said.by(view.responderName)}
      </p>
      <Banner tone="calm" icon={view.result === 'passed' ? 'check' : 'note'} isSpoken>
        {leadOf(view)}
      </Banner>
    </header>
    {view.looks === null ? null : <Checklist looks={view.looks} />}
    <Lines view={view} />
    <Words view={view} practice={practice} />
  </div>
);
