import { Inject, Injectable } from '@nestjs/common';
import { onCallRetryAfter } from '@warmline/help';
import { MINUTE, type Instant } from '@warmline/kernel';
import type { ClaimedMessage } from '@warmline/postgres';
import { AlarmClock } from '@warmline/redis';
import { ServiceSecrets } from '@warmline/sealing';
import type { OnCallCause, OnCallResult } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../../core/config';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { sendMail } from './mail';
import { resultOf } from './result-of';
import { addressOf, secretOf } from './secret-places';
import { sendWebhook } from './webhook';

/** Says nothing of anyone: a lock screen, a log or a wrong number may show it. */
export const TEXTS: Readonly<Record<OnCallCause, string>> = {
  danger: 'Warmline: someone is waiting who needs you',
  help: 'Warmline: someone is waiting who needs you',
  test: 'Warmline: this is a test, nobody is waiting',
};

/** A process that claims a message has so long (ms) to send it; after that another process may. */
const CLAIMED_FOR = MINUTE;

/** Seconds since 1970. */
const seconds = (at: Instant): number => Math.floor(at / 1_000);

/** Sends one message to one on-call contact, and plans the next try when it did not work. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly changes: Changes,
    private readonly secrets: ServiceSecrets,
    private readonly alarms: AlarmClock,
    private readonly timers: Timers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Harmless when called early, late or more than once: one process at a time has the message. */
  async send(id: string): Promise<void> {
    const claimed = await this.changes.commit(async (stores) => {
      const message = await stores.onCall.claim(id, CLAIMED_FOR);
      return message === null ? null : { message, now: await stores.now() };
    });
    if (claimed === null) return;
    // Whatever goes wrong is recorded and tried again: an alarm never ends in silence.
    const result = await this.deliver(claimed.message, claimed.now).catch(resultOf);
    const retry = await this.record(claimed.message, result);
    // Without Redis the sweep tries again.
    if (retry !== null)
      await this.alarms.set({ kind: 'on_call', id }, retry, claimed.message.tries).catch(() => undefined);
  }

  /** Answers after how long (ms) it is tried again; null when it is done. */
  private async record(message: ClaimedMessage, result: OnCallResult): Promise<number | null> {
    const { service, contact, because, tries } = message;
    const wait = result === 'sent' ? null : onCallRetryAfter(tries);
    const retry = wait === null ? null : this.timers.scaled(wait);
    await this.changes.commit(async (stores) => {
      if (retry !== null) return stores.onCall.postpone(message, result, retry);
      const at = await stores.now();
      return stores.onCall.finish(message, {
        type: 'on_call_told',
        service,
        contact,
        because,
        result,
        tries,
        at,
      });
    });
    return retry;
  }

  private async deliver(message: ClaimedMessage, now: Instant): Promise<OnCallResult> {
    const { id, service, contact, kind, because } = message;
    const text = TEXTS[because];
    const address = await this.secrets.open(message.addressSealed, addressOf(service, contact));
    if (address === null) return 'unreadable';
    if (kind === 'email') return sendMail({ to: address, id, text }, this.config);
    const secret =
      message.secretSealed === null
        ? null
        : await this.secrets.open(message.secretSealed, secretOf(service, contact));
    if (secret === null) return 'unreadable';
    const body = JSON.stringify({
      type: because === 'test' ? 'warmline.on_call.test' : 'warmline.on_call',
      id,
      text,
      sentAt: new Date(now).toISOString(),
    });
    return sendWebhook(
      { url: address, secret, id, body, at: seconds(now) },
      this.config.WEBHOOKS_PRIVATE === '1',
    );
  }
}
