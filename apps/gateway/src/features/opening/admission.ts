import { Injectable } from '@nestjs/common';
import type { ServiceId } from '@warmline/kernel';
import { isTaken, type Opening } from '@warmline/opening';
import { UnitOfWork, type TurnedAwayReason } from '@warmline/postgres';
import type { Band } from '@warmline/vocabulary';
import type { NetworkKeys } from '../../core/network-prefix';
import { ContactCountLimit } from './contact-count-limit';
import { openingOf, ServiceOpening } from './service-opening';

const reasonOf = ({ state, why }: Opening): TurnedAwayReason | null => {
  if (state === 'open') return null;
  return why === 'nobody_on' ? why : state;
};

/** Whether a visitor is queued, and the count of those who are not: without identity, never twice, and bounded. */
@Injectable()
export class Admission {
  constructor(
    private readonly opening: ServiceOpening,
    private readonly work: UnitOfWork,
    private readonly counted: ContactCountLimit,
  ) {}

  get service(): ServiceId {
    return this.opening.service;
  }

  /** Whether a visitor of this band may start. Only the newest state refuses one, and a start is counted once. */
  async admits(band: Band, startId: string): Promise<boolean> {
    if (isTaken(openingOf(await this.opening.readWithinMoment()), band)) return true;
    const opening = openingOf(await this.opening.readNow());
    if (isTaken(opening, band)) return true;
    if (this.counted.isNew(startId)) await this.count(opening, band, 1);
    return false;
  }

  /**
   * A page asks whether the service is open. A visitor who would not be queued is counted.
   * `network`: null where it cannot be told from another, so only the bound of all networks holds.
   */
  async countArrival(network: NetworkKeys | null): Promise<void> {
    const opening = openingOf(await this.opening.readRecent());
    if (opening.takes !== 'everyone' && this.counted.mayAdd(network)) await this.count(opening, null, 1);
  }

  /** A visitor was queued although the service was closed to others: takes back the count of their arrival. */
  async uncountArrival(): Promise<void> {
    const opening = openingOf(await this.opening.readRecent());
    if (opening.takes === 'urgent') await this.count(opening, null, -1);
  }

  private async count(opening: Opening, band: Band | null, contacts: 1 | -1): Promise<void> {
    const reason = reasonOf(opening);
    if (reason === null || (contacts > 0 && !this.counted.mayCount())) return;
    await this.work.inTransaction((stores) =>
      stores.opening.countTurnedAway(this.service, { reason, band, contacts }),
    );
  }
}
