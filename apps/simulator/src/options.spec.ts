import { BadOption, parseOptions } from './options';

const cellsOf = (...args: string[]) => parseOptions(args).cells;

describe('the options of a simulation', () => {
  it('are the six cells of the goals unless something else is said, with as many responder-days each', () => {
    const cells = cellsOf();
    expect(cells.map(({ responders, load }) => [responders, load])).toEqual([
      [10, 1],
      [10, 1.4],
      [10, 2],
      [3, 1],
      [3, 1.4],
      [3, 2],
    ]);
    expect(cells.map(({ days }) => days)).toEqual([60, 60, 60, 200, 200, 200]);
  });

  it('make any other cell', () => {
    const said =
      '--responders 5 --load 1.2 --patience 10-30 --handle 30 --slowdown 0 --arrivals burst --days 9 --seed 7';
    expect(cellsOf(...said.split(' '))).toEqual([
      {
        responders: 5,
        load: 1.2,
        patience: { from: 10, to: 30 },
        handle: 30,
        handleCv: 0.65,
        slowdown: 0,
        arrivals: 'burst',
        days: 9,
        seed: 7,
      },
    ]);
    expect(cellsOf('--patience', '20')[0]?.patience).toEqual({ from: 20, to: 20 });
  });

  it.each([
    '--responders 0',
    '--responders 2.5',
    '--responders two',
    '--load 0',
    '--load=-1',
    '--patience 30-10',
    '--patience 1-2-3',
    '--patience soon',
    '--handle 0',
    '--slowdown 3',
    '--arrivals weekly',
    '--days 0',
    '--seed x',
    '--policy ours',
    'ten',
  ])('refuse %s, and say what to give', (said) => {
    expect(() => parseOptions(said.split(' '))).toThrow(BadOption);
  });
});
