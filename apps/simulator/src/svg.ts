/** Small multiples: panels of one shape, side by side, with the same axes. Readable on light and dark. */
export interface Axis {
  readonly label: string;
  readonly most: number;
  readonly ticks: readonly number[];
  /** The label of an axis tick, if not its number. */
  readonly reads?: (tick: number) => string;
}

export interface Series {
  readonly name: string;
  /** In the units of the axes, from left to right. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly style: 'line' | 'dots' | 'dashed';
}

export interface Panel {
  readonly title: string;
  readonly series: readonly Series[];
}

export interface Picture {
  readonly title: string;
  readonly explains: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly panels: readonly Panel[];
}

const PANEL = { width: 340, height: 250, left: 46, right: 14, top: 34, bottom: 46 } as const;
const COLUMNS = 3;
const HEAD = 74;

const STYLE = `
  :root { color-scheme: light dark; --ground: #ffffff; --ink: #1d2b2b; --soft: #5c6b6b; --rule: #d9e0df;
    --a: #9c2f4f; --b: #9a5b00; --c: #0b6e6e; --d: #5b4b8a; }
  @media (prefers-color-scheme: dark) { :root { --ground: #14201f; --ink: #e8efee; --soft: #a9b8b6; --rule: #33413f;
    --a: #ff9db6; --b: #f2b457; --c: #6fd3cc; --d: #b9a8f0; } }
  text { font: 12px system-ui, sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); } .title { font-size: 17px; font-weight: 600; } .panel { font-weight: 600; }
  .rule { stroke: var(--rule); } .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
  .a { stroke: var(--a); } .b { stroke: var(--b); } .c { stroke: var(--c); } .d { stroke: var(--d); }
  .dot.a { fill: var(--a); } .dot.b { fill: var(--b); } .dot.c { fill: var(--c); } .dot.d { fill: var(--d); }`;

const COLOURS = ['a', 'b', 'c', 'd'] as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const text = (at: readonly [number, number], said: string, rest = ''): string =>
  `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${rest}>${escaped(said)}</text>`;

type Place = (x: number, y: number) => readonly [number, number];

const marks = ({ points, style }: Series, colour: string, place: Place): string => {
  const placed = points.map(([x, y]) => place(x, y).map((value) => value.toFixed(1)));
  if (style === 'dots')
    return placed.map(([x, y]) => `<circle class="dot ${colour}" cx="${x}" cy="${y}" r="4"/>`).join('');
  const path = placed.map(([x, y]) => `${x},${y}`).join(' ');
  const dashes = style === 'dashed' ? ' stroke-dasharray="5 4"' : '';
  return `<polyline class="line ${colour}"${dashes} points="${path}"/>`;
};

const panelAt = ({ x, y }: Picture, { title, series }: Panel): string => {
  const [width, height] = [PANEL.width - PANEL.left - PANEL.right, PANEL.height - PANEL.top - PANEL.bottom];
  const place: Place = (across, up) => [
    PANEL.left + (Math.min(across, x.most) / x.most) * width,
    PANEL.top + height - (Math.min(up, y.most) / y.most) * height,
  ];
  const grid = y.ticks.map((tick) => {
    const [left, level] = place(0, tick);
    return (
      `<path class="rule" d="M${left} ${level.toFixed(1)}h${width}"/>` +
      text([left - 6, level + 4], String(tick), 'class="soft" text-anchor="end"')
    );
  });
  const feet = x.ticks.map((tick) => {
    const [across, foot] = place(tick, 0);
    return text([across, foot + 17], (x.reads ?? String)(tick), 'class="soft" text-anchor="middle"');
  });
  return [
    text([PANEL.left, PANEL.top - 12], title, 'class="panel"'),
    ...grid,
    ...feet,
    text([PANEL.left + width, PANEL.top + height + 34], x.label, 'class="soft" text-anchor="end"'),
    ...series.map((one, number) => marks(one, COLOURS[number % COLOURS.length] ?? 'a', place)),
  ].join('\n');
};

const legend = (panels: readonly Panel[]): string => {
  const names = panels[0]?.series.map(({ name }) => name) ?? [];
  return names
    .map((name, number) => {
      const left = PANEL.left + number * 190;
      const colour = COLOURS[number % COLOURS.length] ?? 'a';
      return `<path class="line ${colour}" d="M${left} ${HEAD - 12}h22"/>${text([left + 28, HEAD - 8], name)}`;
    })
    .join('\n');
};

/** The picture as a file of its own. */
export const svgOf = (picture: Picture): string => {
  const { panels, title, explains } = picture;
  const columns = Math.min(COLUMNS, Math.max(1, panels.length));
  const width = Math.max(720, columns * PANEL.width);
  const height = HEAD + Math.ceil(panels.length / columns) * PANEL.height;
  const drawn = panels.map((panel, number) => {
    const [column, row] = [number % columns, Math.floor(number / columns)];
    return `<g transform="translate(${column * PANEL.width} ${HEAD + row * PANEL.height})">${panelAt(picture, panel)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" style="fill: var(--ground)"/>`,
    text([PANEL.left, 26], title, 'class="title"'),
    text([PANEL.left, 46], explains, 'class="soft"'),
    legend(panels),
    ...drawn,
    '</svg>',
  ].join('\n');
};
