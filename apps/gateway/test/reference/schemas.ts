import { z } from 'zod';
import * as contracts from '@warmline/contracts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

/** `waitSchema` → `Wait`, `offer:accept` → `OfferAccept`. */
export const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/**
 * Every schema of the wire as JSON Schema, by name: the exported ones of libs/contracts, and what is added. Schemas that
 * contain others refer to them, so each appears once.
 */
export class WireSchemas {
  private readonly registry = z.registry<{ id: string }>();

  constructor() {
    for (const [name, value] of Object.entries(contracts))
      if (name.endsWith('Schema') && isSchema(value)) this.add(pascal(name.replace(/Schema$/, '')), value);
  }

  /** @returns a reference to the schema, under the name it got first */
  add(name: string, schema: z.ZodType): JsonSchema {
    if (!this.registry.has(schema)) this.registry.add(schema, { id: name });
    return { $ref: `#/components/schemas/${this.registry.get(schema)?.id ?? name}` };
  }

  /** `components.schemas` of a document. */
  all(): Record<string, JsonSchema> {
    const { schemas } = z.toJSONSchema(this.registry, {
      uri: (id) => `#/components/schemas/${id}`,
      io: 'input',
    });
    const entries = Object.entries(schemas).sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(
      entries.map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
    );
  }

  /** Those schemas that a document refers to, directly or through others. */
  usedBy(document: unknown): Record<string, JsonSchema> {
    const all = this.all();
    const used = new Set<string>();
    const visit = (part: unknown): void => {
      for (const [, id = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        if (used.has(id)) continue;
        used.add(id);
        visit(all[id] ?? {});
      }
    };
    visit(document);
    return Object.fromEntries(Object.entries(all).filter(([id]) => used.has(id)));
  }
}
