import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Banner, Button, OneOf, SomeOf } from '@warmline/ui';
import { READING_PURPOSES, type ReadingPurpose } from '@warmline/vocabulary';
import { useContent } from '../../shared/content/content-query';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { VisitorMark } from '../../shared/page/visitor-name';
import { EntryProof } from './entry-proof';
import './history.css';
import { pastLines, type PastLine } from './past-timeline';
import { actSentence, pastWords } from './past-words';
import type { WholeRecord } from './read-record';
import { when } from './reader-lines';
import { purposeWords } from './reason-parts';
import { usePastRecord } from './use-past-record';
import { writingText, writingTitles } from './writing-words';

const said = pastWords;
const PURPOSES = READING_PURPOSES.map((value) => ({ value, label: purposeWords[value] }));
const KINDS = (['chat', 'beside', 'done'] as const).map((value) => ({ value, label: said.kinds[value] }));
type Kind = PastLine['kind'];

interface PurposeFormProps {
  readonly isBusy: boolean;
  readonly mistake: string | null;
  readonly onOpen: (purpose: ReadingPurpose) => void;
}

const PurposeForm = ({ isBusy, mistake, onOpen }: PurposeFormProps) => {
  const [purpose, setPurpose] = useState<ReadingPurpose | null>(null);
  const [isChecked, setChecked] = useState(false);
  const open = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (purpose !== null) onOpen(purpose);
  };
  return (
    <form className="history__form" onSubmit={open} noValidate>
      <OneOf
        label={said.purpose}
        hint={said.purposeHint}
        choices={PURPOSES}
        shape="lines"
        value={purpose}
        onChange={setPurpose}
        mistake={isChecked && purpose === null ? said.purposeMissing : undefined}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <div>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {isBusy ? said.opening : said.open}
        </Button>
      </div>
    </form>
  );
};

interface LineProps {
  readonly line: PastLine;
  readonly visitor: string;
}

const Words = ({ line, visitor }: LineProps) => {
  const content = useContent();
  if (line.kind === 'done') {
    const sentence = actSentence(line.act);
    return (
      <span className="history__act">
        <span>{sentence}</span> <EntryProof act={line.act.id} sentence={sentence} />
      </span>
    );
  }
  if (line.kind === 'beside') {
    const { by, kind } = line.writing;
    return (
      <span>
        <b>{said.titled(by ?? said.someone, writingTitles[kind])}</b>{' '}
        <bdi className="history__words">
          {writingText(line.writing, content.data?.topics ?? []) ?? said.unreadable}
        </bdi>
      </span>
    );
  }
  const { from, name, body } = line.message;
  return (
    <span>
      <b>
        <bdi>{from === 'visitor' ? visitor : name}</bdi>
      </b>{' '}
      <bdi className="history__words">{body ?? said.unreadable}</bdi>
    </span>
  );
};

const Line = ({ line, visitor }: LineProps) => (
  <li className={`history__line history__line--${line.kind}`}>
    <span className="history__soft">{when(line.at)}</span>
    <Words line={line} visitor={visitor} />
  </li>
);

const keyOf = (line: PastLine): string => {
  if (line.kind === 'done') return line.act.id;
  return line.kind === 'beside' ? line.writing.id : line.message.id;
};

const Record = ({ record, visitor }: { readonly record: WholeRecord; readonly visitor: string }) => {
  const [kinds, setKinds] = useState<readonly Kind[]>(['chat', 'beside', 'done']);
  const lines = pastLines(record).filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <p className="history__soft">{said.openedFor(purposeWords[record.purpose])}</p>
      {record.visitorName === null ? (
        <Banner tone="notice" isSpoken={false}>
          <b>{said.gone}</b>
          <p>{said.goneLead}</p>
        </Banner>
      ) : (
        <div className="history__screen-only">
          <SomeOf label={said.show} choices={KINDS} values={kinds} onChange={setKinds} />
        </div>
      )}
      {lines.length === 0 ? (
        <p>{said.nothing}</p>
      ) : (
        <ol className="history__lines" aria-label={said.timeline}>
          {lines.map((line) => (
            <Line key={keyOf(line)} line={line} visitor={visitor} />
          ))}
        </ol>
      )}
      <p className="history__print-only">{said.printed(when(Date.now()))}</p>
      <div className="history__screen-only">
        <Button onPress={() => globalThis.print()}>{said.print}</Button>
      </div>
    </>
  );
};

export interface PastPageProps {
  readonly conversationId: string;
  /** Back to the list. */
  readonly way: ReactNode;
}

/** One conversation of the past: asked for its purpose first, then shown with everything that was done about it. */
export const PastPage = ({ conversationId, way }: PastPageProps) => {
  const { record, mistake, isBusy, open } = usePastRecord(conversationId);
  const visitor = visitorCalled(record?.visitorName ?? '', conversationId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = record !== null;
  // The button that had the focus is gone.
  useEffect(() => {
    if (isOpen) heading.current?.focus();
  }, [isOpen]);
  return (
    <div className="board history">
      <div className="history__screen-only">{way}</div>
      <h1 className="board__title" ref={heading} tabIndex={-1}>
        {said.title(visitor)} <VisitorMark name={visitor} />
      </h1>
      {record === null ? (
        <PurposeForm isBusy={isBusy} mistake={mistake} onOpen={(purpose) => void open(purpose)} />
      ) : (
        <Record record={record} visitor={visitor} />
      )}
    </div>
  );
};
