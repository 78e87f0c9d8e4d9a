import { Inject, Injectable } from '@nestjs/common';
import { SECOND, type ServiceId } from '@warmline/kernel';
import { openingAt, type Opening, type OpeningMoment } from '@warmline/opening';
import { OpeningReadModel } from '@warmline/postgres';
import { TimedCache } from '../../core/async/cache';
import { SERVICE, type Service } from '../../core/service-settings';

/** For pages that only show the opening state (ms): many ask at once. */
const RECENT = 1 * SECOND;
/** For admitting a visitor who starts (ms): many start at once. Nobody is refused by a state this old. */
const JUST_NOW = SECOND / 10;

export const openingOf = ({ now, rules, situation }: OpeningMoment): Opening =>
  openingAt(now, rules, situation);

/** The opening state of this deployment's service, as it is stored. */
@Injectable()
export class ServiceOpening {
  private readonly cache = new TimedCache(() => this.readNow());

  constructor(
    private readonly openings: OpeningReadModel,
    @Inject(SERVICE) private readonly setting: Service,
  ) {}

  get service(): ServiceId {
    return this.setting.id;
  }

  readNow(): Promise<OpeningMoment> {
    return this.openings.loadOpening(this.service);
  }

  /** Never older than a second. */
  readRecent(): Promise<OpeningMoment> {
    return this.cache.get(RECENT);
  }

  /** Never older than a tenth of a second. */
  readWithinMoment(): Promise<OpeningMoment> {
    return this.cache.get(JUST_NOW);
  }
}
