import fc from 'fast-check';
import { MINUTE, SECOND } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { answerAsVisitor, offerTo, withdraw } from './decisions';
import { isOpen } from './facts';
import { callOff, expire, loseReceiver, loseSender } from './lost-lines';
import { acceptHandover, confirmBrief, decline, settle, takeControl } from './receiving';
import { World, type Step } from './testing/a-world';

const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const someone = fc.constantFrom(sam, kim, jo);

/** Any command by any person at any time. */
type Doing = (world: World) => void;
type Decide = Parameters<World['change']>[1];
const doing = <Value>(value: fc.Arbitrary<Value>, act: (world: World, value: Value) => void) =>
  value.map(
    (chosen): Doing =>
      (world) =>
        act(world, chosen),
  );

/** To the newest handover; sometimes to the one before. */
const toOne = (command: string, decide: (world: World) => Decide): fc.Arbitrary<Doing> =>
  doing(fc.constantFrom(1, 1, 1, 1, 1, 1, 2), (world, age) =>
    world.change({ place: world.handovers.length - age, command }, decide(world)),
  );
/** Mostly by the one who may. */
const byOne = (command: string, decide: (world: World, staff: typeof sam) => Decide): fc.Arbitrary<Doing> =>
  fc.tuple(someone, fc.nat(3)).chain(([staff, stranger]) =>
    toOne(command, (world) => (given) => {
      const rightful = 'receiver' in given && given.receiver !== null ? given.receiver : staff;
      return decide(world, stranger === 0 ? staff : rightful)(given);
    }),
  );

const anyTarget = fc.oneof(
  fc.constant({ to: 'queue' } as const),
  someone.map((staff) => ({ to: 'person', staff }) as const),
);
const hasOpen = ({ handovers }: World): boolean => handovers.some(isOpen);

const time = (world: World): World['moment'] => world.moment;
const anything = fc.oneof(
  {
    weight: 6,
    arbitrary: doing(
      fc.record({ target: anyTarget, mustLeave: fc.boolean(), cold: fc.nat(5).map((one) => one === 0) }),
      (world, proposal) => {
        // The table's unique index.
        if (!hasOpen(world)) world.propose(proposal);
      },
    ),
  },
  { weight: 9, arbitrary: byOne('ask', (world, staff) => (given) => offerTo(given, staff, time(world))) },
  {
    weight: 9,
    arbitrary: byOne('accept', (world, staff) => (given) => acceptHandover(given, staff, time(world))),
  },
  byOne('decline', (world, staff) => (given) => decline(given, staff, time(world))),
  {
    weight: 6,
    arbitrary: byOne('confirm', (world, staff) => (given) => confirmBrief(given, staff, world.at)),
  },
  {
    weight: 9,
    arbitrary: byOne('take', (world, staff) => (given) => takeControl(given, staff, time(world))),
  },
  { weight: 5, arbitrary: byOne('settle', (world, staff) => (given) => settle(given, staff, world.at)) },
  { weight: 9, arbitrary: toOne('yes', (world) => (given) => answerAsVisitor(given, true, world.at)) },
  toOne('no', (world) => (given) => answerAsVisitor(given, false, world.at)),
  toOne('withdraw', (world) => (given) => withdraw(given, sam, world.at)),
  { weight: 2, arbitrary: toOne('expire', (world) => (given) => expire(given, time(world))) },
  toOne('lose sender', (world) => (given) => loseSender(given, time(world))),
  toOne('lose receiver', (world) => (given) => loseReceiver(given, world.at)),
  toOne('call off', (world) => (given) => callOff(given, { reason: 'taken_over', by: jo, at: world.at })),
  doing(fc.constantFrom(SECOND, 59 * SECOND, MINUTE, 3 * MINUTE), (world, span) => world.passTime(span)),
);

/** Checks what held after each of many doings, in many worlds; answers how often control passed, so that it does. */
const always = (check: (world: World) => void): number => {
  let passed = 0;
  fc.assert(
    fc.property(fc.array(anything, { minLength: 50, maxLength: 90 }), (doings) => {
      const world = new World(sam);
      for (const act of doings) {
        act(world);
        check(world);
      }
      passed += world.conversation.epoch - 1;
    }),
    { seed: 51_003, numRuns: 100 },
  );
  return passed;
};

const has = ({ facts }: Step, type: string): boolean => facts.some((fact) => fact.type === type);
const lastOf = ({ steps }: World): Step[] => steps.slice(-1);

describe('whatever everyone does', () => {
  it('[HND1] a conversation has at most one open handover, sent by its current or last holder', () => {
    const passed = always((world) => {
      const open = world.handovers.filter(isOpen);
      expect(open.length).toBeLessThan(2);
      for (const { state, sender } of open)
        if (state !== 'control_passed') expect(sender).toBe(world.conversation.holder);
    });
    expect(passed).toBeGreaterThan(30);
  });

  it('[HND1] nobody receives from themselves, and only who was asked and accepted ever holds it', () => {
    always((world) => {
      for (const { since } of lastOf(world))
        if ('receiver' in since) expect(since.receiver).not.toBe(since.sender);
      for (const {
        since,
        holders: [before, now],
      } of lastOf(world))
        if (now !== before) expect(since).toMatchObject({ state: 'control_passed', receiver: now });
    });
  });

  it('[HND2] the writer changes with the epoch, by one, and only when control passes', () => {
    let epoch = 1;
    always((world) => {
      if (world.steps.length === 0) epoch = world.conversation.epoch;
      const hasPassed = lastOf(world).some((step) => has(step, 'control_passed') && step.at === world.at);
      expect(world.conversation.epoch - epoch).toBeGreaterThanOrEqual(0);
      expect(world.conversation.epoch - epoch).toBeLessThanOrEqual(hasPassed ? 1 : 0);
      epoch = world.conversation.epoch;
    });
  });

  it('[HND3] control passes unread only where the sender is gone', () => {
    always((world) => {
      for (const step of lastOf(world)) {
        if (!has(step, 'control_passed') || step.before.kind === 'cold') continue;
        const isRead = 'briefRead' in step.before && step.before.briefRead;
        if (!isRead) expect([step.command, step.before.state]).toEqual(['lose sender', 'joined']);
      }
    });
  });

  it('[HND4] nobody comes in before the visitor agreed, or is told', () => {
    always((world) => {
      for (const step of lastOf(world)) {
        if (!has(step, 'handover_joined')) continue;
        expect(has(step, 'visitor_agreed') || step.before.mustLeave).toBe(true);
        expect(step.before.state).toBe(step.before.mustLeave ? 'offered' : 'visitor_asked');
      }
    });
  });

  it('[HND1] an end is an end, and all but the good one leave the holder who they were', () => {
    always((world) => {
      for (const { before, since, facts, holders } of lastOf(world)) {
        if (!isOpen(before)) expect([since, facts]).toEqual([before, []]);
        if (isOpen(before) && !isOpen(since) && since.state !== 'left')
          expect(holders).toEqual([since.sender, since.sender]);
      }
    });
  });

  it('[HND1] no step is made after its deadline', () => {
    const STEPS = ['handover_offered', 'handover_accepted', 'handover_declined', 'visitor_agreed'];
    always((world) => {
      for (const step of lastOf(world)) {
        if (!STEPS.some((type) => has(step, type)) || !('expiresAt' in step.before)) continue;
        expect(step.at).toBeLessThan(step.before.expiresAt);
      }
    });
  });
});
