import fc from 'fast-check';
import { instant, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import {
  agreeToEnd,
  askToEnd,
  declineEnding,
  overtakeEnding,
  withdrawEnding,
  writeUpOf,
  type EndingRequest,
} from './agreed-ending';
import type { Conversation } from './conversation';
import { endAfterQuickExit, endByHolder } from './decisions';
import type { ConversationEvent, EndingEvent } from './events';
import { pass } from './passing';
import { setSafetyAnswer } from './safety';
import { aConversation } from './testing/a-conversation';

const [sam, kim, ana, bea] = [1, 2, 3, 4].map(numbered.staff) as [StaffId, StaffId, StaffId, StaffId];
const someone = fc.constantFrom(sam, kim, ana, bea);
type Fact = ConversationEvent | EndingEvent;

/** One conversation as Postgres would keep it: what the stores do with each fact, and nothing else. */
class World {
  conversation: Conversation = aConversation().inDanger().heldBy(sam);
  requests: EndingRequest[] = [];
  safetyAt = 0;
  messages = 0;
  readonly read = new Map<StaffId, number>();
  readonly facts: Fact[] = [];
  private time = 0;

  get at() {
    return instant(this.time);
  }

  get situation() {
    const { conversation, messages: visitorMessages } = this;
    return { conversation, visitorMessages, safetyAt: instant(this.safetyAt) };
  }

  get open(): EndingRequest | null {
    return this.requests.find(({ outcome }) => outcome === null) ?? null;
  }

  get holder(): StaffId | null {
    return this.conversation.state === 'talking' ? this.conversation.holder : null;
  }

  save(decision: { readonly accepted: boolean; readonly events?: readonly Fact[] }): void {
    this.time += 1;
    for (const fact of decision.events ?? []) this.apply(fact);
  }

  private apply(fact: Fact): void {
    this.facts.push(fact);
    if (fact.type === 'safety_answer_set') {
      const isInDanger = fact.to === 'not_safe_now';
      const by = fact.by === null ? [] : [fact.by];
      const lowered = fact.from === 'not_safe_now' ? by : this.conversation.dangerLoweredBy;
      const danger = { isInDanger, dangerLoweredBy: isInDanger ? [] : lowered };
      this.conversation = { ...this.conversation, ...danger };
      this.safetyAt = this.time;
      this.overtake();
    } else if (fact.type === 'holding_began') {
      const { epoch, staff: holder } = fact;
      const { id, service, isInDanger, dangerLoweredBy } = this.conversation;
      const everyones = { id, service, isInDanger, dangerLoweredBy, epoch };
      this.overtake();
      this.conversation = { ...everyones, state: 'talking', holder, visitorLeft: false };
    } else if (fact.type === 'conversation_ended') {
      const { id, service, isInDanger, dangerLoweredBy, epoch } = this.conversation;
      const everyones = { id, service, isInDanger, dangerLoweredBy, epoch };
      this.overtake();
      this.conversation = { ...everyones, state: 'ended', reason: fact.reason };
    } else if (fact.type === 'ending_asked') {
      const { request: id, service, conversation, epoch, askedBy, reason } = fact;
      const { safetyAt, visitorMessages } = this.situation;
      const asked = { id, service, conversation, epoch, askedBy, reason, safetyAt, visitorMessages };
      this.requests.push({ ...asked, asksAfter: false, outcome: null });
    } else if ('request' in fact) {
      const outcome = fact.type.slice('ending_'.length) as EndingRequest['outcome'];
      this.requests = this.requests.map((one) => (one.id === fact.request ? { ...one, outcome } : one));
    }
  }

  private overtake(): void {
    const { open } = this;
    for (const fact of open === null ? [] : overtakeEnding(open, this.at).events) this.apply(fact);
  }
}

type Doing = (world: World) => void;
const claimOf = (world: World, staff: StaffId) => ({
  staff,
  epoch: world.conversation.epoch,
  held: world.holder === staff,
});
/** To the newest question, or an older one. */
const toOne = (world: World, age: number): EndingRequest | null => world.requests.at(-1 - age) ?? null;

const asks = fc.tuple(someone, fc.nat(3)).map(([staff, who]): Doing => (world) => {
  const claim = claimOf(world, who === 0 ? staff : (world.holder ?? staff));
  const wished = { id: `question ${world.requests.length}`, reason: 'boundary', at: world.at } as const;
  world.save(askToEnd(world.situation, world.open, { claim, wished }));
});
/** To the newest question, or to an older one. */
const agrees = fc.tuple(someone, fc.nat(3)).map(([by, age]): Doing => (world) => {
  const request = world.requests.at(age === 0 ? -2 : -1);
  if (request === undefined) return;
  const hasReadLast = (world.read.get(by) ?? 0) >= world.messages;
  world.save(agreeToEnd(request, world.situation, { by, hasReadLast, at: world.at }));
});

const anything: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 4, arbitrary: asks },
  { weight: 4, arbitrary: agrees },
  someone.map((staff): Doing => (world) => {
    const how = { reason: 'boundary', at: world.at } as const;
    world.save(endByHolder(world.conversation, claimOf(world, staff), how));
  }),
  fc.tuple(someone, fc.nat(1)).map(([by, age]): Doing => (world) => {
    const request = toOne(world, age);
    if (request !== null) world.save(declineEnding(request, world.situation, { by, at: world.at }));
  }),
  fc.tuple(someone, fc.nat(1)).map(([by, age]): Doing => (world) => {
    const request = toOne(world, age);
    if (request !== null) world.save(withdrawEnding(request, by, world.at));
  }),
  someone.map((to): Doing => (world) => {
    world.save(pass(world.conversation, { to, reason: 'safety', at: world.at }));
  }),
  fc
    .tuple(someone, fc.constantFrom('not_safe_now', 'not_sure', 'said_safe'))
    .map(([by, answer]): Doing => (world) => {
      const before = world.conversation.isInDanger ? 'not_safe_now' : 'not_sure';
      const role = by === ana || by === bea ? 'supervisor' : 'responder';
      const claim = role === 'supervisor' ? null : claimOf(world, by);
      const wished = { answer, reason: 'said_since', by, role, claim, at: world.at } as const;
      world.save(setSafetyAnswer(world.conversation, before, wished));
    }),
  fc.constant((world: World): void => {
    if (world.conversation.state !== 'ended') world.messages += 1;
  }),
  someone.map(
    (staff): Doing =>
      (world) =>
        void world.read.set(staff, world.messages),
  ),
);

