import type { EntityManager } from 'typeorm';
import { MINUTE, type ServiceId } from '@warmline/kernel';
import type { OpeningEvent, OpeningMoment, Pressure } from '@warmline/opening';
import type { Band } from '@warmline/vocabulary';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { readOpening } from './opening-read-model';

type OpeningSet = Extract<OpeningEvent, { type: 'door_set' }>;
type KeptOpen = Extract<OpeningEvent, { type: 'door_kept_open' }>;

/** Why a visitor was not queued. */
export type TurnedAwayReason = 'closed' | 'nobody_on' | 'at_capacity' | 'closing_soon' | 'paused';

export interface TurnedAway {
  readonly reason: TurnedAwayReason;
  readonly band: Band | null;
  readonly contacts: 1 | -1;
}

export class OpeningStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else can change the opening until the transaction ends. */
  async lock(service: ServiceId): Promise<OpeningMoment> {
    await this.tx.query('insert into opening (service_id) values ($1) on conflict do nothing', [service]);
    await this.tx.query('select 1 from opening where service_id = $1 for no key update', [service]);
    return readOpening(this.tx, service);
  }

  async setOpening(fact: OpeningSet): Promise<void> {
    await this.tx.query(
      'update opening set setting = $2, reason = $3, set_by = $4, set_at = $5 where service_id = $1',
      [fact.service, fact.setting, fact.reason, fact.by, new Date(fact.at)],
    );
    await writeFact(this.writers, fact);
  }

  async keepOpen(fact: KeptOpen): Promise<void> {
    await this.tx.query('update opening set kept_open_at = $2 where service_id = $1', [
      fact.service,
      new Date(fact.at),
    ]);
    await writeFact(this.writers, fact);
  }

  /** Records the pressure. `bound`: upper bound (U80) of the wait of a standard visitor who comes now (ms). */
  async recordPressure(service: ServiceId, pressure: Pressure, bound: number | null): Promise<void> {
    const date = (time: number | null): Date | null => (time === null ? null : new Date(time));
    await this.tx.query(
      `update opening set over_since = $2, calm_since = $3, standard_bound = $4, judged_at = clock_timestamp()
       where service_id = $1`,
      [service, date(pressure.overSince), date(pressure.calmSince), bound === null ? null : bound / MINUTE],
    );
  }

  /** Counts a visitor who was not queued, in this minute; -1 takes one back. `band` null: they were not asked how they are. */
  async countTurnedAway(service: ServiceId, { reason, band, contacts }: TurnedAway): Promise<void> {
    await this.tx.query(
      `insert into turned_away (service_id, minute, reason, band, contacts)
       values ($1, date_trunc('minute', clock_timestamp()), $2, $3, $4)
       on conflict (service_id, minute, reason, band) do update set contacts = turned_away.contacts + $4`,
      [service, reason, band ?? 0, contacts],
    );
  }
}
