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

const axesIn = (element: HTMLElement): Chart.Axis[] => {
  const look = {
    stroke: colour(element, '--ink-soft'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: colour(element, '--line'), width: 1 },
    ticks: { show: false },
  };
  const whole = (_: Chart, splits: number[]): string[] =>
    splits.map((split) => (Number.isInteger(split) ? String(split) : ''));
  return [
    { ...look, values: [[60, '{HH}:{mm}', null, null, null, null, null, null, 1]] },
    { ...look, size: 36, values: whole },
  ];
};

const draw = (element: HTMLElement, { times, series }: Drawing): Chart =>
  new Chart(
    {
      width: Math.max(element.clientWidth, 160),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      // From nothing up, and never flat: a quiet evening must not look like a mountain.
      scales: { y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.1))] } },
      axes: axesIn(element),
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
