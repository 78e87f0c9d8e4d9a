import { useRef, useState } from 'react';
import type { ServiceImported } from '@warmline/contracts';
import { Banner, Button, Card, Table, Tick, Waiting, type TableColumn } from '@warmline/ui';
import { dayWords } from '../../../shared/i18n/moment-words';
import { InviteLinks } from '../invite-links';
import { setupWords } from '../setup-words';
import { moveWords as said } from './move-words';
import { useServiceFile, type CheckedFile, type ServiceFileInUse } from './use-service-file';

type Brought = CheckedFile['lists'][number];

const number = (key: 'added' | 'changed' | 'removed'): TableColumn<Brought> => ({
  key,
  title: said[key],
  kind: 'number',
  cell: (row) => row[key],
});

const COLUMNS: readonly TableColumn<Brought>[] = [
  { key: 'list', title: said.list, cell: ({ list }) => setupWords.lists[list].title },
  number('added'),
  number('changed'),
  number('removed'),
];

const Makes = ({ file: { lists, charityParts } }: { readonly file: CheckedFile }) => {
  if (lists.length === 0 && charityParts === 0) return <p>{said.nothing}</p>;
  return (
    <>
      {lists.length === 0 ? null : (
        <Table label={said.makes} columns={COLUMNS} rows={lists} rowKey={({ list }) => list} />
      )}
      {charityParts === 0 ? null : <p>{said.charityParts(charityParts)}</p>}
    </>
  );
};

/** What the file would make, and the question that has to be answered first. */
const Checked = ({ file, inUse }: { readonly file: CheckedFile; readonly inUse: ServiceFileInUse }) => {
  const [isSame, setSame] = useState(false);
  return (
    <>
      <p role="status">{said.from(file.name, dayWords(new Date(file.madeAt).toISOString().slice(0, 10)))}</p>
      <Makes file={file} />
      <dl className="move__print">
        <dt>{said.compare}</dt>
        <dd>
          <code dir="ltr">{file.fingerprint}</code>
        </dd>
      </dl>
      <Tick label={said.isSame} isTicked={isSame} onChange={setSame} />
      <div>
        <Button
          kind="main"
          isBusy={inUse.isBusy}
          isDisabled={!isSame}
          onPress={() => void inUse.make(file.fingerprint)}
        >
          {inUse.isBusy ? said.making : said.make}
        </Button>
      </div>
    </>
  );
};

const names = (lists: Extract<ServiceImported, { outcome: 'not_new' }>['lists']): string =>
  lists.map((list) => setupWords.lists[list].title).join(', ');

const Answer = ({
  answer,
  inUse,
}: {
  readonly answer: ServiceImported;
  readonly inUse: ServiceFileInUse;
}) => {
  switch (answer.outcome) {
    case 'checked':
      return <Checked key={answer.fingerprint} file={answer} inUse={inUse} />;
    case 'saved':
      return <Banner icon="check">{said.made}</Banner>;
    case 'unreadable':
      return <Banner tone="grave">{said.unreadable[answer.problem]}</Banner>;
    case 'another_key':
      return <Banner tone="grave">{said.anotherKey}</Banner>;
    case 'not_new':
      return (
        <Banner tone="notice">
          {said.notNew} {answer.because.map((why) => said.because[why]).join(' ')}{' '}
          {answer.lists.length === 0 ? '' : said.savedLists(names(answer.lists))}
        </Banner>
      );
    case 'problems': {
      const name = answer.list === null ? said.charity : setupWords.lists[answer.list].title;
      return <Banner tone="grave">{said.problems(name, answer.count)}</Banner>;
    }
  }
};

/** Brings a file of a service into a new deployment. */
export const BringInCard = () => {
  const picker = useRef<HTMLInputElement>(null);
  const inUse = useServiceFile();
  const { state, chosen } = inUse;
  return (
    <Card title={said.bringIn} lead={said.bringInLead}>
      <input
        ref={picker}
        type="file"
        accept=".txt,text/plain"
        aria-label={said.file}
        className="ui-unseen"
        tabIndex={-1}
        onChange={(event) => {
          void inUse.choose(event.target.files?.[0]);
          // The same file, saved again, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="setup__chosen">
        <Button icon="file" isDisabled={inUse.isBusy} onPress={() => picker.current?.click()}>
          {said.choose}
        </Button>
        {chosen === null ? null : <span>{said.chosen(chosen.name)}</span>}
      </div>
      {state.is === 'checking' ? <Waiting label={said.checking} lines={2} /> : null}
      {state.is === 'failed' ? <Banner tone="grave">{state.text}</Banner> : null}
      {state.is === 'answered' ? <Answer answer={state.answer} inUse={inUse} /> : null}
      <InviteLinks invites={inUse.invites} onDone={inUse.forgetInvites} />
      {inUse.proofDialog}
    </Card>
  );
};
