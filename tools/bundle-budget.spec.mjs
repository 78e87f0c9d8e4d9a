import { assetsOf, staticImportsOf } from './bundle-budget.mjs';

test('a page needs its scripts, what it preloads and its style sheets', () => {
  const html = `<!doctype html><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/a.css">
    <script type="module" crossorigin src="/assets/a.js"></script><script>inline()</script>
    <link rel="modulepreload" href="/assets/b.js">`;
  expect(assetsOf(html)).toEqual({
    scripts: ['/assets/a.js', '/assets/b.js'],
    stylesheets: ['/assets/a.css'],
  });
});

test('a module needs what it imports, not what it may import later', () => {
  const code = `import{a as b}from"./vendor-1.js";import"./side.js";export*from'../up.js';const later=()=>import("./later.js");`;
  expect(staticImportsOf(code)).toEqual(['./vendor-1.js', './side.js', '../up.js']);
});
