import { Controller, Get, HttpException, Inject } from '@nestjs/common';
import { CONNECTIONS, type Connections } from '../core/connections';
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
  /** `rebuilding`: nobody is offered for a moment. */
  readonly index: 'whole' | 'rebuilding' | 'unreachable';
}

/** An answer that takes longer than this (ms) is none. */
const PATIENCE = 2_000;

const answered = async (question: Promise<unknown>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE);
  });
  return Promise.race([question, late])
    .then(() => 'ok' as const)
    .catch(() => 'unreachable' as const)
    .finally(() => clearTimeout(timer));
};

@Controller()
export class HealthController {
  constructor(
    @Inject(CONNECTIONS) private readonly technologies: Connections,
    private readonly copy: IndexCopy,
    private readonly stopping: ShutdownState,
  ) {}

  /** The process runs. */
  @Get('healthz')
  @RequiresPermission('health.read')
  live(): Liveness {
    return { status: 'ok' };
  }

  /**
   * Whether people should be sent here, and what is missing. Without Redis they should: what is said is stored and read
   * all the same. Without Postgres, and while stopping, they should not: 503.
   */
  @Get('readyz')
  @RequiresPermission('health.read')
  async ready(): Promise<Readiness> {
    const { database, redis } = this.technologies;
    const [postgres, index] = await Promise.all([
      answered(database.query('select 1')),
      answered(redis.ping()),
    ]);
    const parts = { postgres, redis: index, index: await this.indexState(postgres, index) };
    if (this.stopping.hasBegun) throw new HttpException({ status: 'stopping', ...parts }, 503);
    if (postgres !== 'ok') throw new HttpException({ status: 'unavailable', ...parts }, 503);
    return { status: parts.index === 'whole' ? 'ok' : 'degraded', ...parts };
  }

  private async indexState(postgres: Answer, redis: Answer): Promise<Readiness['index']> {
    if (postgres !== 'ok' || redis !== 'ok') return 'unreachable';
    const isWhole = await this.copy.isWhole().catch(() => null);
    if (isWhole === null) return 'unreachable';
    return isWhole ? 'whole' : 'rebuilding';
  }
}
