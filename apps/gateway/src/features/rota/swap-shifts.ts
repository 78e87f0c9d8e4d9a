import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AnswerSwap, AskSwap, SwapAnswer } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { staffId, type Instant, type StaffId } from '@warmline/kernel';
import type { OpenSwap, Stores } from '@warmline/postgres';
import {
  isSameSwap,
  swapObstacle,
  type OwnBlock,
  type ShiftSwap,
  type SwapObstacle,
} from '@warmline/wellbeing';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { RoutingTerms } from '../../staffing/routing-terms';
import { OwnRotas } from './own-rotas';

/** What came of it, before it is told to the person. */
type Result = 'done' | SwapObstacle;

interface Pair {
  readonly giver: StaffId;
  readonly taker: StaffId;
}

interface Offer {
  readonly service: StaffPrincipal['service'];
  readonly pair: Pair;
  readonly swap: ShiftSwap;
  readonly now: Instant;
}

const OVER: SwapObstacle = { kind: 'over' };
const beginning = (plan: readonly OwnBlock[], at: number | null): OwnBlock | undefined =>
  plan.find(({ beginsAt }) => beginsAt === at);

/** A person asks a colleague of the same role to take a shift; the colleague agrees or declines. */
@Injectable()
export class SwapShifts {
  constructor(
    private readonly changes: Changes,
    private readonly rotas: OwnRotas,
    private readonly terms: RoutingTerms,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async ask(person: StaffPrincipal, asked: AskSwap): Promise<SwapAnswer> {
    const result = await this.changes.commit((stores) => this.askIn(stores, person, asked));
    return this.answer(person, result, 'giver');
  }

  async answerSwap(person: StaffPrincipal, swap: string, answer: AnswerSwap['answer']): Promise<SwapAnswer> {
    const result = await this.changes.commit((stores) => this.answerIn(stores, person, { swap, answer }));
    return this.answer(person, result, 'taker');
  }

  private async askIn(
    stores: Stores,
    { service, staff }: StaffPrincipal,
    { of, given: from, back: inReturn }: AskSwap,
  ): Promise<Result> {
    await this.lockRota(stores);
    const taker = staffId(of);
    if (taker === staff || !(await stores.swaps.lockAlike(service, staff, taker))) return OVER;
    const plans = {
      giver: await stores.swaps.findPlan(service, staff),
      taker: await stores.swaps.findPlan(service, taker),
    };
    const [given, back] = [beginning(plans.giver, from), beginning(plans.taker, inReturn) ?? null];
    if (given === undefined || (inReturn !== null && back === null)) return OVER;
    const now = await stores.now();
    const obstacle = swapObstacle({ given, back }, plans, this.swapTerms(now));
    if (obstacle !== null) return obstacle;
    return this.offerIn(stores, { service, pair: { giver: staff, taker }, swap: { given, back }, now });
  }

  /** One shift is offered to one person at a time. What cannot be agreed any more makes room; the same offer again is one. */
  private async offerIn(stores: Stores, offer: Offer): Promise<Result> {
    const { service, pair, swap, now: at } = offer;
    const { giver: staff, taker: whom } = pair;
    const open = await stores.swaps.lockOffered(service, staff, swap.given.beginsAt);
    if (open !== null) {
      if (open.askedOf === whom && isSameSwap(open, swap)) return 'done';
      const before = { ...offer, pair: { giver: staff, taker: open.askedOf }, swap: open };
      if ((await this.obstacleNow(stores, before))?.kind !== 'over') return OVER;
      await stores.swaps.close({
        type: 'swap_withdrawn',
        service,
        staff,
        whom: open.askedOf,
        swap: open.id,
        at,
      });
    }
    const fact = { type: 'swap_asked', service, staff, whom, swap: uuid(), at } as const;
    return (await stores.swaps.ask(fact, swap)) ? 'done' : OVER;
  }

  private async answerIn(
    stores: Stores,
    person: StaffPrincipal,
    { swap, answer }: AnswerSwap & { readonly swap: string },
  ): Promise<Result> {
    await this.lockRota(stores);
    const open = await stores.swaps.lockOpen(person.service, swap);
    const mayAnswer = answer === 'withdraw' ? open?.askedBy : open?.askedOf;
    if (open === null || mayAnswer !== person.staff) return OVER;
    return answer === 'agree'
      ? this.agreeIn(stores, person, open)
      : this.closeIn(stores, person, { open, answer });
  }

  private async closeIn(
    stores: Stores,
    { service, staff }: StaffPrincipal,
    { open, answer }: { readonly open: OpenSwap; readonly answer: 'decline' | 'withdraw' },
  ): Promise<Result> {
    const whom = staff === open.askedBy ? open.askedOf : open.askedBy;
    const type = answer === 'decline' ? 'swap_declined' : 'swap_withdrawn';
    await stores.swaps.close({ type, service, staff, whom, swap: open.id, at: await stores.now() });
    return 'done';
  }

  private async agreeIn(stores: Stores, { service, staff }: StaffPrincipal, open: OpenSwap): Promise<Result> {
    const pair: Pair = { giver: open.askedBy, taker: staff };
    if (!(await stores.swaps.lockAlike(service, pair.giver, pair.taker))) return OVER;
    const now = await stores.now();
    const obstacle = await this.obstacleNow(stores, { service, pair, swap: open, now });
    if (obstacle !== null) return obstacle;
    await stores.swaps.agree(
      { type: 'swap_agreed', service, staff, whom: pair.giver, swap: open.id, at: now },
      open,
    );
    return 'done';
  }

  private async obstacleNow(
    stores: Stores,
    { service, pair, swap, now }: Offer,
  ): Promise<SwapObstacle | null> {
    const plans = {
      giver: await stores.swaps.findPlan(service, pair.giver),
      taker: await stores.swaps.findPlan(service, pair.taker),
    };
    return swapObstacle(swap, plans, this.swapTerms(now));
  }

  /** No one saves the rota in between. */
  private async lockRota(stores: Stores): Promise<void> {
    await stores.setup.lock(this.service.id, 'rota', () => []);
  }

  private swapTerms(now: Instant) {
    return { zone: this.service.timeZone, limits: this.terms.limits, now };
  }

  private async answer(
    person: StaffPrincipal,
    result: Result,
    asked: 'giver' | 'taker',
  ): Promise<SwapAnswer> {
    if (result === 'done') return { outcome: 'done', own: await this.rotas.readOwn(person) };
    if (result.kind === 'over') return { outcome: 'over', own: await this.rotas.readOwn(person) };
    const { whose, problem } = result;
    return {
      outcome: 'not_possible',
      whose: whose === asked ? 'mine' : 'theirs',
      problem: problem.kind === 'too_near' ? 'too_near' : `hours_of_${problem.within}`,
    };
  }
}
