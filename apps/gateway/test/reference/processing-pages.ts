import { readFileSync } from 'node:fs';

const MAP = 'docs/security/data-map.md';

/** The rows of the table whose first heading is `heading`, without marks of code. */
const rowsUnder = (heading: string): string[][] => {
  const rows: string[][] = [];
  let isInside = false;
  for (const line of readFileSync(MAP, 'utf8').split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
    if (cells.length === 0) isInside = false;
    else if (cells[0] === heading) isInside = true;
    else if (isInside && !line.startsWith('| -')) rows.push(cells);
  }
  return rows;
};

interface Kind {
  readonly name: string;
  readonly what: string;
  readonly why: string;
  readonly tables: readonly string[];
  /** Of its tables, those that hold something about a visitor or their words. */
  readonly classes: readonly string[];
}

/** What the map says of visitors: each kind with its tables, and the classes of their columns. */
const kinds = (): readonly Kind[] => {
  const columns = rowsUnder('table');
  return rowsUnder('kind').map(([name = '', what = '', why = '', tables = '']) => {
    const names = tables.split(', ');
    const found = columns.filter(([table = '']) => names.includes(table)).map(([, one = '']) => one);
    return { name, what, why, tables: names, classes: [...new Set(found)].sort() };
  });
};

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(3, ...all.map((cells) => [...(cells[at] ?? '')].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length)).join(' | ')} |`;
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

const HOW = () =>
  new Map(rowsUnder('class').map(([name = '', , who = '', how = '']) => [name, { who, how }]));

const GENERATED = 'Generated from the [data map](../security/data-map.md) by `npm run docs:generate`.';
const RETENTION =
  'the days that the service keeps words (30 to 2,555, then 90 unless set), counted from the start of the chat; up to 180 more while something in it is open; under a hold until it ends';

/** A record of processing activities (Article 30 of the UK and EU GDPR), for a charity to complete. */
export const processingRecord = (): string => {
  const how = HOW();
  const found = kinds();
  const classes = [...new Set(found.flatMap((kind) => kind.classes))].sort();
  return `# Record of processing

${GENERATED} A charity completes what is in square brackets, and keeps the page with its own papers.

- **Controller**: [name, address, contact of the charity; its data protection officer, where it has one]
- **Processors**: [who runs the server, the database, the mail server; with a contract each]
- **People concerned**: visitors who chat, people whom they speak of, staff and volunteers
- **Lawful basis**: [for example legitimate interests or vital interests; for health data a condition of Article 9]
- **Recipients outside the charity**: [emergency services and safeguarding partners, where someone is in danger]
- **Transfers abroad**: none by Warmline. [Where the server is]

## What is kept of visitors

${table(
  ['kind', 'what it is', 'what for', 'classes', 'tables'],
  found.map(({ name, what, why, classes: of, tables }) => [
    name,
    what,
    why,
    of.join(', '),
    tables.join(', '),
  ]),
)}

Kept for: ${RETENTION}. Then every row is deleted and the key of the day destroyed ([PRV4](../rules/privacy.md#prv4-retention)).

## Who can read it, and how it is protected

${table(
  ['class', 'who can read it', 'how it is kept'],
  classes.map((name) => [name, how.get(name)?.who ?? '', how.get(name)?.how ?? '']),
)}

What is left after deletion: counts that name nobody, and audit rows of ids and codes whose salt is erased with the conversation.
`;
};

/** What may go wrong, what Warmline does, and what is left. */
const RISKS = [
  [
    'someone reads chats in a stolen database or backup',
    'words are locked; keys are outside both',
    'facts about a chat are plain',
  ],
  [
    'a member of staff reads without need',
    'a purpose is asked and recorded first; the people who held the chat see it',
    'a false purpose is recorded, not prevented',
  ],
  [
    'a chat is kept too long',
    'deleted by a timer, its key destroyed, and that is recorded',
    'copies of the keyring are the operator’s',
  ],
  [
    'someone at the same device finds the chat',
    'nothing is stored unless the charity chose it; quick exit',
    'the history of the browser',
  ],
  [
    'records are changed',
    'a signed log that outsiders can check',
    'what is newer than the last checkpoint kept elsewhere',
  ],
  ['a person in danger is not heard', 'answered first; alarms; on-call contacts', 'nobody is on shift'],
] as const;

/** A template for a data protection impact assessment, with what Warmline itself can say filled in. */
export const impactAssessment = (): string => `# Data protection impact assessment: a template

${GENERATED} What Warmline does is filled in; what only the charity knows is in square brackets.

## 1. The need

- Chats in distress hold data on health, and often on children or adults at risk: an assessment is needed before the first chat.
- [Who decided, when, and who was asked: staff, visitors, the data protection officer]

## 2. What is processed

${table(
  ['kind', 'what it is', 'what for', 'could it be less?'],
  kinds().map(({ name, what, why }) => [name, what, why, '[charity]']),
)}

- **How many, how often**: [chats a week, people concerned, area]
- **How long**: ${RETENTION}. [The days chosen, and why]
- **Not processed**: address, device, location, cookies, statistics of third parties ([PRV1](../rules/privacy.md#prv1-no-network-identity-stored), [PRV6](../rules/privacy.md#prv6-first-party-only))

## 3. Risks and what is done

${table(
  ['risk', 'what Warmline does', 'what is left', 'what the charity does', 'agreed by'],
  RISKS.map((cells) => [...cells, '[charity]', '[name]']),
)}

What threatens and what is left in full: [security](../security.md).

## 4. Rights

- **To know**: “What we keep, and for how long” on the first screen of the chat says all of section 2.
- **To see or erase**: a visitor has no account. [How the charity finds a chat by its time, and who agrees to early erasure]
- **To complain**: without a chat and without a name, from the first screen.

## 5. Decision

- [Risks that stay, who accepts them, advice of the data protection officer, next review]
`;
