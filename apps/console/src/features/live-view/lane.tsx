import type { ReactNode } from 'react';
import type { LiveView } from '@warmline/contracts';
import type { SupervisorAct, ToActOn } from '../../shared/handover/to-act-on';
import { liveViewWords } from './live-view-words';

export interface ToRead {
  readonly conversationId: string;
  readonly responderName: string | null;
}

/** What every lane shows, and what can be done from it. */
export interface LaneProps {
  readonly board: LiveView;
  readonly now: number;
  readonly onRead: (what: ToRead) => void;
  readonly onAct: (act: SupervisorAct, what: ToActOn) => void;
}

interface LaneFrameProps {
  readonly name: 'needs' | 'waiting' | 'talking' | 'people';
  readonly title: string;
  readonly count: number;
  /** Said in place of the rows while there are none. */
  readonly none: string;
  readonly children: ReactNode;
}

/** One lane of the live view: its heading counts the rows, and they scroll by themselves where the screen is high enough. */
export const Lane = ({ name, title, count, none, children }: LaneFrameProps) => (
  <section
    className={count === 0 ? `lane lane--${name} lane--empty` : `lane lane--${name}`}
    aria-label={title}
  >
    {/* Where the focus goes when the last row with its button is gone. */}
    <h2 className="lane__title" tabIndex={-1}>
      {title} {count === 0 ? null : <span className="lane__count">{count}</span>}
    </h2>
    {count === 0 ? (
      <p className="lane__none">{none}</p>
    ) : (
      <ul className="lane__rows" tabIndex={0} aria-label={liveViewWords.rowsOf(title)}>
        {children}
      </ul>
    )}
  </section>
);

interface RowProps {
  readonly who: ReactNode;
  /** How long, beside the name. */
  readonly time: string | null;
  readonly isLate?: boolean;
  readonly marks: ReactNode;
  readonly acts: ReactNode;
}

/** One person or chat: who and how long on the first line, what is known on the second, and what can be done. */
export const Row = ({ who, time, isLate = false, marks, acts }: RowProps) => (
  <li className="lane__row">
    <span className="lane__who">{who}</span>
    {time === null ? null : (
      <span className={isLate ? 'lane__time lane__time--late' : 'lane__time'}>{time}</span>
    )}
    <span className="lane__marks">{marks}</span>
    <span className="lane__acts">{acts}</span>
  </li>
);
