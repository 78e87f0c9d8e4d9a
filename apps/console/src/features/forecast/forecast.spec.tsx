import { screen } from '@testing-library/react';
import type { Forecast } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { START } from '../../testing/builders';
import { openSupervising, type OpenConsole } from '../../testing/open-console';

const HOUR = 3_600_000;

const anHour = (place: number) => ({
  from: START + place * HOUR,
  until: START + (place + 1) * HOUR,
  answerable: 8.6,
  answerableWithMore: 11.4,
});
const aForecast = (over: Partial<Forecast> = {}): Forecast => ({
  now: START,
  target: 10,
  basis: 'same_hours',
  hours: [
    { ...anHour(0), arrivals: 4.5, planned: 3, wait: 4, waitWithMore: 4 },
    { ...anHour(1), arrivals: 12, planned: 2, wait: 34.4, waitWithMore: 8 },
    { ...anHour(2), arrivals: 12, planned: 2, answerable: 5.74, wait: 240, waitWithMore: 0.2 },
  ],
  additions: [{ responders: 1, from: START + HOUR, until: START + 3 * HOUR }],
  isReached: true,
  ...over,
});

const looking = async (): Promise<OpenConsole> => {
  const opened = await openSupervising('Today', () => {});
  await opened.user.click(await screen.findByRole('button', { name: 'Make a forecast' }));
  return opened;
};
const made = ({ service, happens }: OpenConsole, forecast: Forecast): Promise<void> =>
  happens(() => service.tell('forecast:changed', { share: 1, forecast, failed: false }));

describe('looking ahead', () => {
  it('says how far it is, and then who is needed and when', async () => {
    const opened = await looking();
    await opened.happens(() =>
      opened.service.tell('forecast:changed', { share: 0.4, forecast: null, failed: false }),
    );
    expect(screen.getByText('Making the forecast: 40%')).toBeInstanceOf(HTMLElement);
    await made(opened, aForecast());
    expect(screen.getByText(/^.+ to .+: 1 more person needed\.$/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/That is 2 hours of one person/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('up to an hour')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('over 4 hours')).toBeInstanceOf(HTMLElement);
    expect(screen.getAllByText('under 10 min')).toHaveLength(4);
    expect(screen.getByRole('group', { name: 'The next hours' }).textContent).not.toMatch(/\d\.\d|34 min/);
    expect(screen.getByText('6')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('rowheader', { name: /^Now–/ })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/Making the forecast/)).toBeNull();
    await expectNoBarriers();
  });

  it('says when nobody is needed, and when it knows too little', async () => {
    const opened = await looking();
    await made(opened, aForecast({ additions: [], basis: 'latest_hours' }));
    expect(screen.getByText(/With the planned rota, 8 in 10/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/There are not enough weeks of data/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText('With the extra people')).toBeNull();
  });

  it('keeps what it had when another look fails', async () => {
    const opened = await looking();
    await made(opened, aForecast({ isReached: false }));
    expect(screen.getByText(/Even with these/)).toBeInstanceOf(HTMLElement);
    await opened.user.click(screen.getByRole('button', { name: 'Make a new forecast' }));
    await opened.happens(() =>
      opened.service.tell('forecast:changed', { share: 0, forecast: null, failed: true }),
    );
    expect(screen.getByText(/We could not make the forecast/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('up to an hour')).toBeInstanceOf(HTMLElement);
  });
});
