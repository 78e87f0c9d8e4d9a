import type { ServiceId } from '@warmline/kernel';
import type { Values } from '@warmline/setup';
import type { Database } from '../connection/database';
import { bytes, flag, list, text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
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

const OWN_TEXTS = new RowQuery<OwnText>(
  { language: text, key: text, ownText: text },
  'select language, key, own_text as "ownText" from wording where service_id = $1 order by language, key',
);

const OWN_TOPICS = new RowQuery(
  { topic: text, label: text, labels: list(text), in_use: flag },
  'select topic, label, labels, in_use from topic where service_id = $1 order by topic',
);

const MARK = new RowQuery<{ readonly body: Buffer }>(
  { body: bytes },
  'select body from charity_mark where hash = $1',
);

/** Reads what a charity has set up: the service itself, its starters and its resources. */
export class ServiceContentReadModel {
  constructor(private readonly database: Database) {}

  /** The one service of this deployment; null before it is set up. */
  /** Null where there is none. Without an id, the first of the deployment. */
  async findService(id?: ServiceId): Promise<ServiceRow | null> {
    const [service] = await this.database
      .getRepository(serviceTable)
      .find({ take: 1, order: { id: 'ASC' }, ...(id === undefined ? {} : { where: { id } }) });
    return service ?? null;
  }

  /** The bytes of a mark by its hash; null for one that is not there. */
  async findMark(hash: string): Promise<Buffer | null> {
    return (await MARK.first(this.database, [hash]))?.body ?? null;
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

  /** Read every few seconds, so always in the same order: a change is then easy to see. */
  async loadOwnTexts(service: ServiceId): Promise<OwnText[]> {
    return OWN_TEXTS.all(this.database, [service]);
  }

  /** Topics that a charity names or uses in another way than the defaults, and topics of its own. */
  async loadOwnTopics(service: ServiceId): Promise<Values[]> {
    return OWN_TOPICS.all(this.database, [service]);
  }
}
