import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { across } from './figures/across';
import { appendShape } from './figures/append-shape';
import { auditLog } from './figures/audit-log';
import { flags } from './figures/flags';
import { Flow } from './figures/flow';
import { growth } from './figures/growth';
import { largeList } from './figures/large-list';
import { liveView } from './figures/live-view';
import { matching } from './figures/matching';
import { memory } from './figures/memory';
import { start } from './figures/start';
import { Loader } from './load/loader-process';
import { svgOf } from './report/curve';
import type { Figure } from './report/figure';
import { jsonOf, tableOf } from './report/print';
import type { Resources, Session } from './resources';

const ALL = [
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
  'P8',
  'P9',
  'P10',
  'P12',
  'P13',
  'P14',
  'P15',
  'AUDIT',
];
/** Findings that our choices depend on; measured only when named. */
const ONLY_NAMED = ['FLAGS', 'APPEND'];
const OPTIONS = ['--quick', '--full', '--json', '--profile'];

export class BadArguments extends Error {}

/** Figures and options of a command line; every figure when none is named. Throws BadArguments. */
const parse = (given: readonly string[]): { wanted: ReadonlySet<string>; options: ReadonlySet<string> } => {
  const named = given.filter((word) => !word.startsWith('-')).map((word) => word.toUpperCase());
  const options = given.filter((word) => word.startsWith('-'));
  const unknown = [
    ...named.filter((id) => ![...ALL, ...ONLY_NAMED].includes(id)),
    ...options.filter((option) => !OPTIONS.includes(option)),
  ];
  if (unknown.length > 0)
    throw new BadArguments(
      `Unknown: ${unknown.join(' ')}. Figures: ${[...ALL, ...ONLY_NAMED].join(' ')}; options: ${OPTIONS.join(' ')}.`,
    );
  return { wanted: new Set(named.length > 0 ? named : ALL), options: new Set(options) };
};

const FLOW = ['P1', 'P2', 'P3', 'P4', 'P13'];

/** All figures that need 400 people in conversation. Draws the picture if none was left out. */
const flowing = async (session: Session, wanted: ReadonlySet<string>): Promise<Figure[]> => {
  if (!FLOW.some((id) => wanted.has(id))) return [];
  const flow = await Flow.open(session);
  const figures: Figure[] = [];
  if (wanted.has('P4')) figures.push(...(await flow.alone()));
  if (wanted.has('P1')) figures.push(...(await flow.throughput()));
  if (wanted.has('P2')) figures.push(...(await flow.steady()));
  if (wanted.has('P3') || wanted.has('P13'))
    figures.push(...(await flow.halfLoad()).filter(({ id }) => wanted.has(id)));
  if (FLOW.every((id) => wanted.has(id))) {
    const file = join(session.resources.root, 'dist/latency.svg');
    writeFileSync(file, svgOf(await flow.curves()));
    session.resources.say(`  latency curves drawn in ${file}`);
  }
  await flow.close();
  return figures;
};

/** Figures that are measured by themselves. */
const ALONE: readonly (readonly [
  id: string,
  title: string,
  work: (session: Session) => Promise<Figure[]>,
])[] = [
  ['P8', 'two gateways', across],
  ['P12', 'start', start],
  ['P14', 'large list', largeList],
  ['P15', 'live view', liveView],
  ['AUDIT', 'audit log', auditLog],
  ['FLAGS', 'flags of V8', flags],
  ['APPEND', 'shape of the append', appendShape],
];

const measure = async (session: Session, wanted: ReadonlySet<string>): Promise<Figure[]> => {
  const wants = (...ids: readonly string[]): boolean => ids.some((id) => wanted.has(id));
  const { say } = session.resources;
  const figures: Figure[] = [];
  const add = async (title: string, work: () => Promise<Figure[]>): Promise<void> => {
    const since = performance.now();
    say(`── ${title}`);
    figures.push(...(await work()));
    say(`── ${title}: ${((performance.now() - since) / 1_000).toFixed(0)} s`);
  };
  if (wants(...FLOW)) await add('messages', () => flowing(session, wanted));
  if (wants('P5')) await add('memory', () => memory(session));
  if (wants('P6', 'P7')) await add('matching', () => matching(session, wanted));
  if (wants('P9', 'P10')) await add('growth and resume', () => growth(session, wanted));
  for (const [id, title, work] of ALONE) if (wants(id)) await add(title, () => work(session));
  return figures;
};

/** Every gateway and worker leaves a processor profile in dist/profiles, for the developer tools of a browser. */
const profiled = (resources: Resources): Resources => {
  const flags = ['--cpu-prof', `--cpu-prof-dir=${join(resources.root, 'dist/profiles')}`];
  return {
    ...resources,
    gateway: { ...resources.gateway, execArgv: [...resources.gateway.execArgv, ...flags] },
    worker: { ...resources.worker, execArgv: [...resources.worker.execArgv, ...flags] },
  };
};

/** `P9.table` is sorted with P9. */
const mainIdOf = ({ id }: Figure): string => id.split('.')[0] ?? id;

const sessionOf = (resources: Resources, loader: Loader, options: ReadonlySet<string>): Session => {
  const isQuick = options.has('--quick');
  return {
    resources,
    loader,
    isQuick,
    isFull: options.has('--full'),
    blocks: 3,
    seconds: isQuick ? 2 : 5,
    conversations: isQuick ? 50 : 200,
  };
};

/** Measures what the command line asks for and prints it: a table, or with `--json` one line a figure. */
export const bench = async (
  resources: Resources,
  { given, print }: { readonly given: readonly string[]; readonly print: (line: string) => void },
): Promise<void> => {
  const { wanted, options } = parse(given);
  const loader = Loader.start(resources);
  const measured = options.has('--profile') ? profiled(resources) : resources;
  try {
    const figures = await measure(sessionOf(measured, loader, options), wanted);
    figures.sort((one, other) => ALL.indexOf(mainIdOf(one)) - ALL.indexOf(mainIdOf(other)));
    if (options.has('--json')) return figures.forEach((found) => print(jsonOf(found)));
    print(`\n${tableOf(figures)}\n`);
    print(
      `${availableParallelism()} cores shared by load, server, Postgres and Redis; limits on senders raised in every gateway.`,
    );
  } finally {
    await loader.stop();
  }
};
