import { Injectable } from '@nestjs/common';
import type { ServiceId } from '@warmline/kernel';
import { isTaken, type Opening } from '@warmline/opening';
import { UnitOfWork, type TurnedAwayReason } from '@warmline/postgres';
import type { Band } from '@warmline/vocabulary';
import { ContactCountLimit } from './contact-count-limit';
import { openingOf, ServiceOpening } from './service-opening';

const reasonOf = ({ state, why }: Opening): TurnedAwayReason | null => {
  if (state === 'open') return null;
  return why === 'nobody_on' ? why : state;
};

/** Whether somebody is queued, and the count of those who are not: without an identity, never twice, and bounded. */
@Injectable()
export class Admission {
  constructor(
    private readonly door: ServiceOpening,
    private readonly work: UnitOfWork,
    private readonly counted: ContactCountLimit,
  ) {}

  get service(): ServiceId {
    return this.door.service;
  }

  /** Somebody of this band starts. Whoever is not taken by what was read a moment ago is judged by what is so now. */
  async admits(band: Band): Promise<boolean> {
    if (isTaken(openingOf(await this.door.readWithinMoment()), band)) return true;
    const door = openingOf(await this.door.readNow());
    if (isTaken(door, band)) return true;
    await this.count(door, band, 1);
    return false;
  }

  /** A page has come to look whether it is open. Who is not taken, as far as is known, is counted. */
  async countArrival(): Promise<void> {
    const door = openingOf(await this.door.readRecent());
    if (door.takes !== 'everyone') await this.count(door, null, 1);
  }

  /** Somebody who found the door closed to others was queued all the same: at arrival they were counted as turned away. */
  async uncountArrival(): Promise<void> {
    const door = openingOf(await this.door.readRecent());
    if (door.takes === 'urgent') await this.count(door, null, -1);
  }

  private async count(door: Opening, band: Band | null, contacts: 1 | -1): Promise<void> {
    const reason = reasonOf(door);
    if (reason === null || (contacts > 0 && !this.counted.mayCount())) return;
    await this.work.inTransaction((stores) =>
      stores.opening.countTurnedAway(this.service, { reason, band, contacts }),
    );
  }
}
