import type { Board } from '@warmline/contracts';
import { minutesBetween } from '../../app/now';
import { words } from '../../app/words';
import { figuresByBand, freePeople } from './board-figures';

interface FigureProps {
  readonly title: string;
  readonly value: string;
  readonly more: string;
  readonly isFirst?: boolean;
}

const Figure = ({ title, value, more, isFirst = false }: FigureProps) => (
  <div className={isFirst ? 'figure figure--first' : 'figure'}>
    <dt className="figure__title">{title}</dt>
    <dd className="figure__value">{value}</dd>
    <dd className="figure__more">{more}</dd>
  </div>
);

/** The few numbers that say how it goes right now. */
export const Figures = ({ board, now }: { readonly board: Board; readonly now: number }) => {
  const { free, present } = freePeople(board);
  return (
    <dl className="figures">
      {figuresByBand(board, now).map(({ band, count, longest }) => (
        <Figure
          key={band}
          title={words.band[band]}
          value={words.board.waitingNow(count)}
          more={
            longest === null
              ? words.board.nobodyWaits
              : words.board.longest(words.min(minutesBetween(0, longest)))
          }
          isFirst={band === 1 && count > 0}
        />
      ))}
      <Figure title={words.board.available} value={String(free)} more={words.board.presentNow(present)} />
      <Figure title={words.board.talking} value={String(board.conversations.length)} more="" />
    </dl>
  );
};
