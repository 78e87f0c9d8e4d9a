import type { Handover } from '@warmline/contracts';
import type { HandoverState } from '@warmline/vocabulary';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { handoverStepWords } from './handover-words';

export interface Step {
  readonly key: 'asked' | 'accepted' | 'visitor' | 'joined' | 'writes' | 'left';
  readonly state: 'done' | 'now' | 'todo';
  readonly told: string;
}

const ORDER: readonly HandoverState[] = [
  'proposed',
  'offered',
  'visitor_asked',
  'joined',
  'control_passed',
  'left',
];

type Told = { readonly todo: string; readonly now?: string; readonly done: string };

const askedWords = ({ state, to, receiver }: Handover): Told => {
  const step = handoverStepWords;
  const looking = to.to === 'skill' ? step.lookingWith(to.skill) : step.looking;
  const name = receiver?.name ?? '';
  return {
    todo: step.askedSomeone,
    now: state === 'proposed' || receiver === null ? looking : step.asking(name),
    done: step.asked(name),
  };
};

const visitorWords = ({ visitorName, conversationId, mustLeave }: Handover): Told => {
  const step = handoverStepWords;
  const visitor = visitorCalled(visitorName, conversationId);
  return mustLeave
    ? { todo: step.visitorTells(visitor), done: step.visitorTold(visitor) }
    : {
        todo: step.visitorAsks(visitor),
        now: step.visitorAsking(visitor),
        done: step.visitorAgreed(visitor),
      };
};

/** From which state on each step is done, and which state is the step itself. */
const REACH: Readonly<
  Record<Step['key'], { readonly now: HandoverState | null; readonly done: HandoverState }>
> = {
  asked: { now: 'offered', done: 'visitor_asked' },
  accepted: { now: null, done: 'visitor_asked' },
  visitor: { now: 'visitor_asked', done: 'joined' },
  joined: { now: null, done: 'joined' },
  writes: { now: 'joined', done: 'control_passed' },
  left: { now: 'control_passed', done: 'left' },
};

const stateOf = (key: Step['key'], state: HandoverState): Step['state'] => {
  const { now, done } = REACH[key];
  const at = ORDER.indexOf(state);
  if (at >= ORDER.indexOf(done)) return 'done';
  return state === now || (key === 'asked' && state === 'proposed') ? 'now' : 'todo';
};

/** The way of an open handover, or one that ended well, as its sender goes it. `sender` null is oneself. */
export const stepsOf = (handover: Handover, sender: string | null): readonly Step[] => {
  const step = handoverStepWords;
  const receiver = handover.receiver?.name ?? null;
  const told: Readonly<Record<Step['key'], Told>> = {
    asked: askedWords(handover),
    accepted: { todo: step.accepts(receiver), done: step.accepted(receiver ?? '') },
    visitor: visitorWords(handover),
    joined: { todo: step.joins(receiver), done: step.joined(receiver ?? '') },
    writes: {
      todo: step.writes(receiver),
      now: step.takesOver(receiver),
      done: step.writesNow(receiver ?? ''),
    },
    left: { todo: step.leaves(sender), done: step.left(sender) },
  };
  const keys: readonly Step['key'][] =
    handover.kind === 'cold'
      ? ['asked', 'accepted', 'writes']
      : ['asked', 'accepted', 'visitor', 'joined', 'writes', 'left'];
  return keys.map((key) => {
    const state = stateOf(key, handover.state);
    const { todo, now = todo, done } = told[key];
    return { key, state, told: state === 'done' ? done : state === 'now' ? now : todo };
  });
};

/** A word on what the present step means for the one who hands over, where it needs one. */
export const nowWords = (handover: Handover): readonly string[] => {
  const step = handoverStepWords;
  const { state, receiver, visitorName, conversationId, briefRead } = handover;
  if (state === 'visitor_asked') return [step.silence(visitorCalled(visitorName, conversationId))];
  if (state !== 'joined' || receiver === null) return state === 'control_passed' ? [] : [step.stays];
  return [step.introduce(receiver.name), briefRead ? step.hasRead(receiver.name) : step.reads(receiver.name)];
};
