import type { Curve } from '../report/curve';
import { figure, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { startBare } from '../sides/bare';
import { interleaved } from '../sides/interleaved';
import type { Side } from '../sides/side';
import { Warmline } from '../sides/warmline';

/** Messages a second at which latency is compared. */
const STEADY = 1_000;
const CURVE_RATES = [250, 500, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000, 10_000, 12_000];

interface Sides {
  readonly skeleton: Side;
  readonly single: Side;
  readonly ours: Side;
}
/** Messages a second of each side. */
type Rates = ReadonlyMap<Side, number>;

/** Messages through the whole of each side, with everyone connected. */
export class Flow {
  private found: Rates | null = null;

  private constructor(
    private readonly session: Session,
    private readonly warmline: Warmline,
    private readonly sides: Sides,
  ) {}

  static async open(session: Session): Promise<Flow> {
    const { resources, conversations } = session;
    resources.say(`  connecting ${conversations} visitors and ${conversations} responders to each side`);
    const warmline = await Warmline.start(resources, 1);
    const ours = await warmline.side(session, conversations);
    const skeleton = await startBare(session, 'grouped', conversations);
    const single = await startBare(session, 'single', conversations);
    return new Flow(session, warmline, { skeleton, single, ours });
  }

  async close(): Promise<void> {
    const { skeleton, single, ours } = this.sides;
    for (const { crew } of [skeleton, single, ours]) await this.session.loader.leave(crew);
    await this.warmline.stop();
    await skeleton.server.stop();
    await single.server.stop();
  }

  async throughput(): Promise<Figure[]> {
    const { skeleton, single, ours } = this.sides;
    const rates = await this.saturations();
    const [baseline, each] = [rates.get(skeleton) ?? 0, rates.get(single) ?? 0];
    const note = `one INSERT a message reaches ${each.toFixed(0)}/s, ${(each / baseline).toFixed(2)} of the skeleton`;
    return [
      figure(
        {
          id: 'P1',
          what: 'persisted and delivered messages/s ÷ skeleton (group commit)',
          goal: '>=0.8',
          unit: '/s',
          notes: [note],
        },
        { ours: rates.get(ours) ?? 0, baseline },
      ),
    ];
  }

  async steady(): Promise<Figure[]> {
    const { skeleton, ours } = this.sides;
    const { p99 } = await this.atRate((_side) => STEADY);
    return [
      figure(
        { id: 'P2', what: 'acknowledgement p99 at 1,000/s ÷ skeleton', goal: '<=1.5', unit: 'ms' },
        { ours: p99(ours), baseline: p99(skeleton) },
      ),
    ];
  }

  /** P3 and P13 are measured in the same blocks. */
  async halfLoad(): Promise<Figure[]> {
    const { skeleton, ours } = this.sides;
    const rates = await this.saturations();
    const { p99, loop } = await this.atRate((side) => (rates.get(side) ?? 0) / 2);
    return [
      figure(
        {
          id: 'P3',
          what: 'acknowledgement p99 at half of own saturation ÷ skeleton at half of its own',
          goal: '<=2',
          unit: 'ms',
        },
        { ours: p99(ours), baseline: p99(skeleton) },
      ),
      figure(
        { id: 'P13', what: 'event-loop delay p99 at half load', goal: '<=20', unit: 'ms' },
        { ours: loop(ours), baseline: loop(skeleton) },
        false,
      ),
    ];
  }

  /** One conversation, one message in flight. */
  async alone(): Promise<Figure[]> {
    const { skeleton, ours } = this.sides;
    const { loader, seconds } = this.session;
    const of = await interleaved(this.session, [skeleton, ours], ({ crew }) =>
      loader.closed(crew, seconds, 1),
    );
    const p50 = (side: Side): number => of(side, ({ acknowledged }) => acknowledged.p50);
    return [
      figure(
        { id: 'P4', what: 'one conversation, acknowledgement p50 ÷ skeleton', goal: '<=1.25', unit: 'ms' },
        { ours: p50(ours), baseline: p50(skeleton) },
      ),
    ];
  }

  /** Latency as the offered rate grows, up to what each side can carry. */
  async curves(): Promise<Curve[]> {
    const { skeleton, single, ours } = this.sides;
    const rates = await this.saturations();
    const points = new Map<Side, { rate: number; ms: number }[]>([
      [skeleton, []],
      [single, []],
      [ours, []],
    ]);
    for (const rate of CURVE_RATES) {
      const able = [...points].filter(([side]) => rate < (rates.get(side) ?? 0) * 0.95);
      for (const [{ crew }, found] of able) {
        const { acknowledged } = await this.session.loader.open(crew, this.session.isQuick ? 1 : 3, rate);
        found.push({ rate, ms: acknowledged.p99 });
      }
      const said = able.map(([{ name }, found]) => `${name} ${found.at(-1)?.ms.toFixed(1)} ms`);
      if (able.length > 0) this.session.resources.say(`    p99 at ${rate}/s: ${said.join(', ')}`);
    }
    return [...points].map(([{ name }, found]) => ({ name, points: found }));
  }

  private async saturations(): Promise<Rates> {
    if (this.found !== null) return this.found;
    const { loader, seconds, resources } = this.session;
    const sides = [this.sides.skeleton, this.sides.single, this.sides.ours];
    resources.say('  saturation: everyone keeps one message under way');
    const of = await interleaved(this.session, sides, ({ crew }) => loader.closed(crew, seconds));
    this.found = new Map(sides.map((side) => [side, of(side, ({ rate }) => rate)]));
    return this.found;
  }

  private async atRate(rateOf: (side: Side) => number) {
    const { skeleton, ours } = this.sides;
    const { loader, seconds, resources } = this.session;
    resources.say(`  steady: ${rateOf(skeleton).toFixed(0)}/s and ${rateOf(ours).toFixed(0)}/s`);
    const of = await interleaved(this.session, [skeleton, ours], (side) =>
      loader.open(side.crew, seconds * 2, rateOf(side)),
    );
    return {
      p99: (side: Side): number => of(side, ({ acknowledged }) => acknowledged.p99),
      loop: (side: Side): number => of(side, ({ felt }) => felt.loopDelayP99),
    };
  }
}
