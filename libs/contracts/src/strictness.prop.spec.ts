import fc from 'fast-check';
import type { z } from 'zod';
import { REFUSALS } from '@warmline/vocabulary';
import { sessionSchema, signInSchema } from './http';
import { refusalSchema } from './refusal';
import { staffCommands, staffHandshakeSchema, staffNotices } from './staff';
import {
  staffNoticeSamples,
  staffSamples,
  tooManyEntries,
  visitorNoticeSamples,
  visitorSamples,
} from './testing/samples';
import { timelinePageSchema } from './timeline';
import { visitorCommands, visitorHandshakeSchema, visitorNotices } from './visitor';

interface Form {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly sample: unknown;
}

const token = 'A'.repeat(43);
const ids = { id: '00000000-0000-4000-8000-000000000001' };

type Part = 'payload' | 'reply';
const partsOf = (
  schemas: Record<string, Record<Part, z.ZodType>>,
  samples: Record<string, Record<Part, unknown>>,
  part: Part,
): Form[] =>
  Object.entries(schemas).map(([name, schema]) => ({
    name: `${part} of ${name}`,
    schema: schema[part],
    sample: samples[name]?.[part],
  }));
const noticesOf = (schemas: Record<string, z.ZodType>, samples: Record<string, unknown>): Form[] =>
  Object.entries(schemas).map(([name, schema]) => ({ name, schema, sample: samples[name] }));

const incoming: readonly Form[] = [
  ...partsOf(visitorCommands, visitorSamples, 'payload').map((form) => ({
    ...form,
    name: `visitor's ${form.name}`,
  })),
  ...partsOf(staffCommands, staffSamples, 'payload').map((form) => ({
    ...form,
    name: `staff's ${form.name}`,
  })),
  { name: "visitor's handshake", schema: visitorHandshakeSchema, sample: { token, protocol: 3 } },
  { name: "staff's handshake", schema: staffHandshakeSchema, sample: { protocol: 4 } },
  { name: 'sign-in', schema: signInSchema, sample: { signInName: 'sam', password: 'secret' } },
];
const outgoing: readonly Form[] = [
  ...partsOf(visitorCommands, visitorSamples, 'reply').map((form) => ({
    ...form,
    name: `visitor's ${form.name}`,
  })),
  ...partsOf(staffCommands, staffSamples, 'reply').map((form) => ({ ...form, name: `staff's ${form.name}` })),
  ...noticesOf(visitorNotices, visitorNoticeSamples).map((form) => ({
    ...form,
    name: `visitor's notice ${form.name}`,
  })),
  ...noticesOf(staffNotices, staffNoticeSamples).map((form) => ({
    ...form,
    name: `staff's notice ${form.name}`,
  })),
  {
    name: 'session',
    schema: sessionSchema,
    sample: { staff: { ...ids, name: 'Sam', role: 'responder', furtherRoles: [] } },
  },
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value in every version that differs in one place, at any depth, by what `change` makes of that place. */
const changedOnce = (value: unknown, change: (part: unknown) => readonly unknown[]): unknown[] => {
  const here = [...change(value)];
  if (Array.isArray(value))
    return value.reduce<unknown[]>(
      (all, item, at) => [
        ...all,
        ...changedOnce(item, change).map((changed) =>
          value.map((other: unknown, place) => (place === at ? changed : other)),
        ),
      ],
      here,
    );
  if (!isObject(value)) return here;
  return Object.entries(value).reduce<unknown[]>(
    (all, [key, part]) => [
      ...all,
      ...changedOnce(part, change).map((changed) => ({ ...value, [key]: changed })),
    ],
    here,
  );
};

const accepts = ({ schema }: Form, value: unknown): boolean => schema.safeParse(value).success;
const forms = [...incoming, ...outgoing].map((form) => [form.name, form] as const);
const payloads = incoming.map((form) => [form.name, form] as const);

describe.each(forms)('%s', (_, form) => {
  it('takes what is of its form', () => {
    expect(form.schema.safeParse(form.sample).error).toBeUndefined();
  });

  it('takes no key that is not listed, at any depth', () => {
    const withMore = changedOnce(form.sample, (part) =>
      isObject(part)
        ? [
            { ...part, more: 1 },
            { ...part, constructor: {} },
            { ...part, $where: '1' },
          ]
        : [],
    );
    expect(withMore.length).toBeGreaterThan(0);
    for (const value of withMore) expect(accepts(form, value)).toBe(false);
  });

  it('takes nothing with a key missing, at any depth', () => {
    const withLess = changedOnce(form.sample, (part) =>
      isObject(part)
        ? Object.keys(part).map((gone) =>
            Object.fromEntries(Object.entries(part).filter(([key]) => key !== gone)),
          )
        : [],
    );
    for (const value of withLess) expect(accepts(form, value)).toBe(false);
  });
});

/** What is sent in place of plain values to reach what a parser did not think of. */
const HOSTILE: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { toString: 'x' },
  [],
  [['id']],
  undefined,
  NaN,
  Infinity,
  -1,
  0.5,
  2 ** 53,
  '\u0000',
  '__proto__',
  Symbol('id'),
  () => 'id',
];

