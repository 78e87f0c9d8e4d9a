import type { ReactNode } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { useLive } from '../../shared/live/live-provider';
import { ServiceLine } from '../../shared/page/service-line';
import { isInDanger } from '../../shared/safety/danger';
import { ConnectionMark } from './connection-bar';
import { frameWords } from './frame-words';
import './status-bar.css';

export interface StatusBarProps {
  readonly status: ReactNode;
  readonly shift: ReactNode;
  readonly call: ReactNode;
  readonly views: ReactNode;
  readonly account: ReactNode;
}

/** Counts as two, as the server counts it. */
const isUrgent = ({ band, safety }: CaseloadItem): boolean => band === 1 || isInDanger(safety);

const CaseloadCount = () => {
  const desk = useLive((live) => live.desk);
  if (desk === null) return null;
  const { units } = desk.wellbeing.capacity;
  const talking = desk.caseload.filter(({ state }) => state === 'talking');
  const used = frameWords.capacityUsed(talking.length, units);
  const notes = [
    talking.some(isUrgent) && units > 1 ? frameWords.urgentCounts : null,
    desk.caseload.length > talking.length ? frameWords.wrapUpCounts : null,
  ].filter((note) => note !== null);
  return (
    <span className="status-bar__count">
      <span className="status-bar__wide">{[used, ...notes].join(' · ')}</span>
      <span className="status-bar__narrow" aria-hidden="true">
        {talking.length}/{units}
      </span>
    </span>
  );
};

/** Always in the same place: my status, my shift, how many I hold, a call for help, the line, and who I am. */
export const StatusBar = ({ status, shift, call, views, account }: StatusBarProps) => (
  <header className="status-bar" aria-label={frameWords.statusBar}>
    <ServiceLine />
    <div className="status-bar__row">
      {status}
      {shift}
      <CaseloadCount />
      {views}
      <span className="status-bar__space" />
      {call}
      <ConnectionMark />
      {account}
    </div>
  </header>
);
