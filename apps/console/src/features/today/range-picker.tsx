import { useState, type FormEvent } from 'react';
import type { ReportRange } from '@warmline/contracts';
import { Button, OneOf, TextField } from '@warmline/ui';
import { DAYS_MOST, flawOf, type Dates, type DatesFlaw } from './range';
import { todayWords } from './today-words';

const said = todayWords;

type Choice = '1' | '7' | '28' | 'dates';
const CHOICES = (['1', '7', '28', 'dates'] as const).map((value) => ({ value, label: said.ranges[value] }));

const WORDS: Readonly<Record<DatesFlaw, string>> = {
  missing: said.dateMissing,
  after: said.dateAfter,
  future: said.dateFuture,
  most: said.datesMost(DAYS_MOST),
};

interface DatesFormProps {
  readonly shown: Dates;
  readonly today: string;
  readonly onShow: (dates: Dates) => void;
}

const DatesForm = ({ shown, today, onShow }: DatesFormProps) => {
  const [dates, setDates] = useState(shown);
  const [flaw, setFlaw] = useState<DatesFlaw | null>(null);
  const change = (changed: Partial<Dates>): void => {
    setDates({ ...dates, ...changed });
    setFlaw(null);
  };
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const found = flawOf(dates, today);
    setFlaw(found);
    if (found === null) onShow(dates);
  };
  const mistake = flaw === null ? undefined : WORDS[flaw];
  return (
    <form className="today__dates" noValidate onSubmit={show}>
      <TextField
        label={said.from}
        type="date"
        value={dates.from}
        mistake={dates.from === '' || flaw !== 'missing' ? mistake : undefined}
        onChange={(from) => change({ from })}
      />
      <TextField
        label={said.until}
        type="date"
        value={dates.until}
        mistake={flaw === 'missing' && dates.until === '' ? mistake : undefined}
        onChange={(until) => change({ until })}
      />
      <Button type="submit">{said.show}</Button>
    </form>
  );
};

export interface RangePickerProps {
  readonly range: ReportRange;
  /** What is shown now, and today, by the service's calendar; null until they are known. */
  readonly days: Dates | null;
  readonly today: string | null;
  readonly onChoose: (range: ReportRange) => void;
}

/** Which days are shown: a named range at once, dates when they are complete. */
export const RangePicker = ({ range, days, today, onChoose }: RangePickerProps) => {
  const [isChoosing, setChoosing] = useState(!('days' in range));
  const choose = (choice: Choice): void => {
    setChoosing(choice === 'dates');
    if (choice !== 'dates') onChoose({ days: choice });
  };
  return (
    <div className="today__range">
      <OneOf<Choice>
        label={said.range}
        choices={CHOICES}
        value={isChoosing || !('days' in range) ? 'dates' : range.days}
        onChange={choose}
      />
      {isChoosing && today !== null ? (
        <DatesForm shown={days ?? { from: today, until: today }} today={today} onShow={onChoose} />
      ) : null}
    </div>
  );
};
