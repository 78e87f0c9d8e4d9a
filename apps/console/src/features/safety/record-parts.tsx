import { useState } from 'react';
import type { SafetyEntryWritten, SafetyRecord } from '@warmline/contracts';
import { Button, Card, OneOf, Tick } from '@warmline/ui';
import {
  PLAN_PARTS,
  SAFETY_ACTS,
  SAFETY_FACTS,
  SAFETY_TIMEFRAMES,
  SUICIDE_ASKED,
  SUPERVISOR_ACTS,
  type SafetyFact,
  type SuicideAsked,
} from '@warmline/vocabulary';
import { askForComposer } from '../../shared/desk/desk-view';
import { addToDraft } from '../../shared/desk/drafts';
import { planText, writtenBy } from '../../shared/safety/record-texts';
import { recordWords } from '../../shared/safety/record-words';
import { safetyPanelWords } from './safety-panel-words';
import { WordsField } from './words-field';

export interface RecordPartProps {
  readonly record: SafetyRecord;
  readonly now: number;
  readonly onWrite: (entry: SafetyEntryWritten) => void;
}

const By = ({ children }: { readonly children: string }) =>
  children === '' ? null : <p className="safety-record__by">{children}</p>;

/** Whether the visitor was asked directly. */
export const AskPart = ({ record: { asked }, now, onWrite }: RecordPartProps) => {
  const [isChosen, setChosen] = useState(false);
  const isReasonAsked = isChosen || asked?.answer === 'not_needed';
  const choose = (answer: SuicideAsked): void => {
    setChosen(answer === 'not_needed');
    if (answer !== 'not_needed') onWrite({ kind: 'asked', answer, words: '' });
  };
  return (
    <Card title={safetyPanelWords.ask}>
      <OneOf<SuicideAsked>
        label={safetyPanelWords.askQuestion}
        choices={SUICIDE_ASKED.map((value) => ({ value, label: recordWords.asked[value] }))}
        value={isChosen ? 'not_needed' : (asked?.answer ?? null)}
        onChange={choose}
      />
      {isReasonAsked ? (
        <WordsField
          label={safetyPanelWords.askReason}
          words={asked?.answer === 'not_needed' ? asked.words : ''}
          writtenBy={safetyPanelWords.askReasonMissing}
          onSave={(words) => {
            if (words.trim() === '') return;
            onWrite({ kind: 'asked', answer: 'not_needed', words });
            setChosen(false);
          }}
        />
      ) : null}
      {asked === null ? null : <By>{writtenBy(asked, now)}</By>}
    </Card>
  );
};

const FactRow = ({ fact, record, now, onWrite }: RecordPartProps & { readonly fact: SafetyFact }) => {
  const stored = record.facts.find((one) => one.fact === fact);
  const { isTicked = false, timeframe = null, words = '' } = stored ?? {};
  const label = recordWords.facts[fact];
  const write = (over: Partial<Extract<SafetyEntryWritten, { kind: 'fact' }>>): void =>
    onWrite({ kind: 'fact', fact, isTicked, timeframe, words, ...over });
  const by = stored === undefined ? '' : writtenBy(stored, now);
  const hasWords = isTicked || timeframe !== null;
  return (
    <li className="safety-record__fact">
      {fact === 'timeframe' ? (
        <OneOf
          label={label}
          choices={SAFETY_TIMEFRAMES.map((value) => ({ value, label: recordWords.timeframes[value] }))}
          value={timeframe}
          onChange={(chosen) => write({ timeframe: chosen, isTicked: chosen !== 'none' })}
        />
      ) : (
        <Tick label={label} isTicked={isTicked} onChange={(ticked) => write({ isTicked: ticked })} />
      )}
      {hasWords ? (
        <WordsField
          label={safetyPanelWords.factWords(label)}
          words={words}
          writtenBy={by}
          onSave={(text) => write({ words: text })}
        />
      ) : (
        <By>{by}</By>
      )}
    </li>
  );
};

/** What was learned, each with words, who and when. */
export const FactsPart = (props: RecordPartProps) => (
  <Card title={safetyPanelWords.facts}>
    <ul className="safety-record__list">
      {SAFETY_FACTS.map((fact) => (
        <FactRow key={fact} fact={fact} {...props} />
      ))}
    </ul>
  </Card>
);

/** The plan, written with the visitor; one press puts it into the reply. */
export const PlanPart = ({ record, now, onWrite }: RecordPartProps) => {
  const [told, setTold] = useState('');
  const put = (): void => {
    const text = planText(record);
    setTold(text === '' ? safetyPanelWords.planEmpty : safetyPanelWords.planPut);
    if (text === '') return;
    addToDraft(record.conversationId, text);
    askForComposer();
  };
  return (
    <Card title={safetyPanelWords.plan} lead={safetyPanelWords.planLead}>
      {PLAN_PARTS.map((part) => {
        const stored = record.plan.find((one) => one.part === part);
        return (
          <WordsField
            key={part}
            label={recordWords.plan[part]}
            words={stored?.words ?? ''}
            writtenBy={stored === undefined ? '' : writtenBy(stored, now)}
            onSave={(words) => onWrite({ kind: 'plan', part, words })}
          />
        );
      })}
      <Button onPress={put}>{safetyPanelWords.planSend}</Button>
      <p className="safety-record__by" role="status">
        {told}
      </p>
    </Card>
  );
};

/** What was done. An act that a supervisor decides is theirs alone. */
export const ActsPart = ({
  record,
  now,
  onWrite,
  isSupervisor,
}: RecordPartProps & { readonly isSupervisor: boolean }) => (
  <Card title={safetyPanelWords.acts}>
    <ul className="safety-record__list">
      {SAFETY_ACTS.map((act) => {
        const done = record.acts.filter((one) => one.act === act);
        const isTheirs = isSupervisor || !SUPERVISOR_ACTS.includes(act);
        return (
          <li key={act} className="safety-record__act">
            <span>{recordWords.acts[act]}</span>
            {isTheirs ? (
              <Button
                size="small"
                aria-label={safetyPanelWords.actRecord(recordWords.acts[act])}
                onPress={() => onWrite({ kind: 'act', act, words: '' })}
              >
                {safetyPanelWords.record}
              </Button>
            ) : (
              <By>{safetyPanelWords.actSupervisor}</By>
            )}
            {done.map((one) => (
              <By key={`${one.by}${one.at}`}>{writtenBy(one, now)}</By>
            ))}
          </li>
        );
      })}
    </ul>
  </Card>
);
