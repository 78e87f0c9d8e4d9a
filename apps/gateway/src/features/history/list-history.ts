import { Injectable } from '@nestjs/common';
import {
  HISTORY_PAGE_MAX,
  HISTORY_PEOPLE_MAX,
  type HistoryFilter,
  type HistoryList,
  type HistoryPlace,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { instant, staffId, type Instant } from '@warmline/kernel';
import { HistoryReadModel } from '@warmline/postgres';
import { topicsOf } from '../../core/topics';
import { ListReaders, storedPlace } from './list-readers';

interface Asked {
  readonly before: HistoryPlace | null;
  readonly filter: HistoryFilter;
}

const momentOf = (at: string | null): Instant | null => (at === null ? null : instant(Number(at)));

/** Shows supervisors which conversations there were, and who read them. Nothing that was written is opened. */
@Injectable()
export class ListHistory {
  constructor(
    private readonly history: HistoryReadModel,
    private readonly readers: ListReaders,
  ) {}

  async list({ service }: StaffPrincipal, { before, filter }: Asked): Promise<HistoryList> {
    const responder = filter.responder === null ? null : staffId(filter.responder);
    const [from, until] = [momentOf(filter.from), momentOf(filter.until)];
    const { found, next } = await this.history.loadPage(service, {
      before: storedPlace(before),
      filter: { ...filter, responder, from, until },
      most: HISTORY_PAGE_MAX,
    });
    const readersOf = await this.readers.findReaders(found, null);
    return {
      conversations: found.map(({ at: _at, topics, ...one }) => ({
        ...one,
        topics: topicsOf(topics),
        readers: [...(readersOf.get(one.conversationId) ?? [])],
      })),
      next,
      people: await this.history.loadPeople(service, HISTORY_PEOPLE_MAX),
    };
  }
}
