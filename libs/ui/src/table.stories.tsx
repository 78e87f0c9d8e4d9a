// SPDX-License-Identifier: AGPL-3.0-or-later
import { Button } from './button';
import { Table, type TableColumn } from './table';

interface Shift {
  readonly person: string;
  readonly from: string;
  readonly chats: number;
}

const SHIFTS: readonly Shift[] = [
  { person: 'Sam', from: '18:00', chats: 3 },
  { person: 'A name that is much longer than names usually are', from: '20:30', chats: 12 },
];

const COLUMNS: readonly TableColumn<Shift>[] = [
  { key: 'person', title: 'Name', cell: ({ person }) => <bdi>{person}</bdi> },
  { key: 'from', title: 'From', kind: 'figure', cell: ({ from }) => from },
  { key: 'chats', title: 'Chats', kind: 'number', cell: ({ chats }) => chats },
  { key: 'actions', title: 'Actions', kind: 'actions', cell: () => <Button size="small">Edit</Button> },
];

export const Rows = () => (
  <Table label="Shifts" columns={COLUMNS} rows={SHIFTS} rowKey={({ person }) => person} />
);

export const SoftRows = () => (
  <Table
    label="Shifts today"
    columns={COLUMNS}
    rows={SHIFTS}
    rowKey={({ person }) => person}
    isSoft={({ chats }) => chats > 5}
  />
);
