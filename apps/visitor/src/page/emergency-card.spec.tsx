import { act, cleanup, screen, within } from '@testing-library/preact';
import { heading, throughTheQuestions } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

it('keeps emergency help open for someone in danger', async () => {
  await throughTheQuestions("No, I'm in danger or I've hurt myself");
  expect(screen.getByText('In danger?').closest('details')?.open).toBe(true);
});

it('shows the numbers alone while someone in danger talks, each to be called with one tap', async () => {
  const { service } = await throughTheQuestions("No, I'm in danger or I've hurt myself");
  await act(() => service.join('Sam'));
  await heading('Chat with Sam');
  const summary = screen.getByText(/In danger\?/);
  expect(summary.closest('details')).toBeNull();
  const numbers = screen.getByRole('banner');
  const links = within(numbers).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:999', 'tel:116123']);
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'In danger? 999',
    'Samaritans free on 116 123',
  ]);
});
