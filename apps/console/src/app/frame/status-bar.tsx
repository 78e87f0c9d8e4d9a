import type { ReactNode } from 'react';
import { useLive } from '../../shared/live/live-provider';
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

const CaseloadCount = () => {
  const desk = useLive((live) => live.desk);
  if (desk === null) return null;
  const { units } = desk.wellbeing.capacity;
  return (
    <span className="status-bar__count">
      <span className="status-bar__wide">{frameWords.capacityUsed(desk.load, units)}</span>
      <span className="status-bar__narrow" aria-hidden="true">
        {desk.load}/{units}
      </span>
    </span>
  );
};

/** Always in the same place: my status, my shift, how many I hold, a call for help, the line, and who I am. */
export const StatusBar = ({ status, shift, call, views, account }: StatusBarProps) => (
  <header className="status-bar" aria-label={frameWords.statusBar}>
    {status}
    {shift}
    <CaseloadCount />
    {views}
    <span className="status-bar__space" />
    {call}
    <ConnectionMark />
    {account}
  </header>
);
