import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { conversationId, elapsed, MINUTE } from '@warmline/kernel';
import { Promises, type Reached, type StoredWait } from '@warmline/postgres';
import {
  estimate,
  freeRoom,
  match,
  LONGEST_ESTIMATE,
  passedTombstones,
  rawWaits,
  reachedTombstones,
  returningSlots,
  termsOf,
  type Estimate,
  type Outlook,
  type QueueEntry,
  type Situation,
  type LeftTombstone,
} from '@warmline/routing';
import { SERVICE, type Service } from '../platform/service-setting';
import { Situations } from '../routing/situations';
import { WaitLore } from './wait-lore';

/** Somebody who waits, and how long they still will (minutes). */
export interface EstimatedWait extends StoredWait {
  readonly raw: number;
  /** Null while too little is known to say anything. */
  readonly found: Estimate | null;
}

export interface Estimates {
  readonly now: Situation['now'];
  readonly waits: readonly EstimatedWait[];
  /** Of a standard visitor who came now. */
  readonly newcomer: Estimate | null;
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
    private readonly promises: Promises,
    private readonly situations: Situations,
    private readonly lore: WaitLore,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null while the live index is not whole: who is free may be missing in it. */
  async read(): Promise<Estimates | null> {
    const { calibration, rates } = await this.lore.read();
    const [situation, waits, stones, planned] = await Promise.all([
      this.situations.read({ evenIfIdle: true }),
      this.promises.waits(this.service.id),
      this.promises.tombstones(this.service.id),
      this.promises.planned(this.service.id),
    ]);
    if (situation === null) return null;
    const { now } = situation;
    const waiting = waits.filter(({ isAsked }) => !isAsked);
    const rawOf = rawWaits({ now, waiting, ...whoComesFree(situation), planned, rates });
    const newcomer: QueueEntry = { conversation: NEWCOMER, band: 3, enteredAt: now };
    return {
      now,
      waits: await inSlices(waits, (wait) => {
        const raw = rawOf(wait);
        return { ...wait, raw, found: estimate(raw, wait.band, calibration) };
      }),
      newcomer: estimate(rawOf(newcomer), 3, calibration),
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
    const passed = passedTombstones(stones, await this.promises.askedSince(this.service.id, first.leftAt));
    const next = new Set(reachedTombstones(stones, situation, match(situation).proposals));
    return stones.flatMap((stone) => {
      const isOver = next.has(stone) || elapsed(stone.waitingSince, now) > LONGEST_ESTIMATE * MINUTE;
      const at = passed.get(stone.conversation) ?? (isOver ? now : null);
      return at === null ? [] : [{ conversation: stone.conversation, at }];
    });
  }
}
