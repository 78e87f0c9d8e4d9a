import { render, screen } from '@testing-library/react';
import { BriefView } from './brief-view';

it('shows what is asked of the reader before the other parts of a brief', () => {
  render(<BriefView brief={{ situation: 's', background: 'b', safety: 'a', request: 'r' }} />);
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'r',
    's',
    'b',
    'a',
  ]);
});
