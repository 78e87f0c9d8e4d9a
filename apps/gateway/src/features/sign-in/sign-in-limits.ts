import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Tries for one name, in this many seconds. */
const TRIES = { points: 10, duration: 60 };

/** Slows guessing at one name. Kept in memory under a key that dies with the process: no address, no stored name. */
@Injectable()
export class SignInLimits {
  private readonly key = randomBytes(32);
  private readonly limiter = new RateLimiterMemory(TRIES);

  async takeAttempt(signInName: string): Promise<boolean> {
    const name = createHmac('sha256', this.key).update(signInName.trim().toLowerCase()).digest('base64');
    try {
      await this.limiter.consume(name);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
}
