import fc from 'fast-check';
import { JsonShape } from './json-shape';

/** How deeply arrays and objects stand inside each other, as the parser sees it. */
const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf));

const namesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesIn)];
};

const look = (json: string, limits: { depth?: number; names?: number }) =>
  new JsonShape({ depth: 1_000, parts: 1_000_000, names: 1_000_000, ...limits }).look(Buffer.from(json));

const anyJson = fc.jsonValue({ maxDepth: 6 });

describe('the shape of JSON', () => {
  it('[SEC4] agrees with the parser about depth and names, for every JSON there is', () => {
    fc.assert(
      fc.property(anyJson, fc.boolean(), (value, isWide) => {
        const json = isWide ? JSON.stringify(value, null, 2) : JSON.stringify(value);
        const [depth, names] = [depthOf(JSON.parse(json)), new Set(namesIn(JSON.parse(json))).size];
        expect(look(json, { depth })).toBeNull();
        if (depth > 0) expect(look(json, { depth: depth - 1 })).toBe('too_deep');
        expect(look(json, { names })).toBeNull();
        if (names > 0) expect(look(json, { names: names - 1 })).toBe('too_many_names');
      }),
      { seed: 12_001, numRuns: 300 },
    );
  });
});