const after = (doings: readonly Doing[]): World => {
  const world = new World();
  for (const act of doings) act(world);
  return world;
};
const endOf = ({ facts }: World) => facts.find((fact) => fact.type === 'conversation_ended');

describe('a conversation in danger', () => {
  it('[SAF2] ends only by two people who each said so, whatever anyone does and in whatever order', () => {
    let ended = 0;
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (doings) => {
        const world = after(doings);
        const end = endOf(world);
        if (end === undefined) return;
        const { isInDanger, dangerLoweredBy } = world.conversation;
        if (!isInDanger && !dangerLoweredBy.some((staff) => staff === end.by)) return;
        ended += 1;
        const agreed = world.facts.find((fact) => fact.type === 'ending_agreed');
        expect(agreed).toMatchObject({ epoch: end.epoch, askedBy: end.by });
        expect(agreed?.by).not.toBe(end.by);
      }),
      { numRuns: 2_000 },
    );
    expect(ended).toBeGreaterThan(50);
  });

  it('[SAF2] has one open question at most, and each question has one outcome', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (doings) => {
        const world = after(doings);
        expect(world.requests.filter(({ outcome }) => outcome === null).length).toBeLessThanOrEqual(1);
        for (const { id, outcome } of world.requests) {
          const closed = world.facts.filter(
            (fact) => 'request' in fact && fact.request === id && fact.type !== 'ending_asked',
          );
          expect(closed).toHaveLength(outcome === null ? 0 : 1);
        }
        if (world.conversation.state === 'ended') expect(world.open).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('[SAF2] does not end by an agreement to an older holding, an older safety answer, or before a new word was read', () => {
    const asked = (): World => {
      const world = new World();
      const wished = { id: 'question', reason: 'boundary', at: world.at } as const;
      world.save(askToEnd(world.situation, null, { claim: claimOf(world, sam), wished }));
      return world;
    };
    const refusalTo = (world: World, by = ana, hasReadLast = false): string | null => {
      const [request] = world.requests;
      if (request === undefined) throw new Error('it was asked');
      const open = { ...request, outcome: null };
      const decision = agreeToEnd(open, world.situation, { by, hasReadLast, at: world.at });
      return decision.accepted ? null : decision.refusal;
    };
    expect(refusalTo(asked())).toBeNull();
    expect(refusalTo(asked(), sam)).toBe('not_yourself');
    const passed = asked();
    passed.save(pass(passed.conversation, { to: kim, reason: 'safety', at: passed.at }));
    passed.save(pass(passed.conversation, { to: sam, reason: 'safety', at: passed.at }));
    expect(refusalTo(passed)).toBe('ending_changed');
    const raised = asked();
    raised.safetyAt = 7;
    expect(refusalTo(raised)).toBe('ending_changed');
    const wrote = asked();
    wrote.messages = 1;
    expect(refusalTo(wrote)).toBe('read_first');
    expect(refusalTo(wrote, ana, true)).toBeNull();
  });
});

