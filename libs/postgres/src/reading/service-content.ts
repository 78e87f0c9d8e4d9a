import type { ServiceId } from '@warmline/kernel';
import type { Database } from '../database';
import {
  resourceTable,
  serviceTable,
  snippetTable,
  type ResourceRow,
  type ServiceRow,
  type SnippetRow,
} from '../tables/service-tables';

/** What a charity has set up: the service itself, its starters and the places it points to. */
export class ServiceContent {
  constructor(private readonly database: Database) {}

  /** The one service of this deployment; null before it is set up. */
  async service(): Promise<ServiceRow | null> {
    const [service] = await this.database.getRepository(serviceTable).find({ take: 1, order: { id: 'ASC' } });
    return service ?? null;
  }

  async snippets(serviceId: ServiceId): Promise<SnippetRow[]> {
    return this.database
      .getRepository(snippetTable)
      .find({ where: { serviceId }, order: { position: 'ASC' } });
  }

  async resources(serviceId: ServiceId): Promise<ResourceRow[]> {
    return this.database
      .getRepository(resourceTable)
      .find({ where: { serviceId }, order: { position: 'ASC' } });
  }
}
