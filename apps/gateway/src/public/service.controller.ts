import { Controller, Get, Inject, Req } from '@nestjs/common';
import { contentSchema, serviceSchema, type Content, type ServiceSummary } from '@warmline/contracts';
import { ServiceContent } from '@warmline/postgres';
import { Does, staffOf, type KnownRequest } from '../platform/policy';
import { SERVICE, type Service } from '../platform/service-setting';

@Controller('api')
export class ServiceController {
  constructor(
    private readonly content: ServiceContent,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** What anyone may know before starting. */
  @Get('service')
  @Does('service.read')
  read(): ServiceSummary {
    const { name, door, languages } = this.service;
    return serviceSchema.parse({ name, door, languages });
  }

  /** Approved starters and vetted places to go. */
  @Get('content')
  @Does('content.read')
  async readContent(@Req() request: KnownRequest): Promise<Content> {
    const { service } = staffOf(request);
    const [snippets, resources] = await Promise.all([
      this.content.snippets(service),
      this.content.resources(service),
    ]);
    return contentSchema.parse({
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
