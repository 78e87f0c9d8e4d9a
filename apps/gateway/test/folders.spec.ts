import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '../src');

/** Each feature is a folder of its own, and so is everything beside the features. */
const folderOf = (path: string): string => {
  const [first = '', second = ''] = relative(ROOT, path).split(sep);
  if (first === 'features') return `${first}/${second}`;
  return readdirSync(ROOT).includes(first) && !first.endsWith('.ts') ? first : 'the processes';
};

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => join(ROOT, file));

/** Which folder imports which, types included. */
const importsOf = (file: string): string[] => {
  const text = readFileSync(file, 'utf8');
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']*)'/g)].map(
    ([, path = '']) => path,
  );
  return paths.map((path) => folderOf(join(dirname(file), path)));
};

const arrows = (): Map<string, Set<string>> => {
  const graph = new Map<string, Set<string>>();
  for (const file of sources) {
    const from = folderOf(file);
    const to = graph.get(from) ?? new Set();
    for (const folder of importsOf(file)) if (folder !== from) to.add(folder);
    graph.set(from, to);
  }
  return graph;
};

/** Takes away every folder that imports nothing that is left, again and again. What remains is in a cycle, or imports one. */
const remainderOf = (graph: Map<string, Set<string>>): string[] => {
  const left = new Map(graph);
  for (let isSmaller = true; isSmaller;) {
    const done = [...left].filter(([, to]) => [...to].every((folder) => !left.has(folder)));
    for (const [folder] of done) left.delete(folder);
    isSmaller = done.length > 0;
  }
  return [...left.keys()];
};

describe('the folders of the gateway', () => {
  it('are all found, with what they import', () => {
    const graph = arrows();
    expect(graph.get('features/help')).toContain('features/timeline');
    expect(graph.get('app')).toContain('features/offers');
    expect(graph.get('core')).toEqual(new Set());
  });

  it('have no cycle, so no import goes upwards', () => {
    expect(remainderOf(arrows())).toEqual([]);
  });

  it('would be told of a cycle', () => {
    const graph = arrows();
    graph.get('core')?.add('app');
    expect(remainderOf(graph)).toContain('core');
  });
});
