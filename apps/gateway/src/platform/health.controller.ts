import { Controller, Get, HttpException, Inject } from '@nestjs/common';
import { Does } from './policy';
import { TECHNOLOGIES, type Technologies } from './technologies';

interface Health {
  readonly status: 'ok';
}

@Controller()
export class HealthController {
  constructor(@Inject(TECHNOLOGIES) private readonly technologies: Technologies) {}

  /** The process runs. */
  @Get('healthz')
  @Does('health.read')
  live(): Health {
    return { status: 'ok' };
  }

  /** Postgres and Redis answer: send people here. 503 names what does not. */
  @Get('readyz')
  @Does('health.read')
  async ready(): Promise<Health> {
    const { database, redis } = this.technologies;
    const [postgres, index] = await Promise.allSettled([database.query('select 1'), redis.ping()]);
    const missing = [
      ...(postgres.status === 'rejected' ? ['postgres'] : []),
      ...(index.status === 'rejected' ? ['redis'] : []),
    ];
    if (missing.length > 0) throw new HttpException({ status: 'unavailable', missing }, 503);
    return { status: 'ok' };
  }
}
