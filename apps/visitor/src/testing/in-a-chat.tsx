import { act, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { Parts } from '../later';
import type { Summary } from '../opening/service-summary';
import { openPage } from './open-page';

export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
export const button = (name: string) => screen.getByRole('button', { name });
export const box = () => screen.getByRole('textbox', { name: 'Your message' });

/** From arriving to the queue, as a person goes. */
export const throughTheQuestions = async (
  answer: string | null,
  opening: Partial<Summary> = {},
  loadLater?: () => Promise<Parts>,
) => {
  const page = openPage({ opening, ...(loadLater && { loadLater }) });
  const person = userEvent.setup();
  await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
  await person.click(button('Start'));
  await person.click(button('Continue'));
  if (answer !== null) await person.click(screen.getByLabelText(answer));
  await person.click(button(answer === null ? 'Skip' : 'Continue'));
  await heading("You're in the queue");
  return { ...page, person };
};

export const talking = async (opening: Partial<Summary> = {}) => {
  const page = await throughTheQuestions(null, opening);
  await act(() => page.service.join('Sam'));
  await heading('Chat with Sam');
  return page;
};
