import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Report, ReportRange } from '@warmline/contracts';
import { PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useParts } from '../../shared/page/parts';
import { Present } from './present';
import { RangePicker } from './range-picker';
import { ReportPart } from './report-part';
import { reportQuery } from './today-requests';
import { todayWords } from './today-words';
import './today.css';

const said = todayWords;

export interface TodayPageProps {
  readonly title: string;
  readonly range: ReportRange;
  readonly onRange: (range: ReportRange) => void;
  /** What follows on the page of today. */
  readonly children: ReactNode;
}

/** Today's date by the service's calendar, as the newest answer had it. */
const useToday = (report: Report | undefined): string | null => {
  const [today, setToday] = useState<string | null>(null);
  if (report !== undefined && report.today !== today) setToday(report.today);
  return today;
};

/** How it goes: now, and over the days that someone chooses. */
export const TodayPage = ({ title, range, onRange, children }: TodayPageProps) => {
  const query = useQuery(reportQuery(useParts(), range));
  const { data: report, isError, isFetching, refetch } = query;
  const today = useToday(report);
  const isToday = 'days' in range && range.days === '1';
  return (
    <div className="board today">
      <div className="today__top">
        <h1 className="board__title">{title}</h1>
        <RangePicker range={range} days={report?.days ?? null} today={today} onChoose={onRange} />
      </div>
      {isToday ? <Present /> : null}
      <PanelState
        content={report}
        loading={said.loading}
        lines={8}
        hasFailed={isError && !isFetching}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void refetch()}
      >
        {(shown) => <ReportPart report={shown} isStale={isError} />}
      </PanelState>
      {isToday ? children : null}
      <p className="today__soft">{said.wall}</p>
    </div>
  );
};
