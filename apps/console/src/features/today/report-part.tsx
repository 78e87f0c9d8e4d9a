import { useState } from 'react';
import type { Report } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { FigureRows } from '../../shared/figures/figure-cards';
import { locale } from '../../shared/i18n/locale';
import { dayWords } from '../../shared/i18n/moment-words';
import { Course } from './course';
import { groupsOf } from './report-figures';
import { todayWords } from './today-words';

const said = todayWords;

const clockOf = ({ now, timeZone }: Report): string =>
  new Intl.DateTimeFormat(locale.formats, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);

/** The days in words, and until when their last one is counted. */
const SpanLine = ({ report }: { readonly report: Report }) => {
  const { days, today, timeZone, contacts, turnedAway } = report;
  const span = said.span(dayWords(days.from), dayWords(days.until));
  const isUntilNow = days.until === today;
  return (
    <div className="today__span">
      <h2 className="today__heading">
        {span}
        {isUntilNow ? `, ${said.untilNow(clockOf(report))}` : null}
      </h2>
      <p className="today__soft">
        {said.counted(contacts, turnedAway)} {said.zone(timeZone)}
      </p>
    </div>
  );
};

const Acts = ({ report }: { readonly report: Report }) => {
  const [hasFailed, setFailed] = useState(false);
  // The writer of files comes when one is asked for.
  const save = (): void => {
    setFailed(false);
    void import('./report-csv').then(
      ({ saveReport }) => saveReport(report),
      () => setFailed(true),
    );
  };
  return (
    <div className="today__acts">
      <Button size="small" onPress={save}>
        {said.download}
      </Button>
      <Button size="small" onPress={() => print()}>
        {said.print}
      </Button>
      <span role="status">{hasFailed ? said.downloadFailed : null}</span>
    </div>
  );
};

export interface ReportPartProps {
  readonly report: Report;
  /** Newer figures were asked for and did not come. */
  readonly isStale: boolean;
}

/** Every figure of the days that are shown, with what it means. */
export const ReportPart = ({ report, isStale }: ReportPartProps) => (
  <>
    <div className="today__top">
      <SpanLine report={report} />
      <Acts report={report} />
    </div>
    {isStale ? <Banner tone="notice">{said.stale(clockOf(report))}</Banner> : null}
    {report.isPartial ? <Banner tone="notice">{said.isPartial}</Banner> : null}
    {report.leavesOut ? <p className="today__soft">{said.leavesOut}</p> : null}
    {report.erased === null || report.erased > 0 ? (
      <Banner tone="notice">{said.erased(report.erased)}</Banner>
    ) : null}
    {groupsOf(report).map(({ key, figures }) => (
      <section key={key} className="today__group" aria-label={said.groups[key]}>
        <h2 className="today__heading">{said.groups[key]}</h2>
        <FigureRows figures={figures} />
      </section>
    ))}
    <Course report={report} />
  </>
);
