import fc from 'fast-check';
import { numbered } from '@warmline/kernel/testing';
import { parseHint, type Hint } from './hints';

const seeded = { seed: 41_008, numRuns: 500 };

const anyId = fc.integer({ min: 1, max: 999 });
const anyHint: fc.Arbitrary<Hint> = fc.oneof(
  fc.record({
    kind: fc.constant('changed'),
    conversations: fc.array(anyId.map(numbered.conversation)),
    staff: fc.array(anyId.map(numbered.staff)),
  }),
  fc.record({
    kind: fc.constant('heads'),
    heads: fc.array(fc.tuple(anyId.map(numbered.conversation), fc.nat())),
  }),
  fc.record({ kind: fc.constant('beside'), id: anyId.map(numbered.conversation) }),
  fc.record({
    kind: fc.constant('practice'),
    practice: anyId.map(numbered.conversation),
    staff: fc.array(anyId.map(numbered.staff)),
  }),
  fc.record({ kind: fc.constant('session'), id: anyId.map(numbered.session) }),
  fc.record({
    kind: fc.constant('typing'),
    id: anyId.map(numbered.conversation),
    from: fc.constantFrom('visitor', 'responder'),
    typing: fc.boolean(),
  }),
);

describe('a hint', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(anyHint, (hint) => {
        expect(parseHint(JSON.stringify(hint))).toEqual(hint);
      }),
      seeded,
    );
  });

  it('is nothing, and nothing is thrown, whatever text is on the channel', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseHint(text)).toBeNull();
      }),
      seeded,
    );
  });

  it('is nothing, or well-formed, when any part of it is something else', () => {
    const spoilt = fc.tuple(
      anyHint,
      fc.constantFrom('kind', 'id', 'from', 'typing', 'heads', 'conversations', 'practice', 'staff'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(spoilt, ([hint, part, other]) => {
        const parsed = parseHint(JSON.stringify({ ...hint, [part]: other }));
        if (parsed === null) return;
        expect(['beside', 'changed', 'heads', 'practice', 'session', 'typing']).toContain(parsed.kind);
        if (parsed.kind === 'heads')
          for (const head of parsed.heads) expect(head).toEqual([expect.any(String), expect.any(Number)]);
        else if (parsed.kind === 'changed')
          for (const id of [...parsed.conversations, ...parsed.staff]) expect(id).toEqual(expect.any(String));
        else if (parsed.kind === 'practice')
          for (const id of [parsed.practice, ...parsed.staff]) expect(id).toEqual(expect.any(String));
        else expect(parsed).toHaveProperty('id', 'id' in hint ? hint.id : undefined);
        if (parsed.kind === 'typing') expect(typeof parsed.typing).toBe('boolean');
      }),
      seeded,
    );
  });

  it('is nothing with an id in a list, which would be read as text', () => {
    const id = [numbered.conversation(1)];
    expect(parseHint(JSON.stringify({ kind: 'session', id }))).toBeNull();
    expect(parseHint(JSON.stringify({ kind: 'changed', conversations: [id], staff: [] }))).toBeNull();
    expect(parseHint(JSON.stringify({ kind: 'changed', conversations: [], staff: [id] }))).toBeNull();
  });

  it('a hint drops every field that is not its own, such as written text', () => {
    fc.assert(
      fc.property(anyHint, fc.string({ minLength: 1 }), (hint, body) => {
        expect(parseHint(JSON.stringify({ ...hint, body, text: body }))).toEqual(hint);
      }),
      seeded,
    );
  });
});
