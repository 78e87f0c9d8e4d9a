import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { contentSchema, serviceSchema, type Content, type ServiceSummary } from '@warmline/contracts';
import { ServiceContentReadModel } from '@warmline/postgres';
import { topicNames } from '@warmline/setup';
import { SERVICE, type Service } from '../../core/service-settings';
import { Does, staffOf, type KnownRequest } from '../../session/policy';
import { DecideDoor } from '../opening/admission';
import { DoorViews } from '../opening/opening-view';

@Controller('api')
export class ServiceController {
  constructor(
    private readonly content: ServiceContentReadModel,
    private readonly door: DoorViews,
    private readonly decide: DecideDoor,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** What anyone may know before starting. `arriving` is there the first time a page asks: who finds it closed is counted. */
  @Get('service')
  @Does('service.read')
  async read(@Query('arriving') arriving: unknown): Promise<ServiceSummary> {
    const { name, languages, wishes = [] } = this.service;
    const summary = serviceSchema.parse({ name, languages, wishes, ...(await this.door.summary()) });
    if (arriving !== undefined) await this.decide.arrived();
    return summary;
  }

  /** Approved starters, vetted places to go, and what topics are called. */
  @Get('content')
  @Does('content.read')
  async readContent(@Req() request: KnownRequest): Promise<Content> {
    const { service } = staffOf(request);
    const [snippets, resources, topics] = await Promise.all([
      this.content.loadStarters(service),
      this.content.loadResources(service),
      this.content.loadOwnTopics(service),
    ]);
    return contentSchema.parse({
      topics: topicNames(topics),
      snippets: snippets.map(({ id, stage, title, body, sendsUnedited }) => ({
        id,
        stage,
        title,
        body,
        sendsUnedited,
      })),
      resources: resources.map(({ serviceId: _service, position: _position, ...resource }) => resource),
    });
  }
}
