import { Injectable } from '@nestjs/common';
import type { Share, Wallboard } from '@warmline/contracts';
import {
  ANSWER_RATE_LEAST,
  answerRate,
  countedIn,
  flowIn,
  HELP_WITHIN,
  helpResponse,
  LATE_BADLY_MOST,
  lateBadly,
  LEFT_WAITING_MOST,
  leftWaiting,
  OCCUPANCY,
  occupancy,
  occupiedSpans,
  ESTIMATE_KEPT,
  estimateKept,
  queueAt,
  reachRate,
  SERVICE_LEVEL,
  serviceLevel,
  shownP90,
  shownSplit,
  steps,
  type Contact,
  type Flow,
  type Interval,
  type Shown,
} from '@warmline/figures';
import { HOUR, instant, later, MINUTE, type ServiceId } from '@warmline/kernel';
import { WallboardReadModel, type StoredWallboard } from '@warmline/postgres';
import { TARGET_MINUTES, type Band } from '@warmline/vocabulary';
import { staffTimeOf } from './staff-time';

/** Rates and steps are of so much (ms): long enough to count, short enough to act on. */
const SPAN = 4 * HOUR;
const STEP = 15 * MINUTE;
const STEPS_MOST = SPAN / STEP + 1;
const BANDS: readonly Band[] = [1, 2, 3];

/** A supervisor's figures: rows of one snapshot, through the definitions of libs/figures. */
@Injectable()
export class WallboardViews {
  constructor(private readonly wallboards: WallboardReadModel) {}

  async loadWallboard(service: ServiceId): Promise<Wallboard> {
    return wallboardOf(await this.wallboards.loadWallboard(service, SPAN));
  }
}

const wallboardOf = (stored: StoredWallboard): Wallboard => {
  const { now, from, contacts, isPartial } = stored;
  // A contact whose wait ended at this very millisecond is in the interval.
  const interval = { from, to: later(now, 1) };
  const counted = countedIn(contacts, interval);
  return {
    now,
    from,
    isPartial,
    waiting: BANDS.map((band) => waitingIn(band, stored)),
    answerRate: aim(answerRate(counted), { least: ANSWER_RATE_LEAST }),
    reachRate: aim(reachRate(counted, stored.turnedAway)),
    serviceLevel: BANDS.map((band) => levelOf(band, counted)),
    leftWaiting: aim(leftWaiting(counted), { most: LEFT_WAITING_MOST }),
    waitEstimate: waitEstimateOf(stored),
    occupancy: occupancyOf(stored),
    helpCalls: helpCallsOf(stored),
    steps: steps({ from, to: now }, STEP, STEPS_MOST).map((step) => stepOf(flowIn(contacts, step))),
  };
};

const aim = (share: Shown, { least, most }: { least?: number; most?: number } = {}): Share => ({
  ...share,
  least: least ?? null,
  most: most ?? null,
});

const waitingIn = (band: Band, { contacts, now }: StoredWallboard): Wallboard['waiting'][number] => {
  const { waiting, longest } = queueAt(contacts, now, band);
  return {
    band,
    waiting,
    longestSince: longest === null ? null : Math.floor(now - longest),
    most: TARGET_MINUTES[band] * MINUTE,
  };
};

const levelOf = (band: Band, counted: readonly Contact[]): Wallboard['serviceLevel'][number] => {
  const { within, target } = SERVICE_LEVEL[band];
  const share = shownSplit(serviceLevel(counted, { band, within }));
  return { band, within, share: aim(share, { least: target }) };
};

const waitEstimateOf = ({ promises }: StoredWallboard): Wallboard['waitEstimate'] => ({
  kept: aim(estimateKept(promises), ESTIMATE_KEPT),
  lateBadly: aim(lateBadly(promises), { most: LATE_BADLY_MOST }),
});

const occupancyOf = (stored: StoredWallboard): Wallboard['occupancy'] => {
  const { now, from } = stored;
  const spans = occupiedSpans(staffTimeOf(stored), now);
  const inMinutes = (interval: Interval) => {
    const { used, of } = occupancy(spans, interval);
    return { used: Math.round(used / MINUTE), of: Math.round(of / MINUTE) };
  };
  return {
    whole: inMinutes({ from, to: now }),
    lastHalfHour: inMinutes({ from: instant(now - OCCUPANCY.alarmAfter), to: now }),
    least: OCCUPANCY.least,
    most: OCCUPANCY.most,
    alarm: OCCUPANCY.alarm,
  };
};

const helpCallsOf = ({ helpCalls, now }: StoredWallboard): Wallboard['helpCalls'] => {
  const open = helpCalls.filter(({ joinedAt, overAt }) => joinedAt === null && overAt === null);
  const oldest = Math.min(...open.map(({ calledAt }) => calledAt));
  return {
    open: open.length,
    longestSince: open.length === 0 ? null : Math.floor(oldest),
    response: [true, false].map((urgent) => {
      const spread = helpResponse(
        helpCalls.filter((call) => call.urgent === urgent),
        now,
      );
      const p90 = shownP90(spread);
      return {
        urgent,
        n: spread?.n ?? 0,
        p90: p90 === null ? null : Math.max(0, Math.round(p90)),
        most: HELP_WITHIN[urgent ? 'urgent' : 'normal'],
      };
    }),
  };
};

const stepOf = ({ longest, ...flow }: Flow): Wallboard['steps'][number] => ({
  ...flow,
  longest: longest === null ? null : Math.round(longest),
});
