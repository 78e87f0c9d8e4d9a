import type { LiveView } from '@warmline/contracts';
import { Dot, Empty, Table, type TableColumn } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { presentFirst } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Person = LiveView['people'][number];

const Status = ({ person }: { readonly person: Person }) => {
  const status = person.present ? person.availability : 'gone';
  return (
    <span className="people__status">
      <Dot tone={status === 'available' ? 'on' : 'off'} />
      {commonWords.present[status]}
    </span>
  );
};

const COLUMNS: readonly TableColumn<Person>[] = [
  { key: 'name', title: commonWords.name, cell: ({ name }) => name },
  { key: 'role', title: liveViewWords.role, cell: ({ role }) => commonWords.roles[role] },
  { key: 'status', title: commonWords.status, cell: (person) => <Status person={person} /> },
  {
    key: 'load',
    title: liveViewWords.load,
    kind: 'number',
    cell: ({ load, capacityNow }) => liveViewWords.loadOf(load, capacityNow),
  },
  { key: 'wrap-ups', title: liveViewWords.wrapUps, kind: 'number', cell: ({ wrapUps }) => wrapUps },
];

/** The people on shift and their conversations. */
export const PeopleTable = ({ board }: { readonly board: LiveView }) => {
  const people = presentFirst(board);
  if (people.length === 0)
    return (
      <Empty icon="person" title={commonWords.peopleNone}>
        {commonWords.peopleNoneMore}
      </Empty>
    );
  return (
    <Table
      label={liveViewWords.people}
      columns={COLUMNS}
      rows={people}
      rowKey={({ id }) => id}
      isSoft={({ present }) => !present}
    />
  );
};
