import fc from 'fast-check';
import { instant, type Instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { load, type Offer } from '@warmline/routing';
import { CAPACITY, perform, type Command } from './testing/commands';
import { caseloadOf, TransactionalMemory, type Rows } from './testing/transactional-memory';

const [SOON, LATE] = [instant(1_000), instant(5_000)];
const CONVERSATIONS = [1, 2, 3].map(numbered.conversation);
const STAFF = [1, 2, 3].map(numbered.staff);
/** More than the product would make: everyone is asked about everybody. */
const OFFERS = CONVERSATIONS.flatMap((conversation, row) =>
  STAFF.map((staff, column): Offer => ({
    id: numbered.offer(row * 10 + column + 1),
    service: numbered.service(1),
    conversation,
    staff,
    expiresAt: instant(3_000),
    outcome: null,
  })),
);

/** One talk is under way, two people wait. */
const first = (): Rows => {
  const service = numbered.service(1);
  const about = { service, isInDanger: false, dangerLoweredBy: [] };
  const waiting = CONVERSATIONS.map((id) => ({ ...about, id, epoch: 0, state: 'waiting' }) as const);
  const [id, staff] = [numbered.conversation(1), numbered.staff(1)];
  const talking = { ...about, id, epoch: 1, state: 'talking', holder: staff, visitorLeft: false } as const;
  return {
    conversations: new Map([...waiting, talking].map((one) => [one.id, one])),
    offers: new Map(OFFERS.map((offer) => [offer.id, offer])),
    holdings: [{ conversation: id, epoch: 1, staff, open: true }],
    writes: [],
  };
};

const anyMoment: fc.Arbitrary<Instant> = fc.constantFrom(SOON, SOON, SOON, LATE);
const anyConversation = fc.constantFrom(...CONVERSATIONS);
const anyStaff = fc.constantFrom(...STAFF);
const anyEpoch = fc.integer({ min: 1, max: 3 });
const anyOffer = fc.constantFrom(...OFFERS.map(({ id }) => id));

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('accept' as const), offer: anyOffer, at: anyMoment }),
  },
  fc.record({ does: fc.constantFrom('decline' as const, 'expire' as const), offer: anyOffer, at: anyMoment }),
  fc.record({ does: fc.constant('end_as_visitor' as const), conversation: anyConversation, at: anyMoment }),
  fc.record({
    does: fc.constantFrom('end_as_holder' as const, 'write' as const, 'write' as const),
    conversation: anyConversation,
    staff: anyStaff,
    epoch: anyEpoch,
    at: anyMoment,
  }),
  fc.record({
    does: fc.constant('lose' as const),
    conversation: anyConversation,
    epoch: anyEpoch,
    at: anyMoment,
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('pass_to' as const),
      conversation: anyConversation,
      staff: anyStaff,
      at: anyMoment,
    }),
  },
);

/** Everything that was ever committed by these commands, under one interleaving. */
const pastOf = async (
  scheduler: fc.Scheduler,
  commands: readonly Command[],
  isLocking: boolean,
): Promise<readonly Rows[]> => {
  const turn = (what: string): Promise<void> => scheduler.schedule(Promise.resolve(), what);
  const memory = new TransactionalMemory(first(), turn, isLocking);
  await scheduler.waitFor(Promise.all(commands.map((command) => memory.run(perform(command)))));
  return memory.past;
};

const openOf = ({ holdings }: Rows, conversation: string) =>
  holdings.filter((held) => held.open && held.conversation === conversation);
const epochsOf = ({ holdings }: Rows, conversation: string): number[] =>
  holdings.filter((held) => held.conversation === conversation).map(({ epoch }) => epoch);

const hasOneHolder = (rows: Rows): boolean =>
  [...rows.conversations.values()].every(
    ({ id, state }) => openOf(rows, id).length === (state === 'talking' ? 1 : 0),
  );
const hasGrowingEpochs = (rows: Rows): boolean =>
  CONVERSATIONS.every((id) => epochsOf(rows, id).every((epoch, index) => epoch === index + 1));
const isWithinCapacity = (rows: Rows): boolean =>
  STAFF.every((staff) => load(caseloadOf(rows, staff)) <= CAPACITY);
/** A write under the epoch that was newest when it was committed. */
const hasNoStaleWrite = (rows: Rows, before: Rows | undefined): boolean =>
  rows.writes
    .slice(before?.writes.length ?? 0)
    .every(({ conversation, epoch }) => rows.conversations.get(conversation)?.epoch === epoch);
const staysEnded = (rows: Rows, before: Rows | undefined): boolean =>
  [...(before?.conversations.values() ?? [])].every(
    (was) => was.state !== 'ended' || rows.conversations.get(was.id) === was,
  );
const answersOnce = (rows: Rows, before: Rows | undefined): boolean =>
  [...(before?.offers.values() ?? [])].every(
    (was) => was.outcome === null || rows.offers.get(was.id)?.outcome === was.outcome,
  );

type Holds = (rows: Rows, before: Rows | undefined) => boolean;

const always = (holds: Holds, isLocking = true) =>
  fc.asyncProperty(
    fc.scheduler(),
    fc.array(anyCommand, { minLength: 2, maxLength: 14 }),
    async (scheduler, commands) => {
      const past = await pastOf(scheduler, commands, isLocking);
      return past.every((rows, index) => holds(rows, past[index - 1]));
    },
  );

const RUNS = { seed: 20_261_122, numRuns: 200 };
const INVARIANTS: readonly (readonly [string, Holds])[] = [
  ['[ASG1] one holder while it talks, and none otherwise', hasOneHolder],
  ['[ASG1] an answer to an offer that stands', answersOnce],
  ['[ASG2] epochs that grow one by one', hasGrowingEpochs],
  ['[ASG2] no write under an epoch that was over', hasNoStaleWrite],
  ['[ASG2] an end that is final', staysEnded],
  ['[ASG3] nobody above their capacity', isWithinCapacity],
];

describe('whatever overtakes whatever, a conversation has', () => {
  it.each(INVARIANTS)('%s', async (_, holds) => {
    await fc.assert(always(holds), RUNS);
  });

  it('[ASG1] [ASG2] [ASG3] none of that when the locks are forgotten, so that it would be noticed', async () => {
    for (const [name, holds] of INVARIANTS) {
      const { failed } = await fc.check(always(holds, false), {
        ...RUNS,
        numRuns: 2_000,
        endOnFailure: true,
      });
      expect([name, failed]).toEqual([name, true]);
    }
  });
});