describe.each(payloads)('%s', (_, form) => {
  it('takes no operator, list, function or odd number in place of a value', () => {
    const withHostile = changedOnce(form.sample, (part) =>
      isObject(part) || Array.isArray(part)
        ? HOSTILE.slice(0, 3)
        : HOSTILE.filter((value) => typeof value !== typeof part),
    );
    for (const value of withHostile) {
      // An empty object is not hostile where an empty object is the form.
      expect(accepts(form, value)).toBe(false);
    }
  });

  it('takes ids as canonical text only', () => {
    const uuid = /^[0-9a-f]{8}-/;
    const withOtherIds = changedOnce(form.sample, (part) =>
      typeof part === 'string' && uuid.test(part)
        ? [part.replaceAll('0', 'A'), `${part}\n`, ` ${part}`, `{${part}}`, '', [part], { id: part }, 1]
        : [],
    );
    for (const value of withOtherIds) expect(accepts(form, value)).toBe(false);
  });

  it('answers, and never throws, for any value at all', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        // By chance an empty object, which is the form of some.
        expect(accepts(form, value)).toBe(
          Object.keys(Object(form.sample)).length === 0 && isPlainEmpty(value),
        );
      }),
      { seed: 12_771, numRuns: 60 },
    );
  });

  it('bounds every text, list and number', () => {
    const endless = changedOnce(form.sample, (part) => {
      if (typeof part === 'string') return ['x'.repeat(65_537)];
      if (typeof part === 'number') return [2 ** 31, -1];
      return Array.isArray(part) ? [Array.from({ length: 201 }, () => part[0])] : [];
    });
    for (const value of endless) expect(accepts(form, value)).toBe(false);
  });
});

const isPlainEmpty = (value: unknown): boolean =>
  isObject(value) &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value)) &&
  Reflect.ownKeys(value).length === 0;

describe('the wire', () => {
  it('has a sample for every command and notice', () => {
    expect(Object.keys(visitorSamples).sort()).toEqual(Object.keys(visitorCommands).sort());
    expect(Object.keys(staffSamples).sort()).toEqual(Object.keys(staffCommands).sort());
    expect(Object.keys(visitorNoticeSamples).sort()).toEqual(Object.keys(visitorNotices).sort());
    expect(Object.keys(staffNoticeSamples).sort()).toEqual(Object.keys(staffNotices).sort());
  });

  it('refuses in a closed list of codes, each once', () => {
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
    for (const refusal of REFUSALS) expect(refusalSchema.safeParse(refusal).success).toBe(true);
    expect(refusalSchema.safeParse('internal_error').success).toBe(false);
  });

  it('takes no key that would change what objects are', () => {
    const disguised: unknown = JSON.parse('{"after":0,"__proto__":{"isSupervisor":true}}');
    const parsed = visitorCommands['timeline:read'].payload.safeParse(disguised);
    expect(parsed.success).toBe(false);
  });

  it('hands out at most a page at a time', () => {
    expect(timelinePageSchema.safeParse({ entries: tooManyEntries, head: 300 }).success).toBe(false);
    expect(timelinePageSchema.safeParse({ entries: tooManyEntries.slice(1), head: 300 }).success).toBe(true);
  });

  it.each([
    'A'.repeat(42),
    'A'.repeat(44),
    `${'A'.repeat(42)}=`,
    `${'A'.repeat(42)}+`,
    `${'A'.repeat(43)}\n`,
    '',
  ])('takes no token of another form: %j', (other) => {
    expect(visitorHandshakeSchema.safeParse({ token: other, protocol: 3 }).success).toBe(false);
  });
});
