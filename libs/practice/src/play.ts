import { MINUTE } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { StoredAct } from './act';
import type { Scenario } from './scenario';
import { ScriptedVisitor, type Line } from './scripted-visitor';
import { signalsOfEach } from './signals';

/** A practice conversation as it is at one moment. */
export interface Play {
  /** Practice time now (ms). */
  readonly now: number;
  /** What was written by now, in order. */
  readonly lines: readonly Line[];
  /** The state the visitor of the scenario is in; null where a colleague plays them. */
  readonly state: string | null;
  readonly isTyping: boolean;
  /** When the visitor does something by themselves next (ms of practice time); null when they wait for the responder. */
  readonly nextAt: number | null;
  readonly ended: { readonly reason: EndReason; readonly at: number } | null;
  readonly isWrappedUp: boolean;
}

/** Practice time of each act: real time, and all that was skipped before it (ms). */
export const inPracticeTime = (acts: readonly StoredAct[]): readonly StoredAct[] => {
  let skipped = 0;
  return acts.map((stored) => {
    const { act, at } = stored;
    if (act.kind === 'wait') skipped += act.minutes * MINUTE;
    return { ...stored, at: at + skipped };
  });
};

/** What was skipped in all (ms). */
export const skippedBy = (acts: readonly StoredAct[]): number =>
  acts.reduce((sum, { act }) => sum + (act.kind === 'wait' ? act.minutes * MINUTE : 0), 0);

const ofPeople = (acts: readonly StoredAct[]): readonly Line[] =>
  acts.flatMap(({ id, act, at }): readonly Line[] => {
    if (act.kind === 'say') return [{ id, from: 'responder', words: act.words, at }];
    return act.kind === 'visitor_say' ? [{ id, from: 'visitor', words: act.words, at }] : [];
  });

const endedBy = (acts: readonly StoredAct[]): Play['ended'] => {
  const end = acts.find(({ act }) => act.kind === 'end' || act.kind === 'visitor_end');
  if (end === undefined) return null;
  return { reason: end.act.kind === 'end' ? end.act.reason : 'visitor_ended', at: end.at };
};

/** Everything the visitor does by themselves up to a moment, and when they left. */
const goOnUntil = (visitor: ScriptedVisitor, at: number): void => {
  while (visitor.leaves === null && visitor.actsAt !== null && visitor.actsAt <= at) visitor.act();
};

const scripted = (scenario: Scenario, acts: readonly StoredAct[], now: number): ScriptedVisitor => {
  const visitor = new ScriptedVisitor(scenario);
  const signals = signalsOfEach(acts);
  for (const [index, { at }] of acts.entries()) {
    goOnUntil(visitor, at);
    if (visitor.leaves !== null && visitor.leaves.at <= at) break;
    visitor.hear(signals[index] ?? [], at);
  }
  goOnUntil(visitor, endedBy(acts)?.at ?? now);
  return visitor;
};

const earlier = (one: Play['ended'], other: Play['ended']): Play['ended'] => {
  if (one === null || other === null) return one ?? other;
  return one.at <= other.at ? one : other;
};

const isOver = (acts: readonly StoredAct[]): boolean =>
  acts.some(({ act }) => act.kind === 'wrap_up' || act.kind === 'leave');

const playedByColleague = (acts: readonly StoredAct[], now: number): Play => ({
  now,
  lines: ofPeople(acts),
  state: null,
  isTyping: false,
  nextAt: null,
  ended: endedBy(acts),
  isWrappedUp: isOver(acts),
});

/**
 * The conversation that these acts make, `since` ms after its beginning by the real clock. The same acts always make the same
 * one, and a later moment only adds to it: docs/spec/practice.md#the-visitor-of-a-scenario. `scenario` is null where a colleague plays the visitor.
 */
export const play = (scenario: Scenario | null, stored: readonly StoredAct[], since: number): Play => {
  const acts = inPracticeTime(stored);
  const now = Math.max(since + skippedBy(stored), acts.at(-1)?.at ?? 0);
  if (scenario === null) return playedByColleague(acts, now);
  const visitor = scripted(scenario, acts, now);
  const ended = earlier(endedBy(acts), leftBy(visitor, now));
  const until = ended?.at ?? now;
  return {
    now,
    lines: [...visitor.lines, ...ofPeople(acts)].filter(({ at }) => at <= until).sort(inTime),
    state: visitor.state,
    isTyping: ended === null && visitor.writesUntil > now,
    nextAt: ended === null ? nextOf(visitor, now) : null,
    ended,
    isWrappedUp: isOver(acts),
  };
};

const leftBy = ({ leaves }: ScriptedVisitor, now: number): Play['ended'] =>
  leaves !== null && leaves.at <= now ? leaves : null;

const nextOf = (visitor: ScriptedVisitor, now: number): number | null =>
  visitor.lines.find(({ at }) => at > now)?.at ?? visitor.actsAt ?? visitor.leaves?.at ?? null;

/** At the same moment what was written to the visitor comes first. */
const inTime = (one: Line, other: Line): number =>
  one.at === other.at ? (one.from === other.from ? 0 : one.from === 'responder' ? -1 : 1) : one.at - other.at;
