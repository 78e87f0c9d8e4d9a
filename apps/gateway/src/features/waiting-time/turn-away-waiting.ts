import { Injectable } from '@nestjs/common';
import { outOfReach, waitedForNothing } from '@warmline/opening';
import { Timers } from '../../core/timers';
import { EndConversation } from '../conversation';
import { openingOf } from '../opening';
import { boundOf } from './tell-waits';
import type { Estimates, EstimatedWait } from './wait-estimates';

/** Since when the visitor has been told that no one is on. Null when someone is. */
const nobodyOnSince = ({ told, isNobodyOn }: EstimatedWait) =>
  isNobodyOn && told?.said.kind === 'nobody_on' ? told.said.since : null;

/** Visitors of band 3 who will not be answered, because the service closes or no one is on, are told so, and who else is open. */
@Injectable()
export class TurnAwayWaiting {
  constructor(
    private readonly end: EndConversation,
    private readonly timers: Timers,
  ) {}

  async turnAwayUnreachable({ waits, opening }: Estimates): Promise<void> {
    const waiting = waits
      .filter(({ isAsked }) => !isAsked)
      .map((wait) => ({ ...wait, bound: boundOf(wait.found), since: nobodyOnSince(wait) }));
    for (const { conversation } of outOfReach(waiting, openingOf(opening).closesAt, opening.now))
      await this.end.endByTurningAway(conversation, 'turned_away');
    for (const { conversation } of waitedForNothing(waiting, opening, this.timers.nobodyOnWait))
      await this.end.endByTurningAway(conversation, 'nobody_on');
  }
}
