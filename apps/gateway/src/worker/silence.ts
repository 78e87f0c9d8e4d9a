import { Injectable } from '@nestjs/common';
import { OutageStore } from '@warmline/postgres';
import { AbandonedConversations } from './abandoned-conversations';
import { LostConnections } from './lost-connections';

/** Everything that is concluded from somebody's silence, and what keeps an outage from being taken for it. */
@Injectable()
export class Silence {
  constructor(
    readonly outages: OutageStore,
    readonly lostLines: LostConnections,
    readonly leftPlaces: AbandonedConversations,
  ) {}
}
