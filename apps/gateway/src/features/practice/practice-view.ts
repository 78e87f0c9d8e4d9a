import { Injectable } from '@nestjs/common';
import type { CaseloadItem, PracticeView } from '@warmline/contracts';
import { hasRole, type StaffPrincipal } from '@warmline/identity';
import { elapsed } from '@warmline/kernel';
import { PracticeReadModel, type StoredPractice } from '@warmline/postgres';
import { feedbackOn, inPracticeTime, play } from '@warmline/practice';
import { Changes } from '../../index/changes';
import { isOutdated, partOf, scenarioIn, type PlayedPractice } from './played-practice';
import { entriesOf } from './practice-entries';
import { calledIn, notesIn, recordIn, safetyIn } from './practice-record';
import { PracticeTexts } from './practice-texts';

/** A practice conversation in the same form as the desk has a real one, so that the same screens show it. */
@Injectable()
export class PracticeViews {
  constructor(
    private readonly stored: PracticeReadModel,
    private readonly texts: PracticeTexts,
    private readonly changes: Changes,
  ) {}

  /** Null for anyone who is not in it; a supervisor of the service reads it once it is over, and that is recorded. */
  async loadFor(person: StaffPrincipal, id: string): Promise<PracticeView | null> {
    const practice = await this.stored.find(id);
    if (practice === null || !(await this.mayRead(person, practice))) return null;
    const [sealed, words] = await Promise.all([this.stored.loadActs(id), this.stored.loadWords(id)]);
    const acts = await this.texts.openActs(practice, sealed);
    const since = elapsed(practice.beganAt, practice.endedAt ?? practice.now);
    const played = { practice, acts: inPracticeTime(acts), play: play(scenarioIn(practice), acts, since) };
    return viewOf(played, person, await this.texts.openWords(practice, words));
  }

  private async mayRead(person: StaffPrincipal, practice: StoredPractice): Promise<boolean> {
    if (partOf(practice, person) !== 'reader') return true;
    const { service, id, staff, endedAt } = practice;
    const mayTrain = hasRole(person, 'supervisor') || hasRole(person, 'trainer');
    if (!mayTrain || person.service !== service || endedAt === null) return false;
    await this.changes.commit(async (stores) =>
      stores.practice.noteRead({
        type: 'practice_read',
        service,
        practice: id,
        staff,
        by: person.staff,
        at: await stores.now(),
      }),
    );
    return true;
  }
}

const viewOf = (
  played: PlayedPractice,
  person: StaffPrincipal,
  words: PracticeView['words'],
): PracticeView => {
  const { practice, acts, play: now } = played;
  const part = partOf(practice, person);
  const isTheVisitor = part === 'visitor';
  const hasFeedback = practice.result === 'passed' || practice.result === 'not_passed';
  return {
    practiceId: practice.id,
    scenario: practice.scenario,
    part,
    responderName: practice.staffName,
    colleagueName: practice.colleagueName,
    beganAt: practice.beganAt,
    now: practice.beganAt + now.now,
    nextAt: now.nextAt === null ? null : practice.beganAt + now.nextAt,
    isTyping: now.isTyping,
    entries: entriesOf(played),
    item: isTheVisitor ? null : itemOf(played),
    record: isTheVisitor ? null : recordIn(played),
    notes: isTheVisitor ? [] : notesIn(played),
    called: isTheVisitor ? null : calledIn(played),
    isOutdated: isOutdated(practice),
    result: practice.result,
    looks:
      hasFeedback && !isTheVisitor ? [...feedbackOn(scenarioIn(practice), acts).looks].map(looked) : null,
    words: isTheVisitor ? [] : words,
  };
};

type Look = NonNullable<PracticeView['looks']>[number];

const looked = ({
  messages,
  ...look
}: Omit<Look, 'messages'> & { readonly messages: readonly string[] }): Look => ({
  ...look,
  messages: [...messages],
});

/** What the desk says of one conversation. */
const itemOf = (played: PlayedPractice): CaseloadItem => {
  const { practice, play: now } = played;
  const { beganAt } = practice;
  const entries = entriesOf(played);
  const lastOf = (from: 'visitor' | 'responder'): number | null =>
    now.lines
      .filter((line) => line.from === from)
      .map(({ at }) => beganAt + at)
      .at(-1) ?? null;
  const safety = safetyIn(played);
  return {
    conversationId: practice.id,
    epoch: 1,
    state: now.ended === null ? 'talking' : 'wrap_up',
    visitorName: scenarioIn(practice)?.visitorName ?? '',
    visitorPresent: now.ended === null,
    band: safety.answer === 'not_safe_now' || safety.stepAt !== undefined ? 1 : 3,
    safety,
    language: 'en',
    joinedAt: beganAt,
    talkingSince: beganAt,
    endedAt: now.ended === null ? null : beganAt + now.ended.at,
    endReason: now.ended?.reason ?? null,
    head: entries.length,
    // The visitor of practice has the page open all the time.
    receipts: { visitor: entries.length, responder: entries.length },
    lastVisitorMessageAt: lastOf('visitor'),
    lastResponderMessageAt: lastOf('responder'),
    observers: [],
    handovers: 0,
    handoverDue: false,
  };
};
