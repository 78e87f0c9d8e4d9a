import type { ServiceId } from '@warmline/kernel';
import type { Values } from '@warmline/setup';
import type { Database } from '../connection/database';
import {
  resourceTable,
  serviceTable,
  starterTable,
  type ResourceRow,
  type ServiceRow,
  type StarterRow,
} from './service-tables';

/** One of the visitor's texts in the charity's own words. */
export interface OwnText {
  readonly language: string;
  readonly key: string;
  readonly ownText: string;
}

/** What a charity has set up: the service itself, its starters and the places it points to. */
export class ServiceContentReadModel {
  constructor(private readonly database: Database) {}

  /** The one service of this deployment; null before it is set up. */
  async findService(): Promise<ServiceRow | null> {
    const [service] = await this.database.getRepository(serviceTable).find({ take: 1, order: { id: 'ASC' } });
    return service ?? null;
  }

  async loadStarters(serviceId: ServiceId): Promise<StarterRow[]> {
    return this.database
      .getRepository(starterTable)
      .find({ where: { serviceId }, order: { position: 'ASC' } });
  }

  async loadResources(serviceId: ServiceId): Promise<ResourceRow[]> {
    return this.database
      .getRepository(resourceTable)
      .find({ where: { serviceId }, order: { position: 'ASC' } });
  }

  /** Few, and read every few seconds: in a fixed order, so that a change can be told from none. */
  async loadOwnTexts(service: ServiceId): Promise<OwnText[]> {
    return this.database.query(
      'select language, key, own_text as "ownText" from wording where service_id = $1 order by language, key',
      [service],
    );
  }

  /** Rows of the sheet of topics: only those that a charity calls or uses otherwise than by default, and its own. */
  async loadOwnTopics(service: ServiceId): Promise<Values[]> {
    return this.database.query(
      'select topic, label, labels, in_use from topic where service_id = $1 order by topic',
      [service],
    );
  }
}
