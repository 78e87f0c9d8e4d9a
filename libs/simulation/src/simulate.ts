import { DAY, later, type Instant } from '@warmline/kernel';
import { minutesBetween, type PlannedSlots } from '@warmline/waiting-time';
import { START, type Cell } from './cell';
import { Chance } from './chance/chance';
import { Agenda } from './engine/agenda';
import { dutiesOf, plannedBy, type Duty } from './engine/duty';
import { Floor } from './engine/floor';
import { Foresight } from './engine/foresight';
import { Line } from './engine/line';
import type { ContactRecord } from './engine/record';
import type { Holding, ResponderAtWork } from './engine/responder-at-work';
import { Service } from './engine/service';
import { Supervisors } from './engine/supervisors';
import { ours, type Policy } from './policy';
import { traceOf } from './trace';

/** What one simulated stretch of a service came to. */
export interface Run {
  readonly cell: Cell;
  /** In the order of coming. */
  readonly records: readonly ContactRecord[];
  /** Offers made, and how many of them passed a visitor over. */
  readonly decisions: number;
  readonly inversions: number;
  /** Shifts that began. */
  readonly shifts: number;
  /** Band 1 conversations taken by a supervisor or above capacity. */
  readonly surges: number;
}

/** One supervisor for each ten responders, or part of ten. */
const RESPONDERS_PER_SUPERVISOR = 10;

/** The part of a rota, in the order of beginnings, that has to do with the next hours. */
const planAhead = (planned: readonly PlannedSlots[], hours: number) => {
  let past = 0;
  return (now: Instant): PlannedSlots[] => {
    while ((planned[past]?.until ?? Infinity) <= now) past += 1;
    const found: PlannedSlots[] = [];
    for (let place = past; place < planned.length; place += 1) {
      const stretch = planned[place];
      if (stretch === undefined || stretch.from > now + hours * 3_600_000) break;
      found.push(stretch);
    }
    return found;
  };
};

/** A service with nobody in it yet. */
export const assemble = (
  cell: Cell,
  { policy = ours, announces = true }: Manner,
  duties: readonly Duty[],
) => {
  const agenda = new Agenda();
  const line = new Line();
  const foresight = new Foresight(announces);
  const onEnd = (responder: ResponderAtWork, { contact, acceptedAt }: Holding, now: Instant): void => {
    const again = responder.mayBeAskedAgainAt(now);
    const slots = contact.band === 1 ? 2 : 1;
    for (let slot = 0; slot < slots; slot += 1)
      foresight.slotWasFreed(minutesBetween(acceptedAt, now), minutesBetween(acceptedAt, again ?? now));
    if (again !== null && again > now) service.matchLater(again);
    service.match(now);
  };
  const floor = new Floor(agenda, cell.slowdown, onEnd);
  const supervisors = new Supervisors(
    agenda,
    Chance.of(cell.seed, 'supervisors'),
    Math.ceil(cell.responders / RESPONDERS_PER_SUPERVISOR),
  );
  const chance = Chance.of(cell.seed, 'answers');
  const plannedAt = planAhead(plannedBy(duties), 4);
  const service = new Service({ agenda, line, floor, foresight, supervisors, chance, policy, plannedAt });
  for (const duty of duties) floor.plan(duty, (now) => service.match(now));
  return { agenda, service, supervisors, floor };
};

/** Lets everything happen that is due up to a moment. */
export const runUntil = (agenda: Agenda, end: Instant): void => {
  for (let next = agenda.next(); next !== undefined && next.at <= end; next = agenda.next())
    next.happen(next.at);
};

/** How a run differs from production: another policy, or nothing announced, which is quicker. */
export interface Manner {
  readonly policy?: Policy;
  readonly announces?: boolean;
  readonly onDay?: (day: number) => void;
}

/** Runs a cell from its first day to its last; the same cell gives the same run. */
export const simulate = (cell: Cell, manner: Manner = {}): Run => {
  const duties = dutiesOf(cell);
  const { agenda, service, supervisors } = assemble(cell, manner, duties);
  for (const contact of traceOf(cell)) agenda.enter(contact.arrivesAt, (now) => service.arrive(contact, now));
  for (let day = 1; day <= cell.days; day += 1)
    agenda.enter(later(START, day * DAY), () => manner.onDay?.(day));
  const end = later(START, cell.days * DAY);
  runUntil(agenda, end);
  const { records, decisions, inversions } = service;
  const shifts = duties.filter(({ from }) => from < end).length;
  const surges = service.surges + supervisors.taken;
  return { cell, records, decisions, inversions, shifts, surges };
};
