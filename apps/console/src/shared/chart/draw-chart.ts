import Chart from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** How one series is drawn: each differs in its stroke, not in its colour alone. */
export interface Series {
  readonly label: string;
  /** A value for each time; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly stroke: 'plain' | 'dashed' | 'dotted';
}

export interface Drawing {
  /** ms since 1970, growing. */
  readonly times: readonly number[];
  readonly series: readonly Series[];
  /** Marked by times of the day, or by days. */
  readonly marks?: 'times' | 'days';
  /** Whose clock the marks are of; the browser's where it is not said. */
  readonly timeZone?: string;
}

const HEIGHT = 168;
const DASHES = { plain: [], dashed: [9, 5], dotted: [2, 4] } as const;
const COLOURS = ['--accent', '--notice', '--place-2'] as const;

/** A token as the canvas needs it: what the page makes of it in this light. */
const colour = (element: HTMLElement, token: string): string => {
  const probe = element.ownerDocument.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

const AXIS = { times: '{HH}:{mm}', days: '{D} {MMM}' } as const;
/** Between two marks of days (s), for uplot to choose from. */
const DAYS = [1, 2, 7, 14, 28].map((days) => days * 86_400);

const axesIn = (element: HTMLElement, marks: 'times' | 'days'): Chart.Axis[] => {
  const look = {
    stroke: colour(element, '--ink-soft'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: colour(element, '--line'), width: 1 },
    ticks: { show: false },
  };
  const whole = (_: Chart, splits: number[]): string[] =>
    splits.map((split) => (Number.isInteger(split) ? String(split) : ''));
  return [
    {
      ...look,
      values: [[60, AXIS[marks], null, null, null, null, null, null, 1]],
      ...(marks === 'days' ? { incrs: DAYS } : {}),
    },
    { ...look, size: 36, values: whole },
  ];
};

/** Exactly this option where there is a zone: uplot reads no other absence. */
const clockOf = (timeZone: string | undefined): Pick<Chart.Options, 'tzDate'> =>
  timeZone === undefined ? {} : { tzDate: (seconds) => Chart.tzDate(new Date(seconds * 1_000), timeZone) };

const draw = (element: HTMLElement, { times, series, marks = 'times', timeZone }: Drawing): Chart =>
  new Chart(
    {
      width: Math.max(element.clientWidth, 160),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      // From nothing up, and never flat: a quiet evening must not look like a mountain.
      scales: { y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.1))] } },
      axes: axesIn(element, marks),
      ...clockOf(timeZone),
      series: [
        {},
        ...series.map(({ label, stroke }, place) => ({
          label,
          stroke: colour(element, COLOURS[place % COLOURS.length] ?? '--accent'),
          width: 2,
          dash: [...DASHES[stroke]],
          points: { show: true, size: 5 },
        })),
      ],
    },
    [times.map((time) => time / 1_000), ...series.map(({ values }) => [...values])],
    element,
  );

/** Draws into the element, as wide as it is and in its light, until what it answers is called. */
export const drawChart = (element: HTMLElement, drawing: Drawing): (() => void) => {
  let chart = draw(element, drawing);
  const again = (): void => {
    chart.destroy();
    chart = draw(element, drawing);
  };
  const light = matchMedia('(prefers-color-scheme: dark)');
  light.addEventListener('change', again);
  const sizes = new ResizeObserver(() => {
    if (Math.abs(chart.width - element.clientWidth) > 1) again();
  });
  sizes.observe(element);
  return () => {
    light.removeEventListener('change', again);
    sizes.disconnect();
    chart.destroy();
  };
};