describe('who lowered the safety answer', () => {
  it('[SAF2] does not end the conversation alone either, and another holder may', () => {
    const how = { reason: 'boundary', at: instant(1) } as const;
    const lowered = aConversation().loweredBy(sam);
    const endingBy = (staff: StaffId): boolean =>
      endByHolder(lowered.heldBy(staff), { staff, epoch: 1, held: true }, how).accepted;
    expect([endingBy(sam), endingBy(kim)]).toEqual([false, true]);
  });

  it('[SAF2] is kept beside the one who closed the step: neither ends it alone, and a third person may', () => {
    const how = { reason: 'boundary', at: instant(1) } as const;
    const lowered = aConversation().loweredBy(sam, ana);
    const endingBy = (staff: StaffId): boolean =>
      endByHolder(lowered.heldBy(staff), { staff, epoch: 1, held: true }, how).accepted;
    expect([sam, ana, kim].map(endingBy)).toEqual([false, false, true]);
  });

  it('[SAF2] does not leave the end to the timer of a quick exit of anyone who holds it', () => {
    const lowered = aConversation().loweredBy(sam);
    for (const holder of [sam, kim])
      expect(endAfterQuickExit(lowered.leftByVisitorWhileHeldBy(holder), instant(1)).events).toEqual([]);
  });
});

describe('a visitor who leaves in danger', () => {
  const danger = aConversation().inDanger();
  const about = { service: numbered.service(1), conversation: numbered.conversation(1), at: instant(1) };
  const ended = { type: 'conversation_ended', ...about, by: null, epoch: 1 } as const;
  const howOf = (conversation: Conversation, fact: Parameters<typeof writeUpOf>[1], isOnHold = false) =>
    writeUpOf(conversation, fact, { isOnHold })?.how ?? null;

  it('[SAF2] is written up after an own end, a quick exit or a lost connection, and after nothing else', () => {
    const talking = danger.heldBy(sam);
    expect(howOf(talking, { type: 'visitor_left_quickly', ...about })).toBe('quick_exit');
    for (const reason of ['visitor_ended', 'quick_exit', 'left_waiting', 'connection_lost'] as const)
      expect(howOf(talking, { ...ended, reason })).toBe(reason);
    expect(howOf(talking, { ...ended, reason: 'responder_ended_agreed' })).toBeNull();
    expect(howOf(aConversation().heldBy(sam), { ...ended, reason: 'visitor_ended' })).toBeNull();
    expect(howOf(danger.waiting(), { ...ended, reason: 'left_waiting' }, true)).toBeNull();
  });
});
