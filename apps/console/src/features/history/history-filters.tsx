import type { HistoryList } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { END_REASONS, SAFETY_ANSWERS } from '@warmline/vocabulary';
import { useTopics } from '../../shared/content/topics';
import { outcomeNames } from '../../shared/i18n/wrap-up-outcomes';
import { safetyWords } from '../../shared/safety/safety-words';
import { choiceOf, isAny, isBackwards, OUTCOMES, type HistoryChoice } from './history-filter';
import { endedWords, historyWords } from './history-words';

const said = historyWords;
const SAFETY = SAFETY_ANSWERS.map((value) => ({ value, label: safetyWords.answers[value] }));
const ENDINGS = END_REASONS.map((value) => ({ value, label: endedWords(value) }));
const OUTCOME = OUTCOMES.map((value) => ({ value, label: outcomeNames[value] }));

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What choosing none is called; any, unless said. */
  readonly none?: string;
  readonly onChoose: (value: string) => void;
}

/** One of a list, or none. */
export const Select = ({ label, value, choices, none = said.any, onChoose }: SelectProps) => (
  <label className="history__choice">
    <span>{label}</span>
    <select value={value ?? ''} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  readonly mistake?: string;
  readonly onChoose: (value: string) => void;
}

/** A day by the calendar of this device. */
export const Day = ({ label, value, mistake, onChoose }: DayProps) => (
  <label className="history__choice">
    <span>{label}</span>
    <input
      type="date"
      value={value ?? ''}
      aria-invalid={mistake !== undefined}
      onChange={(event) => onChoose(event.target.value)}
    />
    {mistake === undefined ? null : <span className="ui-field__mistake">{mistake}</span>}
  </label>
);

export interface HistoryFiltersProps {
  readonly choice: HistoryChoice;
  readonly onChoose: (choice: HistoryChoice) => void;
  readonly people: HistoryList['people'];
}

/** Which conversations are shown. Each choice takes effect at once, and is part of the address. */
export const HistoryFilters = ({ choice, onChoose, people }: HistoryFiltersProps) => {
  const topics = useTopics();
  const choose = (part: Readonly<Record<string, string>>): void => onChoose(choiceOf({ ...choice, ...part }));
  return (
    <fieldset className="history__filters">
      <legend className="ui-unseen">{said.filters}</legend>
      <Day label={said.fromDay} value={choice.from} onChoose={(from) => choose({ from })} />
      <Day
        label={said.untilDay}
        value={choice.until}
        {...(isBackwards(choice) && { mistake: said.backwards })}
        onChoose={(until) => choose({ until })}
      />
      <Select
        label={said.responder}
        value={choice.responder}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(responder) => choose({ responder })}
      />
      <Select
        label={said.topic}
        value={choice.topic}
        choices={topics.offered.map((topic) => ({ value: topic, label: topics.nameOf(topic) }))}
        onChoose={(topic) => choose({ topic })}
      />
      <Select
        label={said.safety}
        value={choice.safety}
        choices={SAFETY}
        onChoose={(safety) => choose({ safety })}
      />
      <Select
        label={said.ended}
        value={choice.ended}
        choices={ENDINGS}
        onChoose={(ended) => choose({ ended })}
      />
      <Select
        label={said.outcome}
        value={choice.outcome}
        choices={OUTCOME}
        onChoose={(outcome) => choose({ outcome })}
      />
      {isAny(choice) ? null : (
        <Button kind="quiet" onPress={() => onChoose(choiceOf({}))}>
          {said.clear}
        </Button>
      )}
    </fieldset>
  );
};
