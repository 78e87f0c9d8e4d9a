import { readHistory } from '../history/parse-history';
import type { Verdict } from '../types';
import { Audits } from './audits';
import { judgeCapacity } from './capacity';
import { judgeHandovers } from './handover-steps';
import { judgeHoldings, judgeStaffWrites } from './holdings';
import type { Judge, Noted } from './judge';
import { judgeLoneEnds } from './lone-ends';
import { Messages } from './messages';
import { readStoredState, type Where } from './read-stored-state';
import { Readers } from './readers';
import { Standstill } from './standstill';
import type { StoredState } from './stored-state';
import { Stranded } from './stranded';
import { judgeTimelines } from './timelines';
import { Unheard } from './unheard';
import { COUNTS, type Count, type Violation } from './violation';

/** Explanations of one count that are shown; the others are counted. */
const SHOWN = 3;

/** Holds a history against what is in the database after it. Nothing else goes in. */
export class Trial {
  private readonly messages: Messages;
  private readonly readers: Readers;
  private readonly stranded: Stranded;
  private readonly audits: Audits;
  private readonly unheard: Unheard;
  private readonly standstill = new Standstill();

  constructor(private readonly stored: StoredState) {
    this.messages = new Messages(stored);
    this.readers = new Readers(stored);
    this.stranded = new Stranded(stored);
    this.audits = new Audits(stored);
    this.unheard = new Unheard(stored);
  }

  see(event: Noted): void {
    for (const judge of this.judges) judge.see(event);
  }

  private get judges(): readonly Judge[] {
    return [this.messages, this.readers, this.stranded, this.audits, this.unheard, this.standstill];
  }

  verdict(): Verdict {
    const { stored, messages } = this;
    const all = [
      ...messages.verdict(),
      ...this.readers.verdict(),
      ...judgeTimelines(stored),
      ...judgeHoldings(stored),
      ...judgeStaffWrites(stored, messages),
      ...judgeCapacity(stored),
      ...judgeHandovers(stored),
      ...judgeLoneEnds(stored),
      ...this.unheard.verdict(),
      ...this.stranded.verdict(),
      ...this.audits.verdict(),
      ...this.standstill.verdict(),
    ];
    const { maxSeconds: maxStrandedSeconds } = this.stranded;
    return { acked: messages.acked, ...counted(all), maxStrandedSeconds, explanations: explained(all) };
  }
}

const counted = (all: readonly Violation[]): Record<Count, number> => {
  const counts: Record<Count, number> = {
    lost: 0,
    duplicated: 0,
    misordered: 0,
    crossed: 0,
    doubleHeld: 0,
    staleWrites: 0,
    overCapacity: 0,
    loneEnds: 0,
    unheard: 0,
    stranded: 0,
    unaudited: 0,
  };
  for (const { count } of all) counts[count] += 1;
  return counts;
};

const explained = (all: readonly Violation[]): string[] =>
  COUNTS.flatMap((count) =>
    all
      .filter((one) => one.count === count)
      .map(({ why }) => `${count}: ${why}`)
      .sort((one, other) => one.length - other.length)
      .slice(0, SHOWN),
  );

/** Judges a finished storm. The keyring opens what was sealed. */
export const check = async (historyFile: string, where: Where): Promise<Verdict> => {
  const trial = new Trial(await readStoredState(where));
  for await (const event of readHistory(historyFile)) trial.see(event);
  return trial.verdict();
};
