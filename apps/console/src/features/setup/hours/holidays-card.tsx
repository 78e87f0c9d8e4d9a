import { useState } from 'react';
import type { SetupList } from '@warmline/contracts';
import { exceptionChanges, type Week } from '@warmline/opening';
import { Banner, Button, Card, Empty, TextField, Tick } from '@warmline/ui';
import { useParts } from '../../../shared/page/parts';
import type { OpenSetupList } from '../use-list';
import {
  exceptionsOf,
  holidayMistakes,
  holidaysOf,
  isOver,
  rowsOfHolidays,
  type DraftHoliday,
} from './holidays-draft';
import { FIRST_SPAN, type DraftSpan } from './hours-draft';
import { holidaysTold } from './hours-told';
import { hoursWords } from './hours-words';
import { PlanSaving } from './plan-saving';
import { useDraft } from './use-draft';

const said = hoursWords.holidays;

interface TimesProps {
  readonly spans: readonly DraftSpan[];
  readonly onChange: (spans: readonly DraftSpan[]) => void;
}

const Times = ({ spans, onChange }: TimesProps) => (
  <div className="hours__spans">
    {spans.map((span, index) => {
      const change = (next: DraftSpan): void =>
        onChange(spans.map((other, at) => (at === index ? next : other)));
      return (
        <div key={index} className="hours__span">
          <TextField
            type="time"
            label={hoursWords.opens}
            value={span.opens}
            onChange={(opens) => change({ ...span, opens })}
          />
          <TextField
            type="time"
            label={hoursWords.closes}
            value={span.closes}
            onChange={(closes) => change({ ...span, closes })}
          />
        </div>
      );
    })}
  </div>
);

interface HolidayProps {
  readonly holiday: DraftHoliday;
  readonly mistake: keyof typeof said.mistakes | null;
  readonly onChange: (holiday: DraftHoliday) => void;
  readonly onRemove: () => void;
}

const Holiday = ({ holiday, mistake, onChange, onRemove }: HolidayProps) => {
  const { day, name, spans } = holiday;
  const isAbout = (...kinds: readonly (typeof mistake)[]): string | undefined =>
    mistake !== null && kinds.includes(mistake) ? said.mistakes[mistake] : undefined;
  return (
    <div className="hours__holiday" role="group" aria-label={said.of(name)}>
      <TextField
        type="date"
        label={said.day}
        value={day}
        mistake={isAbout('no_day', 'twice')}
        onChange={(next) => onChange({ ...holiday, day: next })}
      />
      <TextField
        label={said.name}
        value={name}
        maxLength={60}
        mistake={isAbout('no_name')}
        onChange={(next) => onChange({ ...holiday, name: next })}
      />
      <Tick
        label={said.closedAllDay}
        isTicked={spans.length === 0}
        onChange={(isClosed) => onChange({ ...holiday, spans: isClosed ? [] : [FIRST_SPAN] })}
      />
      {spans.length === 0 ? null : (
        <Times spans={spans} onChange={(next) => onChange({ ...holiday, spans: next })} />
      )}
      {isAbout('no_time') === undefined ? null : <Banner tone="grave">{said.mistakes.no_time}</Banner>}
      <Button
        size="small"
        kind="quiet"
        icon="close"
        iconOnly
        aria-label={said.remove(name)}
        onPress={onRemove}
      />
    </div>
  );
};

interface HolidaysCardProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  /** The hours of every week, as they are stored. */
  readonly week: Week;
}

const usesOf = (stored: readonly DraftHoliday[], holidays: readonly DraftHoliday[], week: Week) => {
  const changes = exceptionChanges(exceptionsOf(stored), exceptionsOf(holidays), week);
  return {
    mistakes: holidayMistakes(holidays),
    sentences: holidaysTold(changes),
    closes: changes.some(({ closes }) => closes),
  };
};

/** Days with hours of their own. Those that are over are kept and not shown. */
export const HolidaysCard = ({ list, inUse, week }: HolidaysCardProps) => {
  const today = new Date(useParts().clock.now()).toISOString().slice(0, 10);
  const stored = holidaysOf(list.rows);
  const draft = useDraft(inUse, stored, { rowsOf: rowsOfHolidays, outdated: said.outdated });
  const [isTried, setTried] = useState(false);
  const holidays = draft.draft;
  const { mistakes, sentences, closes } = usesOf(stored, holidays, week);
  const over = holidays.filter((holiday) => isOver(holiday, today)).length;
  const tryIt = (): boolean => {
    const isValid = mistakes.every((mistake) => mistake === null);
    setTried(!isValid);
    return isValid;
  };
  return (
    <Card title={said.title} lead={said.lead}>
      {holidays.length === over ? (
        <Empty icon="note" title={said.none}>
          {said.noneMore}
        </Empty>
      ) : null}
      {holidays.map((holiday, index) =>
        isOver(holiday, today) ? null : (
          <Holiday
            key={index}
            holiday={holiday}
            mistake={isTried ? (mistakes[index] ?? null) : null}
            onChange={(next) => draft.change(holidays.map((other, at) => (at === index ? next : other)))}
            onRemove={() => draft.change(holidays.filter((_, at) => at !== index))}
          />
        ),
      )}
      {over === 0 ? null : <p className="hours__soft">{said.over(over)}</p>}
      <div>
        <Button icon="plus" onPress={() => draft.change([...holidays, { day: '', name: '', spans: [] }])}>
          {said.add}
        </Button>
      </div>
      <PlanSaving
        draft={draft}
        last={list.last}
        sentences={sentences}
        closes={closes}
        words={said}
        onTry={tryIt}
      />
    </Card>
  );
};
