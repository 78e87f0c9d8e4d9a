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

/** Somebody who waits, and how long they still will (minutes). */
export interface EstimatedWait extends StoredWait {
  readonly raw: number;
  /** Null while too little is known to say anything. */
  readonly found: CalibratedWait | null;
  /** Nobody is there who could answer them, now or later. */
  readonly isNobodyOn: boolean;
}

export interface Estimates {
  readonly now: Situation['now'];
  readonly door: OpeningMoment;
  readonly waits: readonly EstimatedWait[];
  /** Of a standard visitor who came now. */
  readonly newcomer: CalibratedWait | null;
  /** Who left, and whose turn would have come by now. */
  readonly reached: readonly Reached[];
}

/** Goes after everyone who is there: its id is the last there is. */
const NEWCOMER = conversationId('ffffffff-ffff-4fff-bfff-ffffffffffff');

/** Who is free, and who comes back by themselves. */
const whoComesFree = (situation: Situation): Pick<Outlook, 'free' | 'returning'> => {
  const terms = termsOf(situation);
  return { free: freeRoom(situation.free, terms), returning: returningSlots(situation.free, terms) };
};

/** Judged once for each band. Whoever is asked for somebody is there. */
const nobodyOnFor = (door: OpeningMoment): ((wait: StoredWait) => boolean) => {
  const alone: Readonly<Record<Band, boolean>> = {
    1: isNobodyOn(door, 1),
    2: isNobodyOn(door, 2),
    3: isNobodyOn(door, 3),
  };
  return ({ band, isAsked }) => !isAsked && alone[band];
};

/** What is done in one go (ms): whoever is matched in the same process does not wait for the estimates of a long queue. */
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
    private readonly promises: WaitEstimateReadModel,
    private readonly situations: Situations,
    private readonly lore: WaitHistoryCache,
    private readonly door: ServiceOpening,
  ) {}

  /** Null while the live index is not whole: who is free may be missing in it. */
  async estimateAll(): Promise<Estimates | null> {
    const { calibration, rates } = await this.lore.loadHistory();
    const { service } = this.door;
    const [situation, waits, stones, planned, door] = await Promise.all([
      this.situations.readSituation({ evenIfIdle: true }),
      this.promises.loadWaits(service),
      this.promises.loadTombstones(service),
      this.promises.loadPlanned(service),
      this.door.readNow(),
    ]);
    if (situation === null) return null;
    const { now } = situation;
    const waiting = waits.filter(({ isAsked }) => !isAsked);
    const rawOf = rawWaits({ now, waiting, ...whoComesFree(situation), planned, rates });
    const newcomer: QueueEntry = { conversation: NEWCOMER, band: 3, enteredAt: now };
    const isAlone = nobodyOnFor(door);
    return {
      now,
      door,
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
   * Somebody was asked for who comes after them; or somebody would be asked for them now; or it is so long that the service
   * was not there for anybody.
   */
  private async reachedOf(stones: readonly LeftTombstone[], situation: Situation): Promise<Reached[]> {
    const [first] = [...stones].sort((left, right) => left.leftAt - right.leftAt);
    if (first === undefined) return [];
    const { now } = situation;
    const passed = passedTombstones(
      stones,
      await this.promises.loadAskedSince(this.door.service, first.leftAt),
    );
    const next = new Set(reachedTombstones(stones, situation, match(situation).proposals));
    return stones.flatMap((stone) => {
      const isOver = next.has(stone) || elapsed(stone.waitingSince, now) > LONGEST_ESTIMATE * MINUTE;
      const at = passed.get(stone.conversation) ?? (isOver ? now : null);
      return at === null ? [] : [{ conversation: stone.conversation, at }];
    });
  }
}
