import { parameters } from './parameters.mjs';
import { ruleTester } from './rule-tester.mjs';

const errors = [{ messageId: 'tooMany' }];

ruleTester().run('parameters', parameters, {
  valid: [
    'const f = (a, b, c) => a;',
    'class A { constructor(a, b, c, d, e, f) {} }',
    'const f = ({ a, b, c, d }) => a;',
    "test.each([])('all', (a, b, c, d) => a);",
  ],
  invalid: [
    { code: 'const f = (a, b, c, d) => a;', errors },
    { code: 'class A { f(a, b, c, d) {} }', errors },
    { code: 'class A { constructor(a, b, c, d, e, f, g) {} }', errors },
  ],
});
