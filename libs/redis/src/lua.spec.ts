import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./lua/', import.meta.url);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.lua'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe.each(scripts)('%s', (name, source) => {
  const [header = '', ...body] = source.split(/\n(?!--)/);
  const code = body.join('\n');

  it('uses as many keys as its name says, each named once and by number nowhere else', () => {
    const used = [...code.matchAll(/KEYS\[(\d+)\]/g)].map(([, number]) => Number(number));
    const promised = Number(/-(\d+)\.lua$/.exec(name)?.[1]);
    expect(used).toEqual(Array.from({ length: promised }, (_, place) => place + 1));
  });

  it('names each argument once', () => {
    const used = [...code.matchAll(/ARGV\[(\d+)\]/g)].map(([, number]) => Number(number));
    expect(new Set(used).size).toBe(used.length);
  });

  it('says what it is for, what it is given and what it returns, and is short', () => {
    for (const part of ['-- KEYS ', '-- ARGV ', '-- Returns ']) expect(header).toContain(part);
    expect(source.split('\n').length).toBeLessThanOrEqual(120);
  });
});
