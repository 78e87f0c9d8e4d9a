import type { Reader } from '@warmline/contracts';
import { locale } from '../../shared/i18n/locale';
import { readersWords } from './readers-words';

const said = readersWords;
const moment = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment (ms) with its day, such as 30 Nov 2026, 21:05. */
export const when = (at: number): string => moment.format(at);

const ReaderLine = ({ reader }: { readonly reader: Reader }) => {
  const { name, times, firstAt, lastAt } = reader;
  if (times === 1) return <li>{said.once(name, reader, when(firstAt))}</li>;
  return (
    <li>
      {said.often(name, reader)}{' '}
      <span className="history__soft">({said.between(when(firstAt), when(lastAt))})</span>
    </li>
  );
};

export interface ReaderLinesProps {
  readonly readers: readonly Reader[];
  /** What the visitor is called. */
  readonly visitor: string;
  /** Said where there are none. */
  readonly none?: string;
}

/** Who read one conversation, how and when. */
export const ReaderLines = ({ readers, visitor, none = said.noReaders }: ReaderLinesProps) =>
  readers.length === 0 ? (
    <p className="history__soft">{none}</p>
  ) : (
    <ul className="history__readers" aria-label={said.readBy(visitor)}>
      {readers.map((reader) => (
        <ReaderLine
          key={`${reader.name} ${reader.reading} ${reader.purpose} ${reader.firstAt}`}
          reader={reader}
        />
      ))}
    </ul>
  );
