import { MINUTE } from '@warmline/kernel';
import { PRACTICE_SCENARIOS } from '@warmline/vocabulary';
import type { PracticeAct, StoredAct } from './act';
import { play, type Play } from './play';
import type { Move, Scenario } from './scenario';
import { scenarioOf, SCENARIOS } from './scenarios/all';
import { stateOf } from './scripted-visitor';
import { signalsOf, type Signal } from './signals';

/** One message that carries each signal alone, beside `said`. */
const WORDS: Partial<Record<Signal, string>> = {
  said: 'yes',
  welcomed: 'Hello.',
  named_time_limit: 'The time limit is on the page.',
  listened: 'It sounds hard.',
  asked_open: 'Tell me?',
  asked_directly: 'Are you thinking of suicide?',
  asked_means: 'Is it within reach?',
  asked_safe_now: 'Are you safe?',
  gave_time: 'No rush.',
  named_boundary: 'Please stop.',
  noticed_them: 'Are you holding up?',
  offered_next_step: 'Your GP.',
  closed_gently: 'Take care.',
};

interface Step {
  readonly from: string;
  readonly move: Move;
}

/** Every way from the beginning to an end. */
const waysThrough = (scenario: Scenario, from = scenario.begins): Step[][] => {
  const { moves } = stateOf(scenario, from);
  if (moves.length === 0) return [[]];
  return moves.flatMap((move) => waysThrough(scenario, move.to).map((rest) => [{ from, move }, ...rest]));
};

class Walk {
  readonly acts: StoredAct[] = [];
  #at = 0;

  constructor(private readonly scenario: Scenario) {}

  get now(): Play {
    return play(this.scenario, this.acts, this.#at);
  }

  do(act: PracticeAct): void {
    this.acts.push({ id: `act ${this.acts.length}`, at: this.#at, act });
  }

  /** Until the visitor waits for the responder, or has left. */
  settle(): void {
    for (let now = this.now; now.nextAt !== null && now.nextAt - now.now < MINUTE; now = this.now)
      this.#at += now.nextAt - now.now;
  }
}

const take = (walk: Walk, move: Move): void => {
  if ('silentFor' in move) return walk.do({ kind: 'wait', minutes: move.silentFor });
  if (move.ever === 'called_supervisor') walk.do({ kind: 'call', urgency: 'urgent' });
  const [signal = 'said'] = move.on;
  walk.do({ kind: 'say', words: WORDS[signal] ?? '' });
};

/** A move that asks for what was never done comes first: without it the next one fits, so a way may not do it by accident. */
const isPossible = (way: readonly Step[], scenario: Scenario): boolean => {
  let hasCalled = false;
  return way.every(({ from, move }) => {
    const first = stateOf(scenario, from).moves.find((one) => 'ever' in one);
    const isLater = first !== undefined && first !== move && 'on' in move;
    if (isLater && hasCalled) return false;
    if ('ever' in move) hasCalled = true;
    return true;
  });
};

/** Ways that together take every branch: a way that takes none for the first time is left out. */
const waysOver = (scenario: Scenario): Step[][] => {
  const taken = new Set<Move>();
  return waysThrough(scenario).filter((way) => {
    if (!isPossible(way, scenario) || way.every(({ move }) => taken.has(move))) return false;
    for (const { move } of way) taken.add(move);
    return true;
  });
};

describe.each(PRACTICE_SCENARIOS)('the scenario %s', (code) => {
  const scenario = scenarioOf(code);
  const ways = waysOver(scenario);

  it('[PRA3] every branch leads on as it is written, and to an end', () => {
    for (const way of ways) {
      const walk = new Walk(scenario);
      walk.settle();
      for (const { from, move } of way) {
        expect(walk.now.state).toBe(from);
        take(walk, move);
        walk.settle();
        expect(walk.now.state).toBe(move.to);
      }
      expect(walk.now.ended).not.toBeNull();
      expect(walk.now.nextAt).toBeNull();
    }
  });

  it('[PRA3] every branch is taken, and every state reached', () => {
    const taken = new Set(ways.flatMap((way) => way.map(({ move }) => move)));
    const moves = Object.values(scenario.states).flatMap((state) => state.moves);
    expect(taken).toEqual(new Set(moves));
    const reached = new Set([scenario.begins, ...moves.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual(Object.keys(scenario.states).sort());
  });

  it('[PRA3] every state that does not end answers any words, and does not wait without end', () => {
    for (const { moves, ends } of Object.values(scenario.states)) {
      const answersAnything = moves.some(
        (move) => 'on' in move && move.on.includes('said') && move.ever === undefined,
      );
      expect(answersAnything && moves.some((move) => 'silentFor' in move)).toBe(ends === undefined);
    }
  });

  it('looks for what passing needs', () => {
    expect(scenario.looksFor).toEqual(expect.arrayContaining([...scenario.needed]));
    expect(scenario.needed.length).toBeGreaterThan(1);
  });
});

describe('the words of this walk', () => {
  it('carry one signal each, so that a walk takes the branch it means', () => {
    for (const [signal, words] of Object.entries(WORDS))
      expect(signalsOf({ kind: 'say', words })).toEqual(signal === 'said' ? ['said'] : ['said', signal]);
  });

  it('there are five scenarios, each under its own code', () => {
    expect(SCENARIOS.map(({ code }) => code)).toEqual([...PRACTICE_SCENARIOS]);
  });
});
