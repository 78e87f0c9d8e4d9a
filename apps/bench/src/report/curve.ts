/** A line of the picture: latency (ms) at each offered rate (messages/s). */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly rate: number; readonly ms: number }[];
}

const [WIDTH, HEIGHT, MARGIN] = [720, 420, 60];
const COLOURS = ['#0b6e6e', '#b4541f', '#5b4b8a'];

const ticksUpTo = (most: number): number[] => {
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
};

const text = ([x, y]: readonly [number, number], said: string, anchor = 'middle'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${said}</text>`;

/** An SVG: offered rate to the right, acknowledgement p99 upwards on a logarithmic axis. */
export const svgOf = (curves: readonly Curve[]): string => {
  const points = curves.flatMap((curve) => curve.points);
  const mostRate = Math.max(1, ...points.map(({ rate }) => rate));
  const decades = Math.ceil(Math.log10(Math.max(10, ...points.map(({ ms }) => ms))));
  const x = (rate: number): number => MARGIN + (rate / mostRate) * (WIDTH - 2 * MARGIN);
  const y = (ms: number): number =>
    HEIGHT - MARGIN - (Math.log10(Math.max(1, ms)) / decades) * (HEIGHT - 2 * MARGIN);
  const grid = Array.from({ length: decades + 1 }, (_, power) => 10 ** power).flatMap((ms) => [
    `<path d="M${MARGIN} ${y(ms)}H${WIDTH - MARGIN}" stroke="#ddd"/>`,
    text([MARGIN - 8, y(ms) + 4], `${ms} ms`, 'end'),
  ]);
  const axis = ticksUpTo(mostRate).map((rate) => text([x(rate), HEIGHT - MARGIN + 20], String(rate)));
  const lines = curves.flatMap(({ name, points: path }, place) => {
    const colour = COLOURS[place % COLOURS.length] ?? '#000';
    const drawn = path.map(({ rate, ms }) => `${x(rate).toFixed(1)},${y(ms).toFixed(1)}`).join(' ');
    return [
      `<polyline points="${drawn}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${MARGIN + 12}" y="${MARGIN + 18 * place}" fill="${colour}">${name}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text([WIDTH / 2, 24], 'Acknowledgement p99 by messages offered per second'),
    ...grid,
    ...axis,
    ...lines,
    '</svg>',
  ].join('\n');
};
