import type { EntitySchemaColumnOptions } from 'typeorm';
import { instant, type Instant } from '@warmline/kernel';

const toInstant = (value: Date | null): Instant | null => (value === null ? null : instant(value.getTime()));
const toDate = (value: unknown): unknown => (typeof value === 'number' ? new Date(value) : value);

/** A timestamptz, as an Instant in whole milliseconds. */
export const moment = (name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'timestamptz',
  transformer: { from: toInstant, to: toDate },
});
export const optionalMoment = (name: string): EntitySchemaColumnOptions => ({
  ...moment(name),
  nullable: true,
});
export const id = (name = 'id'): EntitySchemaColumnOptions => ({ name, type: 'uuid' });
export const optionalId = (name: string): EntitySchemaColumnOptions => ({ ...id(name), nullable: true });
export const key = (name = 'id'): EntitySchemaColumnOptions => ({ ...id(name), primary: true });
export const text = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text' });
export const optionalText = (name: string): EntitySchemaColumnOptions => ({ ...text(name), nullable: true });
export const texts = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text', array: true });
/** A date without a time, read as `YYYY-MM-DD`. */
export const day = (name: string): EntitySchemaColumnOptions => ({ name, type: 'date' });
export const whole = (name: string): EntitySchemaColumnOptions => ({ name, type: 'integer' });
export const bytes = (name: string): EntitySchemaColumnOptions => ({ name, type: 'bytea' });
export const optionalBytes = (name: string): EntitySchemaColumnOptions => ({
  ...bytes(name),
  nullable: true,
});
