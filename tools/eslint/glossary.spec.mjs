import { forbiddenWords, glossary } from './glossary.mjs';
import { ruleTester } from './rule-tester.mjs';

const errors = [{ messageId: 'avoid' }];
const options = [{ visitorsOnly: true }];

ruleTester().run('glossary', glossary, {
  valid: [
    'const visitor = 1;',
    "const userAgent = headers['user-agent'];",
    "import { Agent } from 'node:http';",
    "import event from '@testing-library/user-event';",
    'const user = 1;',
    { code: 'const userAgent = 1;', options },
    "const message = 'someone at risk of losing a home';",
  ],
  invalid: [
    { code: 'const agent = 1;', errors },
    { code: 'const agentsWaiting = 1;', errors },
    { code: 'interface Ticket { readonly id: string }', errors },
    { code: 'interface Row { readonly customer_id: string }', errors },
    { code: 'class A { callerName = 1; }', errors },
    { code: 'const riskScore = 1;', errors },
    { code: "const label = 'High risk';", errors },
    { code: 'const label = `the ${kind} customer`;', errors },
    { code: 'const view = <p>Your agent is here</p>;', errors },
    { code: 'const user = 1;', options, errors },
    { code: 'const view = <p>another user</p>;', options, errors },
  ],
});

describe('the glossary page', () => {
  it('says which words lint refuses, and what to say instead', () => {
    const page =
      '## Words we do not use\n\n| never | say instead |\n| --- | --- |\n| red tape, user (of a visitor) | rule |\n';
    expect(forbiddenWords(page)).toEqual([
      { pattern: /\bred[\s-]tapes?\b/i, instead: 'rule', visitorsOnly: false },
      { pattern: /\busers?\b(?![\s-]?agent)/i, instead: 'rule', visitorsOnly: true },
    ]);
  });
});
