import { Inject, Injectable } from '@nestjs/common';
import { SECOND, type ServiceId } from '@warmline/kernel';
import { openingAt, type Opening, type OpeningMoment } from '@warmline/opening';
import { OpeningReadModel } from '@warmline/postgres';
import { SERVICE, type Service } from '../../core/service-settings';

/** Pages that only look may be answered with what was read this long ago (ms): many look at once. */
const RECENT = 1 * SECOND;
/** Whoever starts may be taken by what was read this long ago (ms): many start at once, and nobody is refused by it. */
const JUST_NOW = SECOND / 10;

interface Reading {
  readonly at: number;
  readonly moment: Promise<OpeningMoment>;
}

export const openingOf = ({ now, rules, situation }: OpeningMoment): Opening =>
  openingAt(now, rules, situation);

/** The door of this deployment's service, from what is stored. */
@Injectable()
export class ServiceOpening {
  private last: Reading | null = null;

  constructor(
    private readonly doors: OpeningReadModel,
    @Inject(SERVICE) private readonly setting: Service,
  ) {}

  get service(): ServiceId {
    return this.setting.id;
  }

  readNow(): Promise<OpeningMoment> {
    return this.doors.loadOpening(this.service);
  }

  /** Never older than a second. */
  readRecent(): Promise<OpeningMoment> {
    return this.within(RECENT);
  }

  /** Never older than a tenth of a second. */
  readWithinMoment(): Promise<OpeningMoment> {
    return this.within(JUST_NOW);
  }

  private within(span: number): Promise<OpeningMoment> {
    const now = performance.now();
    if (this.last === null || now - this.last.at > span) {
      const reading = { at: now, moment: this.readNow() };
      reading.moment.catch(() => {
        if (this.last === reading) this.last = null;
      });
      this.last = reading;
    }
    return this.last.moment;
  }
}
