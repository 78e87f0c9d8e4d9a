import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { MINUTE } from '@warmline/kernel';
import type { SafetyChoice } from '@warmline/vocabulary';
import { ClientNetwork } from '../../core/client-network';
import { CONFIG, type Config } from '../../core/config';
import { Budget, NetworkBudget, type BudgetSize } from '../../core/network-budget';
import type { NetworkKeys } from '../../core/network-prefix';
import { AskedProofs } from './asked-proofs';
import { Crowds } from './crowds';

/**
 * What a start without a proof gets. `free`: nothing is asked. `unproven`: it waits without the rank of band 1 until its page has
 * done the proof of work, beside everything else. `proof_needed`: its page does the proof first.
 */
export type StartTerms = 'free' | 'unproven' | 'proof_needed';

/** The proof of work is at most this many times as much as at the edge of the budget. */
export const EFFORT_MAX = 3;

/** A budget for each network inside one for all. */
class StartBudget {
  private readonly networks: NetworkBudget;
  private readonly all: Budget;

  constructor(network: BudgetSize, all: BudgetSize, now: () => number) {
    this.networks = new NetworkBudget(network, now);
    this.all = new Budget(all, now);
  }

  /** A network past its own budget takes nothing of what all have. `network`: null where networks cannot be told apart. */
  take(network: NetworkKeys | null): boolean {
    return (network === null || this.networks.take(network)) && this.all.take();
  }
}

const size = (burst: number, perMinute: number): BudgetSize => ({
  burst: Math.max(2, Math.round(burst)),
  perMinute: Math.max(2, Math.round(perMinute)),
});

/**
 * Budgets of new starts. They are in this process's memory only: a count in Redis would be written to its disk under a name of a
 * network. With several gateways the budget is that of all of them together.
 */
@Injectable()
export class StartPressure {
  private readonly usual: StartBudget;
  private readonly inDanger: StartBudget;
  private readonly unproven: StartBudget;
  private readonly complaints: StartBudget;
  private readonly crowds: Crowds;
  private readonly now: () => number;
  /** Starts past the budget, of which a minute forgets as many as it lets start freely. */
  private excess = 0;
  private excessAt: number;

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly networks: ClientNetwork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'STARTS_PER_MINUTE'>,
    @Inject(AskedProofs) private readonly asked: Pick<AskedProofs, 'isAsked' | 'isEmpty'>,
    @Optional() now?: () => number,
  ) {
    this.now = now ?? (() => performance.now());
    this.crowds = new Crowds(this.now);
    this.excessAt = this.now();
    const free = config.STARTS_PER_MINUTE;
    // A hostel, a school or a day of a campaign: a minute's worth at once from one network.
    this.usual = new StartBudget(size(free, free / 2), size(2 * free, free), this.now);
    // Few, and slow to come back, since each may go before someone honest. Past it their page has something to do, not they.
    this.inDanger = new StartBudget(size(free / 12, free / 30), size(free / 6, free / 12), this.now);
    this.unproven = new StartBudget(size(free / 2, free / 2), size(2 * free, free), this.now);
    // As few as urgent starts, of their own: a flood of complaints takes no start from anyone.
    this.complaints = new StartBudget(size(free / 12, free / 30), size(free / 6, free / 12), this.now);
  }

  /** The terms of one more start without a proof, which is counted. */
  judge(request: IncomingMessage, safety: SafetyChoice): StartTerms {
    const network = this.networks.keysOf(request);
    const isInDanger = safety === 'danger';
    // Never of someone in danger, whatever supervisors ask of their network.
    if (!isInDanger && this.isAsked(request)) return 'proof_needed';
    if ((isInDanger ? this.inDanger : this.usual).take(network)) return 'free';
    this.excess = this.decayed() + 1;
    this.excessAt = this.now();
    return isInDanger && this.unproven.take(network) ? 'unproven' : 'proof_needed';
  }

  private isAsked(request: IncomingMessage): boolean {
    if (this.asked.isEmpty) return false;
    const network = this.networks.newestKeysOf(request);
    return network !== null && this.asked.isAsked(this.crowds.idsOf(network));
  }

  /** Whether one more complaint may be taken from there; it is counted. */
  takeComplaint(request: IncomingMessage): boolean {
    return this.complaints.take(this.networks.keysOf(request));
  }

  /** The random id of those who come from one network within an hour; null where networks cannot be told apart. */
  crowdOf(request: IncomingMessage): string | null {
    const network = this.networks.newestKeysOf(request);
    return network === null ? null : this.crowds.idOf(network);
  }

  /** How much work a proof is now: 1 at the edge of the budget, EFFORT_MAX at most. */
  get effort(): number {
    return Math.min(EFFORT_MAX, 1 + this.decayed() / (2 * this.config.STARTS_PER_MINUTE));
  }

  private decayed(): number {
    const minutes = (this.now() - this.excessAt) / MINUTE;
    return Math.max(0, this.excess - minutes * this.config.STARTS_PER_MINUTE);
  }
}
