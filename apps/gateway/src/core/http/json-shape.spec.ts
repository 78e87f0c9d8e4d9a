import { stretched } from '@warmline/test-kit/testing';
import { JsonShape, type ShapeFlaw } from './json-shape';

const LIMITS = { depth: 3, parts: 20, names: 4 };

const flawOf = (json: string, step = json.length): ShapeFlaw | null => {
  const shape = new JsonShape(LIMITS);
  const bytes = Buffer.from(json);
  for (let at = 0; at < bytes.length; at += Math.max(1, step)) {
    const flaw = shape.look(bytes.subarray(at, at + Math.max(1, step)));
    if (flaw !== null) return flaw;
  }
  return null;
};

describe('the shape of JSON before it is parsed', () => {
  it.each([
    ['an object', '{"a":1,"b":[1,2,{}]}', null],
    ['brackets in a text', `{"a":"${'['.repeat(50)}"}`, null],
    ['a quote in a text', `{"a":"\\"${'['.repeat(50)}"}`, null],
    ['a backslash at the end of a text', `{"a":"\\\\","b":${'['.repeat(4)}`, 'too_deep'],
    ['as many levels as may be', '[[[0]]]', null],
    ['one level more', '[[[[0]]]]', 'too_deep'],
    ['nothing but brackets', '['.repeat(1_000), 'too_deep'],
    ['as many items as may be', `[${'0,'.repeat(19)}0]`, null],
    ['one item more', `[${'0,'.repeat(20)}0]`, 'too_many_parts'],
    ['empty objects in a row', `[${'{},'.repeat(12)}{}]`, 'too_many_parts'],
    ['the same name again and again', `[${'{"a":0},'.repeat(8)}{"a":0}]`, null],
    ['one name more than may be', '{"a":0,"b":0,"c":0,"d":0,"e":0}', 'too_many_names'],
    ['what is no JSON at all', 'nothing, to: see', null],
  ] as const)('of %s is judged the same however the bytes arrive', (_what, json, flaw) => {
    for (const step of [json.length, 1, 7]) expect(flawOf(json, step)).toBe(flaw);
  });

  it('[SEC4] costs time in proportion to the length: 4 MB of anything take less than a second', () => {
    const begun = performance.now();
    for (const one of ['0', '"', '\\', 'x']) flawOf(one.repeat(1_048_576));
    expect(performance.now() - begun).toBeLessThan(stretched(1_000));
  });
});
