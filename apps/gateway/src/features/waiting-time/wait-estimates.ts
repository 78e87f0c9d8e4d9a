import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { conversationId, elapsed, MINUTE } from '@warmline/kernel';
import { isNobodyOn, type OpeningMoment } from '@warmline/opening';
import { WaitEstimateReadModel, type Reached, type StoredWait } from '@warmline/postgres';
import { match, termsOf, type QueueEntry, type Situation } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import {
  calibratedWait,
  freeRoom,
  LONGEST_ESTIMATE,
  passedTombstones,
  rawWaits,
  reachedTombstones,
  returningSlots,
  type CalibratedWait,
  type Outlook,
  type LeftTombstone,
} from '@warmline/waiting-time';
import { Situations } from '../offers';
import { ServiceOpening } from '../opening';
import { WaitHistoryCache } from './wait-history-cache';

/** A waiting visitor, and how long they will still wait (minutes). */
export interface EstimatedWait extends StoredWait {
  readonly raw: number;
  /** Null while too little is known to say anything. */
  readonly found: CalibratedWait | null;
  /** No one is on who could answer them, now or later. */
  readonly isNobodyOn: boolean;
}

export interface Estimates {
  readonly now: Situation['now'];
  readonly opening: OpeningMoment;
  readonly waits: readonly EstimatedWait[];
  /** Of a standard visitor who came now. */
  readonly newcomer: CalibratedWait | null;
  /** Visitors who left, and whose turn would have come by now. */
  readonly reached: readonly Reached[];
}

/** Comes after everyone else, since its id is the highest there is. */
const NEWCOMER = conversationId('ffffffff-ffff-4fff-bfff-ffffffffffff');

/** Who is free, and who comes back by themselves. */
const whoComesFree = (situation: Situation): Pick<Outlook, 'free' | 'returning'> => {
  const terms = termsOf(situation);
  return { free: freeRoom(situation.free, terms), returning: returningSlots(situation.free, terms) };
};

/** Decided once for each band. A visitor with an open offer is never alone. */
const nobodyOnFor = (opening: OpeningMoment): ((wait: StoredWait) => boolean) => {
  const alone: Readonly<Record<Band, boolean>> = {
    1: isNobodyOn(opening, 1),
    2: isNobodyOn(opening, 2),
    3: isNobodyOn(opening, 3),
  };
  return ({ band, isAsked }) => !isAsked && alone[band];
};

/** How long one slice of work may take (ms), so that a match in the same process does not wait for a long queue's estimates. */
const SLICE = 5;

const inSlices = async <Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> => {
  const made: Made[] = [];
  let since = performance.now();
  for (const item of items) {
    made.push(make(item));
    if (performance.now() - since < SLICE) continue;
    await breathe();
    since = performance.now();
  }
  return made;
};

/** How long everyone waits, by the one estimator, from what is so at this moment. */
@Injectable()
export class WaitEstimates {
  constructor(
    private readonly readModel: WaitEstimateReadModel,
    private readonly situations: Situations,
    private readonly history: WaitHistoryCache,
    private readonly opening: ServiceOpening,
  ) {}

  /** Null while the live index is not whole: who is free may be missing in it. */
  async estimateAll(): Promise<Estimates | null> {
    const { calibration, rates } = await this.history.loadHistory();
    const { service } = this.opening;
    const [situation, waits, stones, planned, opening] = await Promise.all([
      this.situations.readSituation({ evenIfIdle: true }),
      this.readModel.loadWaits(service),
      this.readModel.loadTombstones(service),
      this.readModel.loadPlanned(service),
      this.opening.readNow(),
    ]);
    if (situation === null) return null;
    const { now } = situation;
    const waiting = waits.filter(({ isAsked }) => !isAsked);
    const rawOf = rawWaits({ now, waiting, ...whoComesFree(situation), planned, rates });
    const newcomer: QueueEntry = { conversation: NEWCOMER, band: 3, enteredAt: now };
    const isAlone = nobodyOnFor(opening);
    return {
      now,
      opening,
      waits: await inSlices(waits, (wait) => {
        const raw = rawOf(wait);
        const found = calibratedWait(raw, wait.band, calibration);
        return { ...wait, raw, found, isNobodyOn: isAlone(wait) };
      }),
      newcomer: calibratedWait(rawOf(newcomer), 3, calibration),
      reached: await this.reachedOf(stones, situation),
    };
  }

  /**
   * Visitors who left, and whose turn has come: someone behind them got an offer, or they would get one now, or it is longer
   * ago than any estimate.
   */
  private async reachedOf(stones: readonly LeftTombstone[], situation: Situation): Promise<Reached[]> {
    const [first] = [...stones].sort((left, right) => left.leftAt - right.leftAt);
    if (first === undefined) return [];
    const { now } = situation;
    const passed = passedTombstones(
      stones,
      await this.readModel.loadAskedSince(this.opening.service, first.leftAt),
    );
    const next = new Set(reachedTombstones(stones, situation, match(situation).proposals));
    return stones.flatMap((stone) => {
      const isOver = next.has(stone) || elapsed(stone.waitingSince, now) > LONGEST_ESTIMATE * MINUTE;
      const at = passed.get(stone.conversation) ?? (isOver ? now : null);
      return at === null ? [] : [{ conversation: stone.conversation, at }];
    });
  }
}
