import { readFileSync } from 'node:fs';

type JsonObject = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The objects of a list; none when it is no list. */
export const parseObjects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.map(asObject) : [];

/** What a JSON file holds; undefined when there is no readable one. */
export function parseJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The object of a JSON file; empty when there is no readable one. */
export const parseObjectFile = (file: string): JsonObject => asObject(parseJsonFile(file));
