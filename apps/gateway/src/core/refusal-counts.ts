import { Injectable } from '@nestjs/common';
import { refusalSchema } from '@warmline/contracts';
import { classOf, type RefusalEvent } from '@warmline/identity';
import type { ServiceId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';

/** Who counted. */
export interface CountedBy {
  readonly service: ServiceId;
  readonly gateway: string;
}

/**
 * How often each refusal was given, for the audit. Counting asks no question and stores nothing, so a flood costs no more than
 * its answers. There are at most as many counts as refusals, and no name, address or token beside them.
 */
@Injectable()
export class RefusalCounts {
  private readonly counts = new Map<Refusal, number>();

  count(refusal: Refusal): void {
    if (classOf(refusal) !== null) this.add(refusal, 1);
  }

  /** Counts the answer to a request, if it is a refusal. */
  countAnswer(body: object): void {
    const named = refusalSchema.safeParse('refusal' in body ? body.refusal : null);
    if (named.success) this.count(named.data);
  }

  /**
   * Hands everything counted since the last flush to `save`. When that rejects, so does this, and the counts are kept for the
   * next flush: one row then stands for more than a minute.
   */
  async flush(by: CountedBy, save: (facts: readonly RefusalEvent[]) => Promise<void>): Promise<void> {
    const counted = [...this.counts];
    this.counts.clear();
    const facts = counted.flatMap(([refusal, count]) => {
      const type = classOf(refusal);
      return type === null ? [] : [{ type, ...by, refusal, count }];
    });
    if (facts.length === 0) return;
    try {
      await save(facts);
    } catch (error) {
      for (const [refusal, count] of counted) this.add(refusal, count);
      throw error;
    }
  }

  private add(refusal: Refusal, count: number): void {
    this.counts.set(refusal, (this.counts.get(refusal) ?? 0) + count);
  }
}
