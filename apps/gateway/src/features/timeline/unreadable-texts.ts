import { Inject, Injectable } from '@nestjs/common';
import { HOUR, type ConversationId } from '@warmline/kernel';
import { UnreadableTextStore } from '@warmline/postgres';
import { LOG, type Log } from '../../core/log';

/** The same text is reported again after this time (ms), so that the notice stays while it is met. */
const AGAIN_AFTER = HOUR;
/** Texts remembered, at most; past that the oldest may be reported again sooner. */
const REMEMBERED_MAX = 10_000;

/** Counts stored texts that cannot be opened: an error in the log, and a notice in the supervisors' live view. */
@Injectable()
export class UnreadableTexts {
  private readonly reportedAt = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly store: UnreadableTextStore,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** `entry`: what the text is sealed as. The reader does not wait for it. */
  report(conversation: ConversationId, entry: string): void {
    const text = `${conversation}/${entry}`;
    const now = Date.now();
    if (now - (this.reportedAt.get(text) ?? -AGAIN_AFTER) < AGAIN_AFTER) return;
    this.remember(text, now);
    this.count += 1;
    this.log.error(
      { what: 'unreadable', id: conversation, count: this.count },
      'a stored text cannot be opened',
    );
    this.store
      .recordUnreadable(conversation, entry)
      .catch((err: unknown) =>
        this.log.warn({ err, what: 'unreadable' }, 'the live view does not show it yet'),
      );
  }

  private remember(text: string, now: number): void {
    this.reportedAt.delete(text);
    this.reportedAt.set(text, now);
    const [oldest] = this.reportedAt.keys();
    if (this.reportedAt.size > REMEMBERED_MAX && oldest !== undefined) this.reportedAt.delete(oldest);
  }
}
