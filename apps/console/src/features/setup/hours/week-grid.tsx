import { Button, MenuButton, TextField } from '@warmline/ui';
import { setupWords } from '../setup-words';
import {
  copiedTo,
  FIRST_SPAN,
  minutesOf,
  numberOf,
  WEEKDAYS,
  withDay,
  type DraftSpan,
  type HoursDraft,
  type SpanMistake,
  type WeekdayName,
} from './hours-draft';
import { endTold } from './hours-told';
import { hoursWords } from './hours-words';

export interface WeekGridProps {
  readonly draft: HoursDraft;
  /** Shown beside their fields; none before the first try to save. */
  readonly mistakes: readonly SpanMistake[];
  readonly onChange: (draft: HoursDraft) => void;
}

const MISTAKES = { no_time: hoursWords.noTime, overlap: hoursWords.overlap };

interface SpanRowProps {
  readonly day: WeekdayName;
  readonly index: number;
  readonly span: DraftSpan;
  readonly mistake: SpanMistake | undefined;
  readonly onChange: (span: DraftSpan) => void;
  readonly onRemove: () => void;
}

const SpanRow = ({ day, index, span, mistake, onChange, onRemove }: SpanRowProps) => {
  const name = setupWords.values[day];
  const end = endTold(numberOf(day), minutesOf(span.opens), minutesOf(span.closes));
  const mistakeOf = (field: 'opens' | 'closes') =>
    mistake?.field === field ? MISTAKES[mistake.kind] : undefined;
  return (
    <div className="hours__span" role="group" aria-label={hoursWords.spanOf(name, index + 1)}>
      <TextField
        type="time"
        label={hoursWords.opens}
        value={span.opens}
        mistake={mistakeOf('opens')}
        onChange={(opens) => onChange({ ...span, opens })}
      />
      <TextField
        type="time"
        label={hoursWords.closes}
        value={span.closes}
        mistake={mistakeOf('closes')}
        onChange={(closes) => onChange({ ...span, closes })}
      />
      <span className="hours__end" role="status">
        {end}
      </span>
      <Button
        size="small"
        kind="quiet"
        icon="close"
        iconOnly
        aria-label={hoursWords.removeSpan(name, span.opens, span.closes)}
        onPress={onRemove}
      />
    </div>
  );
};

/** Behind the last hours of the day: they begin where those end. */
const nextSpan = (spans: readonly DraftSpan[]): DraftSpan => {
  const last = spans.at(-1);
  return last === undefined ? FIRST_SPAN : { opens: '', closes: '' };
};

const WEEKDAYS_ONLY: readonly WeekdayName[] = WEEKDAYS.slice(0, 5);

const DayRow = ({ day, draft, mistakes, onChange }: WeekGridProps & { readonly day: WeekdayName }) => {
  const name = setupWords.values[day];
  const spans = draft.week[day];
  const change = (next: readonly DraftSpan[]): void => onChange(withDay(draft, day, next));
  return (
    <li className="hours__day">
      <h3 className="hours__name">{name}</h3>
      {spans.length === 0 ? (
        <p className="hours__closed">{hoursWords.closedDay}</p>
      ) : (
        <div className="hours__spans">
          {spans.map((span, index) => (
            <SpanRow
              key={index}
              day={day}
              index={index}
              span={span}
              mistake={mistakes.find((mistake) => mistake.day === day && mistake.index === index)}
              onChange={(changed) => change(spans.map((other, at) => (at === index ? changed : other)))}
              onRemove={() => change(spans.filter((_, at) => at !== index))}
            />
          ))}
        </div>
      )}
      <div className="hours__acts">
        <Button
          size="small"
          kind="quiet"
          icon="plus"
          aria-label={hoursWords.addHoursOn(name)}
          onPress={() => change([...spans, nextSpan(spans)])}
        >
          {hoursWords.addHours}
        </Button>
        <MenuButton
          label={hoursWords.copyOf(name)}
          entries={[
            { key: 'weekdays', label: hoursWords.toWeekdays },
            { key: 'every', label: hoursWords.toEveryDay },
          ]}
          onChoose={(to) => onChange(copiedTo(draft, day, to === 'every' ? WEEKDAYS : WEEKDAYS_ONLY))}
        >
          {hoursWords.copy}
        </MenuButton>
      </div>
    </li>
  );
};

/** Seven days, each with any number of hours. */
export const WeekGrid = (props: WeekGridProps) => (
  <ul className="hours__week">
    {WEEKDAYS.map((day) => (
      <DayRow key={day} {...props} day={day} />
    ))}
  </ul>
);
