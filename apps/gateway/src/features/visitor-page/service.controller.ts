import { IncomingMessage } from 'node:http';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { contentSchema, serviceSchema, type Content, type ServiceSummary } from '@warmline/contracts';
import { ServiceContentReadModel } from '@warmline/postgres';
import { topicNames } from '@warmline/setup';
import { ClientNetwork } from '../../core/client-network';
import { CONFIG, type Config } from '../../core/config';
import { SERVICE, type Service } from '../../core/service-settings';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { Admission, OpeningViews } from '../opening';

@Controller('api')
export class ServiceController {
  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly opening: OpeningViews,
    private readonly decide: Admission,
    private readonly networks: ClientNetwork,
    @Inject(SERVICE) private readonly service: Service,
    @Inject(CONFIG) private readonly config: Pick<Config, 'WARMLINE_DEMO'>,
  ) {}

  /** What anyone may know before starting. `arriving` is there the first time a page asks: who finds it closed is counted. */
  @Get('service')
  @RequiresPermission('service.read')
  async read(@Query('arriving') arriving: unknown, @Req() request: IncomingMessage): Promise<ServiceSummary> {
    const { name, languages, wishes = [], keepsReloads = false, keepsDays } = this.service;
    const isDemo = this.config.WARMLINE_DEMO === '1';
    const opening = await this.opening.loadSummary();
    const summary = serviceSchema.parse({
      name,
      isDemo,
      languages,
      wishes,
      keepsReloads,
      keepsDays,
      ...opening,
    });
    if (arriving !== undefined) await this.decide.countArrival(this.networks.keysOf(request));
    return summary;
  }

  /** Approved starters, vetted resources and topic names. */
  @Get('content')
  @RequiresPermission('content.read')
  async readContent(@Req() request: AuthenticatedRequest): Promise<Content> {
    const { service } = staffOf(request);
    const [starters, resources, topics] = await Promise.all([
      this.content.loadStarters(service),
      this.content.loadResources(service),
      this.content.loadOwnTopics(service),
    ]);
    return contentSchema.parse({
      topics: topicNames(topics),
      starters: starters.map(({ id, stage, title, body, sendsUnedited }) => ({
        id,
        stage,
        title,
        body,
        sendsUnedited,
      })),
      resources: resources.map(({ serviceId: _service, position: _position, ...resource }) => resource),
    } satisfies Record<keyof Content, unknown>);
  }
}
