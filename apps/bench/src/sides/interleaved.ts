import type { Measured } from '../load/jobs';
import { median } from '../report/figure';
import type { Session } from '../resources';
import { blockOf, type Block, type Side } from './side';

/** The median of one number over the blocks of a side. */
export type MedianOf = (side: Side, pick: (block: Block) => number) => number;

/** Blocks of every side in turns, so that other work of the machine affects all of them. */
export const interleaved = async (
  { blocks, resources }: Session,
  sides: readonly Side[],
  measure: (side: Side) => Promise<Measured>,
): Promise<MedianOf> => {
  const measured = new Map<Side, Block[]>(sides.map((side) => [side, []]));
  for (let round = 0; round < blocks; round += 1)
    for (const [side, found] of measured) {
      const block = await blockOf(side, () => measure(side));
      found.push(block);
      resources.say(`    ${side.name.padEnd(20)} ${summary(block)}`);
    }
  return (side, pick) => median((measured.get(side) ?? []).map(pick));
};

const summary = ({ rate, acknowledged, delivered, refused, unfinished, felt }: Block): string =>
  [
    `${rate.toFixed(0)} msg/s`,
    `ack p50 ${acknowledged.p50.toFixed(1)} p99 ${acknowledged.p99.toFixed(1)} ms`,
    `delivery p50 ${delivered.p50.toFixed(1)} p99 ${delivered.p99.toFixed(1)} ms`,
    `loop p99 ${felt.loopDelayP99.toFixed(1)} ms`,
    `gc ${felt.gcMs.toFixed(0)} ms (longest ${felt.gcLongestMs.toFixed(1)})`,
    `cpu ${felt.cpuMs.toFixed(0)} ms`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(unfinished > 0 ? [`${unfinished} unfinished`] : []),
  ].join(', ');
