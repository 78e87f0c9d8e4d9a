import { DAY, later, type Instant, type StaffId } from '@warmline/kernel';
import { DEFAULT_CAPACITY } from '@warmline/routing';
import type { PlannedSlots } from '@warmline/waiting-time';
import { OFFERS_STOP_BEFORE_END, SHIFT } from '@warmline/wellbeing';
import { START, type Cell } from '../cell';
import { Chance } from '../chance/chance';
import { staffNumbered } from '../trace';

/** A planned shift of one responder. */
export interface Duty {
  readonly staff: StaffId;
  readonly from: Instant;
  readonly until: Instant;
  /** Load units. */
  readonly capacity: number;
  /** Opted in to one visitor of band 1 above capacity. */
  readonly takesSurge: boolean;
}

/** Offers of a shift stop half an hour before its end; the next person begins then. */
const TAKES_OFFERS = SHIFT - OFFERS_STOP_BEFORE_END;

/** Share of responders who opt in to the surge slot. */
const OPT_IN = 0.8;

export const takesOffersUntil = ({ until }: Pick<Duty, 'until'>): Instant =>
  later(until, -OFFERS_STOP_BEFORE_END);

/**
 * The rota of a cell: as many take offers at any time as it has responders, each for one block of two hours and replaced
 * when their offers stop. Blocks begin at all times of the clock.
 */
export const dutiesOf = (cell: Cell): Duty[] => {
  const chance = Chance.of(cell.seed, 'rota');
  const end = later(START, (cell.days + 1) * DAY);
  const duties: Duty[] = [];
  for (let responder = 0; responder < cell.responders; responder += 1) {
    const first = later(START, -chance.between(0, TAKES_OFFERS));
    for (let from = first; from < end; from = later(from, TAKES_OFFERS))
      duties.push({
        staff: staffNumbered(duties.length + 1),
        from,
        until: later(from, SHIFT),
        capacity: DEFAULT_CAPACITY,
        takesSurge: chance.happens(OPT_IN),
      });
  }
  return duties.sort((one, other) => one.from - other.from);
};

/** What a rota says about slots, as the promise is told. */
export const plannedBy = (duties: readonly Duty[]): PlannedSlots[] =>
  duties.map(({ from, until, capacity }) => ({
    from,
    until: takesOffersUntil({ until }),
    slots: capacity,
  }));
