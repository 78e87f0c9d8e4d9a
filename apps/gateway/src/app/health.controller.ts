import { Controller, Get, HttpException, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { SECOND } from '@warmline/kernel';
import { TimedCache } from '../core/async/cache';
import { answerWithin } from '../core/async/timeout';
import { CONNECTIONS, type Connections } from '../core/connections';
import { ForgetKeysJob } from '../core/forget-keys-job';
import { isFromProxy } from '../core/http/from-proxy';
import { ShutdownState } from '../core/shutdown-state';
import { IndexCopy } from '../index/index-copy';
import { RequiresPermission } from '../session/permission-guard';

interface Liveness {
  readonly status: 'ok';
}

type Answer = 'ok' | 'unreachable';

/** `degraded`: everyone can be helped, but later or with more work for Postgres than usual. */
interface Readiness {
  readonly status: 'ok' | 'degraded' | 'unavailable' | 'stopping';
  readonly postgres: Answer;
  readonly redis: Answer;
  /** `rebuilding`: no offers are made for a moment. */
  readonly index: 'whole' | 'rebuilding' | 'unreachable';
  /** `file_missing`: what is written now is sealed by a key that is in memory only. `main_key_away`: no key can be made. */
  readonly keyring: 'ok' | 'file_missing' | 'main_key_away';
}

/** A server that takes longer to answer (ms) counts as unreachable. */
const PATIENCE = 2_000;

/** An answer counts for this long (ms). */
const FRESH = SECOND;

const reach = (question: Promise<unknown>): Promise<Answer> =>
  answerWithin(PATIENCE, question).then(
    () => 'ok' as const,
    () => 'unreachable' as const,
  );

@Controller()
export class HealthController {
  /** However often it is asked, Postgres and Redis are asked once a second. */
  private readonly parts = new TimedCache(() => this.askParts());

  constructor(
    @Inject(CONNECTIONS) private readonly connections: Connections,
    private readonly copy: IndexCopy,
    private readonly shutdown: ShutdownState,
    private readonly keys: ForgetKeysJob,
  ) {}

  /** The process runs. */
  @Get('healthz')
  @RequiresPermission('health.read')
  live(): Liveness {
    return { status: 'ok' };
  }

  /**
   * Whether pages should be sent here, and what is missing. Without Redis they should: messages are stored and read all the
   * same. Without Postgres or the file of a key in use, and during a stop, they should not: 503. Only for people who run the service: what came through a proxy
   * came from outside, and gets 404.
   */
  @Get('readyz')
  @RequiresPermission('health.read')
  async ready(@Req() request: Request): Promise<Readiness> {
    if (isFromProxy(request)) throw new HttpException({ refusal: 'not_found' }, 404);
    const parts = await this.parts.get(FRESH);
    if (this.shutdown.hasBegun) throw new HttpException({ status: 'stopping', ...parts }, 503);
    if (parts.postgres !== 'ok' || parts.keyring !== 'ok')
      throw new HttpException({ status: 'unavailable', ...parts }, 503);
    return { status: parts.index === 'whole' ? 'ok' : 'degraded', ...parts };
  }

  private async askParts(): Promise<Omit<Readiness, 'status'>> {
    const { database, redis } = this.connections;
    const [postgres, index] = await Promise.all([reach(database.query('select 1')), reach(redis.ping())]);
    const keyring = this.keys.hasLostFile ? 'file_missing' : await this.askMainKey();
    return { postgres, redis: index, index: await this.indexState(postgres, index), keyring };
  }

  private async askMainKey(): Promise<Readiness['keyring']> {
    const isThere = await reach(this.connections.keyring.mainKeys.tryCurrent());
    return isThere === 'ok' ? 'ok' : 'main_key_away';
  }

  private async indexState(postgres: Answer, redis: Answer): Promise<Readiness['index']> {
    if (postgres !== 'ok' || redis !== 'ok') return 'unreachable';
    const isWhole = await this.copy.isComplete().catch(() => null);
    if (isWhole === null) return 'unreachable';
    return isWhole ? 'whole' : 'rebuilding';
  }
}
