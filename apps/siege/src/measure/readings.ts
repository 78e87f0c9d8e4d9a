import { GROUPS, type Group, type Note } from '../honest/note';
import type { Felt } from '../probe';
import { jsonLines } from './json-lines';
import { spreadOf, type Spread } from './spread';

/** A span of Unix times, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How one group of honest people fared. */
export interface Fared extends Spread {
  readonly acts: number;
  /** Each outcome that is not 'done', with its count. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What was measured in one span. */
export interface Reading {
  readonly groups: Readonly<Record<Group, Fared>>;
  /** The longest the event loop of the gateway was kept from its timers (ms). */
  readonly loopMs: number;
  /** The most resident bytes. */
  readonly rss: number;
  /** Open file descriptors at the end. */
  readonly files: number;
  /** How many times slower than at best the machine was: at least 1. */
  readonly slowness: number;
}

export interface Files {
  readonly honest: string;
  readonly probe: string;
  readonly metronome: string;
}

interface Heartbeat {
  readonly oldest: number;
}
interface Slow {
  readonly at: number;
  readonly slowness: number;
}

const isNote = (value: object): value is Note => 'group' in value && 'outcome' in value;
const isHeartbeat = (value: object): value is Heartbeat => 'oldest' in value;
const isFelt = (value: object): value is Felt => 'loopMs' in value;
const isSlow = (value: object): value is Slow => 'slowness' in value && 'at' in value;

const within =
  ({ from, to }: Span) =>
  ({ at }: { readonly at: number }): boolean =>
    at >= from && at < to;

/** Acts that began before and ended within count too: they were kept waiting in it. */
const overlaps =
  ({ from, to }: Span) =>
  ({ at, ms }: Note): boolean =>
    at < to && at + ms >= from;

const fared = (notes: readonly Note[]): Fared => {
  const refused: Record<string, number> = {};
  for (const { what, outcome } of notes)
    if (outcome !== 'done') refused[`${what}: ${outcome}`] = (refused[`${what}: ${outcome}`] ?? 0) + 1;
  return { ...spreadOf(notes.map(({ ms }) => ms)), acts: notes.length, refused };
};

/** What the processes of the siege have written down. */
export class Readings {
  constructor(private readonly files: Files) {}

  during(span: Span): Reading {
    const notes = jsonLines(this.files.honest, isNote).filter(overlaps(span));
    const felt = jsonLines(this.files.probe, isFelt).filter(within(span));
    const slow = jsonLines(this.files.metronome, isSlow).filter(within(span));
    const of = (group: Group): Fared => fared(notes.filter((noted) => noted.group === group));
    const groups = {
      visitor: of('visitor'),
      danger: of('danger'),
      console: of('console'),
      'sign-in': of('sign-in'),
    };
    return {
      groups,
      loopMs: Math.max(0, ...felt.map(({ loopMs }) => loopMs)),
      rss: Math.max(0, ...felt.map(({ rss }) => rss)),
      files: felt.at(-1)?.files ?? 0,
      slowness: slow.length === 0 ? 1 : slow.reduce((sum, { slowness }) => sum + slowness, 0) / slow.length,
    };
  }

  /** Whether every honest act that began before this time has ended. */
  isHeardUntil(at: number): boolean {
    return (jsonLines(this.files.honest, isHeartbeat).at(-1)?.oldest ?? 0) > at;
  }

  /** What the gateway held at its last collection of garbage since then; null while there was none. */
  collectedSince(at: number): Felt | null {
    const collected = jsonLines(this.files.probe, isFelt).filter((felt) => felt.isCollected && felt.at >= at);
    return collected.at(-1) ?? null;
  }

  get groupsHeard(): number {
    const heard = new Set(jsonLines(this.files.honest, isNote).map(({ group }) => group));
    return GROUPS.filter((group) => heard.has(group)).length;
  }
}
