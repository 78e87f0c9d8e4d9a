import { Injectable } from '@nestjs/common';
import type { PracticeActSent } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { elapsed, type Instant } from '@warmline/kernel';
import { PracticeReadModel, type StoredPractice, type Stores } from '@warmline/postgres';
import { decideAct, feedbackOn, play, type StoredAct } from '@warmline/practice';
import type { ConversationKey } from '@warmline/sealing';
import { messageFlaw, type Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { isOutdated, partFor, partOf, scenarioIn } from './played-practice';
import { PracticeChanges } from './practice-changes';
import { boundAct, PracticeTexts } from './practice-texts';

export interface ActToDo {
  readonly practice: string;
  readonly id: string;
  readonly act: PracticeActSent;
}

interface Acting extends ActToDo {
  readonly person: StaffPrincipal;
  readonly key: ConversationKey;
}

/** What was written is judged as a real message is; everything else has no text of its own. */
const flawOf = (act: PracticeActSent): Refusal | null =>
  act.kind === 'say' || act.kind === 'visitor_say' || act.kind === 'note' ? messageFlaw(act.words) : null;

/** What people do in a practice conversation. Nothing of it leaves it: no alarm, no call, no count. */
@Injectable()
export class ActInPractice {
  constructor(
    private readonly changes: Changes,
    private readonly stored: PracticeReadModel,
    private readonly texts: PracticeTexts,
    private readonly announced: PracticeChanges,
  ) {}

  /**
   * An act sent twice is one. Refuses `not_found` to anyone who is not in it, the flaws of a message, `conversation_ended`,
   * `not_ended`, `not_allowed` for the other's part, `different_body`, and `too_fast` once it is full.
   */
  async act(person: StaffPrincipal, wished: ActToDo): Promise<Refusal | null> {
    const practice = await this.stored.find(wished.practice);
    if (practice === null || partOf(practice, person) === 'reader') return 'not_found';
    const flaw = flawOf(wished.act);
    if (flaw !== null) return flaw;
    const key = await this.texts.keyOf(practice);
    if (key === null) return 'not_found';
    const refusal = await this.changes.commit((stores) => this.doIn(stores, { ...wished, person, key }));
    if (refusal === null) this.announced.announce(practice);
    return refusal;
  }

  private async doIn(stores: Stores, acting: Acting): Promise<Refusal | null> {
    const { id, act, person, key } = acting;
    const practice = await stores.practice.lock(acting.practice);
    if (practice === null) return 'not_found';
    const known = await stores.practice.findAct(practice.id, id);
    if (known !== null) return isSameAct(known, acting) ? null : 'different_body';
    if (practice.endedAt !== null) return 'conversation_ended';
    const acts = await this.texts.openActs(practice, await stores.practice.loadActs(practice.id));
    const at = await stores.now();
    const refusal = refusalOf({ practice, acts, at }, acting);
    if (refusal !== null) return refusal;
    const sealed = key.seal(JSON.stringify(act), boundAct(id));
    await stores.practice.addAct({ practice: practice.id, id, staff: person.staff, sealed }, at);
    if (act.kind === 'wrap_up' || act.kind === 'leave')
      await close(stores, practice, { acts, isLeft: act.kind === 'leave' });
    return null;
  }
}

const isSameAct = (
  known: { readonly staff: string; readonly sealed: Buffer },
  { id, act, person, key }: Acting,
): boolean => known.staff === person.staff && key.open(known.sealed, boundAct(id)) === JSON.stringify(act);

interface Practised {
  readonly practice: StoredPractice;
  readonly acts: readonly StoredAct[];
  readonly at: Instant;
}

/** What began with other words is only left. */
const refusalOf = ({ practice, acts, at }: Practised, { act, person }: Acting): Refusal | null => {
  if (isOutdated(practice) && act.kind !== 'leave') return 'conversation_ended';
  const now = play(scenarioIn(practice), acts, elapsed(practice.beganAt, at));
  const decision = decideAct({ play: now, acts: acts.length }, partFor(practice, person, act), act);
  return decision.accepted ? null : decision.refusal;
};

const close = async (
  stores: Stores,
  practice: StoredPractice,
  { acts, isLeft }: { readonly acts: readonly StoredAct[]; readonly isLeft: boolean },
): Promise<void> => {
  const { service, id, staff, scenario } = practice;
  const { isPassed } = feedbackOn(scenarioIn(practice), acts);
  const result = isLeft ? 'left' : isPassed ? 'passed' : 'not_passed';
  const at = await stores.now();
  const fact = { type: 'practice_ended', service, practice: id, staff, result, at } as const;
  if (result === 'passed' && scenario !== null) await stores.practice.recordTraining(fact, scenario);
  await stores.practice.end(fact);
};
