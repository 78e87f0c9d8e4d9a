import { Inject, Injectable } from '@nestjs/common';
import { expiryDayOf } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import { instant, type StaffId } from '@warmline/kernel';
import { isUniqueViolation, PracticeReadModel, type Stores } from '@warmline/postgres';
import { scenarioOf } from '@warmline/practice';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { ConversationKeys } from '@warmline/sealing';
import type { PracticeScenario, Refusal } from '@warmline/vocabulary';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { PracticeChanges } from './practice-changes';

export interface PracticeToBegin {
  readonly id: string;
  readonly scenario: PracticeScenario | null;
  readonly colleague: StaffId | null;
}

interface Beginning extends PracticeToBegin {
  readonly person: StaffPrincipal;
  readonly dekWrapped: Buffer;
  readonly kekDay: string;
}

/** Begins a practice conversation. It is in no queue. Only the colleague it names is asked. */
@Injectable()
export class BeginPractice {
  constructor(
    private readonly changes: Changes,
    private readonly stored: PracticeReadModel,
    private readonly keys: ConversationKeys,
    private readonly index: LiveIndex,
    private readonly announced: PracticeChanges,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /**
   * Leaves another practice of this person that runs. Refuses `malformed` unless it has either a scenario or a colleague, and
   * `not_available` while they hold a real conversation, and for a colleague who is not connected, holds one, or practises
   * already.
   */
  async begin(person: StaffPrincipal, wished: PracticeToBegin): Promise<Refusal | null> {
    const { id, scenario, colleague } = wished;
    if ((scenario === null) === (colleague === null) || colleague === person.staff) return 'malformed';
    const before = await this.stored.find(id);
    if (before !== null) return before.staff === person.staff ? null : 'not_found';
    if (colleague !== null && !(await this.mayPlay(person, colleague))) return 'not_available';
    return this.beginAsWished(person, wished);
  }

  /** A test chat: this person plays both parts. Another practice of theirs that runs is left. Beginning it twice is once. */
  async beginTest(person: StaffPrincipal, id: string): Promise<Refusal | null> {
    const before = await this.stored.find(id);
    if (before !== null) return before.staff === person.staff ? null : 'not_found';
    return this.beginAsWished(person, { id, scenario: null, colleague: person.staff });
  }

  private async beginAsWished(person: StaffPrincipal, wished: PracticeToBegin): Promise<Refusal | null> {
    const { id, colleague } = wished;
    const { wrapped } = await this.keys.makeUnkept(
      id,
      expiryDayOf(instant(Date.now()), this.service.keepsDays),
    );
    const { kekDay } = wrapped;
    const beginning = { ...wished, person, dekWrapped: Buffer.from(wrapped.dekWrapped), kekDay };
    const refusal = await this.store(beginning);
    if (refusal === null) this.announced.announce({ id, staff: person.staff, colleague });
    return refusal;
  }

  private async mayPlay({ service, staff }: StaffPrincipal, colleague: StaffId): Promise<boolean> {
    const partners = await this.stored.loadPartners(service, staff);
    if (!partners.some(({ id, isBusy }) => id === colleague && !isBusy)) return false;
    return (await this.index.presentAmong([staffPresence(colleague)])).size > 0;
  }

  /** Two that begin at the same moment meet at a unique index: the second is refused, unless both are the same one sent twice. */
  private async store(beginning: Beginning): Promise<Refusal | null> {
    try {
      return await this.changes.commit((stores) => beginIn(stores, beginning));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const stored = await this.stored.find(beginning.id);
      return stored?.staff === beginning.person.staff ? null : 'not_available';
    }
  }
}

const beginIn = async (
  stores: Stores,
  { id, scenario, colleague, person, dekWrapped, kekDay }: Beginning,
): Promise<Refusal | null> => {
  const { staff, service } = person;
  for (const one of colleague === null ? [staff] : [staff, colleague])
    if (await stores.practice.holdsConversation(one)) return 'not_available';
  const at = await stores.now();
  for (const running of await stores.practice.lockRunning(staff)) {
    const left = { type: 'practice_ended', service, practice: running.id, at } as const;
    await stores.practice.end({ ...left, staff: running.staff, result: 'left' });
  }
  const fact = { type: 'practice_began', service, practice: id, at, staff, scenario, colleague } as const;
  const version = scenario === null ? 0 : scenarioOf(scenario).version;
  await stores.practice.begin(fact, { version, dekWrapped, kekDay });
  return null;
};
