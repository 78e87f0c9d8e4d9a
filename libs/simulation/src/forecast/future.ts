import { elapsed, HOUR, later, MINUTE, type Instant, type StaffId } from '@warmline/kernel';
import { DEFAULT_CAPACITY } from '@warmline/routing';
import { USUAL_CELL } from '../cell';
import { Chance } from '../chance/chance';
import type { Duty } from '../engine/duty';
import type { ContactRecord } from '../engine/record';
import { assemble, runUntil } from '../simulate';
import { arrivalTimes, contactMaker, staffNumbered, type SimulatedContact } from '../trace';
import type { ComingShift, ForecastRequest } from './request';

/** Long enough after the last hour (ms) for most who came in it to have been answered. */
const AFTERWARDS = 2 * HOUR;
/** Draws of a handle time that is longer than what has passed; after these it is about to end. */
const TRIES = 40;

const workLeft = (draw: () => number, passed: number): number => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const work = draw();
    if (work > passed) return work - passed;
  }
  return MINUTE;
};

interface Talking {
  readonly staff: StaffId;
  readonly contact: SimulatedContact;
}

const dutiesOf = ({ now, present, coming }: ForecastRequest, more: readonly ComingShift[]): Duty[] => {
  const shifts = [
    ...present.map(({ shiftEndsAt, capacity }) => ({ from: now, until: shiftEndsAt, capacity })),
    ...[...coming, ...more].map(({ from, until }) => ({ from, until, capacity: DEFAULT_CAPACITY })),
  ];
  return shifts.map((shift, place) => ({ ...shift, staff: staffNumbered(place + 1), takesSurge: true }));
};

/** One future, the same for the same number whatever is added to the rota: who comes, and how long each wait is. */
export const futureOf = (
  request: ForecastRequest,
  number: number,
  more: readonly ComingShift[],
): readonly ContactRecord[] => {
  const { now, arrivals, people, waiting, present } = request;
  const stream = (name: string): Chance => Chance.of(request.seed, `${name} ${number}`);
  const make = contactMaker(people, stream('people'));
  const here = waiting.map(({ band, enteredAt }) => ({ ...make(enteredAt), band, arrivesAt: enteredAt }));
  const busy = stream('busy');
  const draw = (): number => busy.lognormal(people.handle * MINUTE, people.handleCv);
  const talking = present.flatMap(({ talkingWith }, place): Talking[] =>
    talkingWith.map(({ band, since }) => {
      const work = workLeft(draw, elapsed(since, now));
      return { staff: staffNumbered(place + 1), contact: { ...make(since), band, work, topics: [] } };
    }),
  );
  const peak = Math.max(...arrivals, 0) / 60;
  const share = (at: Instant): number => (arrivals[Math.floor(elapsed(now, at) / HOUR)] ?? 0) / 60 / peak;
  const span = { from: now, until: later(now, arrivals.length * HOUR), peak };
  const coming = arrivalTimes(span, share, stream('arrivals')).map(make);

  const cell = {
    ...USUAL_CELL,
    ...people,
    responders: Math.max(1, present.length),
    seed: request.seed + number,
  };
  const { agenda, service, floor } = assemble(cell, { announces: false }, dutiesOf(request, more));
  for (const { staff, contact } of talking)
    agenda.enter(now, () => floor.responder(staff).take(contact, now));
  for (const contact of here) agenda.enter(now, () => service.arrive(contact, now));
  for (const contact of coming) agenda.enter(contact.arrivesAt, (at) => service.arrive(contact, at));
  runUntil(agenda, later(span.until, AFTERWARDS));
  return service.records;
};
