import { useState } from 'react';
import type { SetupList } from '@warmline/contracts';
import { weekChange } from '@warmline/opening';
import { Banner, Card, OneOf } from '@warmline/ui';
import type { OpenSetupList } from '../use-list';
import { draftOf, hasNoHours, mistakesIn, rowsOf, weekOf, type HoursDraft } from './hours-draft';
import { changeTold } from './hours-told';
import { hoursWords } from './hours-words';
import { PlanSaving } from './plan-saving';
import { useDraft } from './use-draft';
import { WeekGrid } from './week-grid';

const WAYS = [
  { value: 'always', label: hoursWords.always, hint: hoursWords.alwaysHint },
  { value: 'hours', label: hoursWords.atHours, hint: hoursWords.atHoursHint },
] as const;

/** What is shown of a draft: what is wrong with it, and what saving it would change. */
const judged = (stored: HoursDraft, draft: HoursDraft) => {
  const change = weekChange(weekOf(stored), weekOf(draft));
  const isEmpty = hasNoHours(draft);
  return {
    mistakes: mistakesIn(draft),
    isEmpty,
    closes: change.minutesLost > 0,
    sentences: isEmpty ? [] : changeTold(change),
  };
};

/** The hours of every week: edited as a grid, told in sentences before they are saved. */
export const HoursCard = ({ list, inUse }: { readonly list: SetupList; readonly inUse: OpenSetupList }) => {
  const stored = draftOf(list.rows);
  const draft = useDraft(inUse, stored, { rowsOf, outdated: hoursWords.outdated });
  const [isTried, setTried] = useState(false);
  const week = draft.draft;
  const { mistakes, isEmpty, closes, sentences } = judged(stored, week);
  const tryIt = (): boolean => {
    const isValid = mistakes.length === 0 && !isEmpty;
    setTried(!isValid);
    return isValid;
  };
  return (
    <Card title={hoursWords.week}>
      <OneOf
        label={hoursWords.way}
        choices={WAYS}
        value={week.isAlways ? 'always' : 'hours'}
        onChange={(way) => draft.change({ ...week, isAlways: way === 'always' })}
      />
      {week.isAlways ? null : (
        <WeekGrid draft={week} mistakes={isTried ? mistakes : []} onChange={draft.change} />
      )}
      {isTried && isEmpty ? <Banner tone="grave">{hoursWords.noHours}</Banner> : null}
      <PlanSaving
        draft={draft}
        last={list.last}
        sentences={sentences}
        closes={closes}
        words={hoursWords}
        onTry={tryIt}
      />
    </Card>
  );
};
