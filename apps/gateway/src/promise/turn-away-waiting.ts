import { Injectable } from '@nestjs/common';
import { outOfReach } from '@warmline/routing';
import { EndConversation } from '../conversation/end-conversation';
import { doorOf, ServiceDoor } from '../door/service-door';
import { boundOf } from './keep-promises';
import type { Estimates } from './wait-estimates';

/** Standard visitors who will not be reached before closing are told so in time, and who is open instead. */
@Injectable()
export class TurnAwayWaiting {
  constructor(
    private readonly door: ServiceDoor,
    private readonly end: EndConversation,
  ) {}

  async run({ waits }: Estimates): Promise<void> {
    const moment = await this.door.read();
    const entries = waits.map(({ found, ...entry }) => ({ ...entry, bound: boundOf(found) }));
    for (const { conversation, isAsked } of outOfReach(entries, doorOf(moment).closesAt, moment.now))
      if (!isAsked) await this.end.byTurningAway(conversation);
  }
}
