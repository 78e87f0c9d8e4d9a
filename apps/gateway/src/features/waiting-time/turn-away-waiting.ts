import { Injectable } from '@nestjs/common';
import { outOfReach, waitedForNothing } from '@warmline/opening';
import { Timers } from '../../core/timers';
import { EndConversation } from '../conversation';
import { openingOf } from '../opening';
import { boundOf } from './tell-waits';
import type { Estimates, EstimatedWait } from './wait-estimates';

/** Since when they know that nobody is on; null where somebody is. */
const nobodyOnSince = ({ told, isNobodyOn }: EstimatedWait) =>
  isNobodyOn && told?.said.kind === 'nobody_on' ? told.said.since : null;

/** Standard visitors who will not be reached, before closing or because nobody is on, are told so, and who is open instead. */
@Injectable()
export class TurnAwayWaiting {
  constructor(
    private readonly end: EndConversation,
    private readonly timers: Timers,
  ) {}

  async turnAwayUnreachable({ waits, door }: Estimates): Promise<void> {
    const waiting = waits
      .filter(({ isAsked }) => !isAsked)
      .map((wait) => ({ ...wait, bound: boundOf(wait.found), since: nobodyOnSince(wait) }));
    for (const { conversation } of outOfReach(waiting, openingOf(door).closesAt, door.now))
      await this.end.endByTurningAway(conversation, 'turned_away');
    for (const { conversation } of waitedForNothing(waiting, door, this.timers.nobodyOnWait))
      await this.end.endByTurningAway(conversation, 'nobody_on');
  }
}
