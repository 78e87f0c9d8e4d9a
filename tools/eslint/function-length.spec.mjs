import { functionLength } from './function-length.mjs';
import { ruleTester } from './rule-tester.mjs';

const long = 'a();\n'.repeat(6);
const options = [{ max: 5 }];
const errors = [{ messageId: 'exceed' }];

ruleTester().run('function-length', functionLength, {
  valid: [
    { code: 'const f = () => {\na();\n};', options },
    { code: `describe('all', () => {\n${long}});`, options },
    { code: `describe.each([1])('all', () => {\n${long}});`, options },
    { code: `const contract = () => {\ndescribe('all', () => {\n${long}});\n};`, options },
  ],
  invalid: [
    { code: `const f = () => {\n${long}};`, options, errors },
    { code: `it('one', () => {\n${long}});`, options, errors },
    { code: `describe('all', () => {\nit('one', () => {\n${long}});\n});`, options, errors },
  ],
});
