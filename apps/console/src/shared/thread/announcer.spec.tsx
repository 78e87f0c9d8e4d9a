import { render, screen } from '@testing-library/react';
import type { Entry } from '@warmline/contracts';
import { Announcer } from './announcer';

const said = (seq: number): Entry => ({
  kind: 'message',
  seq,
  id: `00000000-0000-7000-8000-00000000000${seq}`,
  from: 'visitor',
  name: 'Robin',
  body: 'yes',
  at: seq,
});

const Heard = ({ count }: { readonly count: number }) => (
  <Announcer
    entries={[1, 2, 3, 4].slice(0, count).map(said)}
    isTyping={false}
    visitorName="Robin"
    ownName="Sam"
  />
);

describe('the announcer', () => {
  it('announces the same words again each time they are written', () => {
    const { rerender } = render(<Heard count={1} />);
    const additions: string[] = [];
    for (const count of [2, 3, 4]) {
      const before = screen.getByRole('status').firstElementChild;
      rerender(<Heard count={count} />);
      const after = screen.getByRole('status').firstElementChild;
      if (after !== before) additions.push(after?.textContent ?? '');
    }
    expect(additions).toHaveLength(3);
    expect(new Set(additions)).toHaveProperty('size', 1);
  });
});
