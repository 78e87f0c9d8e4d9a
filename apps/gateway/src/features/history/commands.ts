import { Injectable } from '@nestjs/common';
import { done } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { ListHistory } from './list-history';
import { ListReaders } from './list-readers';

/** What happened, and who read it. */
@Injectable()
export class HistoryCommands {
  readonly table = defineStaffCommands({
    'history:list': {
      permission: 'history.list',
      run: async ({ person }, { before, filter }) =>
        done(await this.history.list(person, { before, filter })),
    },
    'readers:list': {
      permission: 'readers.list',
      run: async ({ person }, { before }) => done(await this.readers.listOwn(person, before)),
    },
  });

  constructor(
    private readonly readers: ListReaders,
    private readonly history: ListHistory,
  ) {}
}
