import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { done } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { ListHistory } from './list-history';
import { ListReaders } from './list-readers';
import type { Opening } from './open-readings';
import { ProveEntry } from './prove-entry';
import { ReadPast } from './read-past';
import { SearchPast } from './search-past';

const openingOf = (payload: {
  readonly conversationId: string;
  readonly purpose: Opening['purpose'];
}): Opening => ({ conversation: conversationId(payload.conversationId), purpose: payload.purpose });

/** What happened, and who read it. */
@Injectable()
export class HistoryCommands {
  readonly table = defineStaffCommands({
    'history:list': {
      permission: 'history.list',
      run: async ({ person }, { before, filter }) =>
        done(await this.history.list(person, { before, filter })),
    },
    'history:open': {
      permission: 'history.read',
      run: (page, payload) => this.past.open(page, openingOf(payload)),
    },
    'history:entries': {
      permission: 'history.read',
      run: (page, payload) => this.past.readEntries(page, openingOf(payload), payload.after),
    },
    'history:search': {
      permission: 'history.read',
      run: (page, payload) => this.searching.search(page, openingOf(payload), payload.words),
    },
    'history:prove': {
      permission: 'history.read',
      run: (page, { act: entry, size }) => this.proofs.prove(page, { entry, size }),
    },
    'history:writings': {
      permission: 'history.read',
      run: (page, payload) => this.past.readWritings(page, openingOf(payload), payload.after),
    },
    'history:acts': {
      permission: 'history.read',
      run: (page, payload) => this.past.readActs(page, openingOf(payload), payload.after),
    },
    'readers:list': {
      permission: 'readers.list',
      run: async ({ person }, { before }) => done(await this.readers.listOwn(person, before)),
    },
  });

  constructor(
    private readonly readers: ListReaders,
    private readonly history: ListHistory,
    private readonly past: ReadPast,
    private readonly proofs: ProveEntry,
    private readonly searching: SearchPast,
  ) {}
}
