// Compares the rules of docs/rules with the titles of tests. No I/O: tools/rules-check.mjs does that.
import ts from 'typescript';

const HEADING = /^## ([A-Z]+\d+) /gm;
const TITLE = /^(?:\[[A-Z]+\d+\]\s*)+/;
/** Begins the reason of a rule that had a test, and lost it because the test did not show the rule. */
const BACK = 'back on the list: ';
const SUITE_FUNCTIONS = new Set(['it', 'test', 'describe']);

/** The ids of the rules a page of docs/rules promises. @param {string} markdown */
export const rulesIn = (markdown) => [...markdown.matchAll(HEADING)].map(([, id = '']) => id);

/** The function behind `it`, `test.each`, `describe.each`… @param {ts.Expression} callee @returns {string} */
const rootOf = (callee) => {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) return rootOf(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? rootOf(callee.tag) : '';
};

/** @param {ts.Expression | undefined} title */
const textOf = (title) => {
  if (title === undefined) return '';
  if (ts.isStringLiteralLike(title)) return title.text;
  return ts.isTemplateExpression(title) ? title.head.text : '';
};

/**
 * Every title of a test or a suite, up to its first value. `<Type>(…) =>` is a function in one language and a tag in the other,
 * so a file is read as both: the wrong one loses all that comes after it.
 * @param {string} source of a spec file
 */
export const titlesIn = (source) => {
  const [plain = [], withTags = []] = ['spec.ts', 'spec.tsx'].map((name) => titlesAs(name, source));
  return plain.length < withTags.length ? withTags : plain;
};

/** @param {string} name @param {string} source */
const titlesAs = (name, source) => {
  /** @type {string[]} */
  const titles = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && SUITE_FUNCTIONS.has(rootOf(node.expression)))
      titles.push(textOf(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest));
  return titles;
};

/** The rule ids at the start of test titles; a title may start with several. @param {string} source of a spec file */
export const claimsIn = (source) =>
  titlesIn(source).flatMap((title) =>
    (TITLE.exec(title)?.[0].match(/[A-Z]+\d+/g) ?? []).map((id) => ({ id, title })),
  );

/**
 * Every way in which rules, tests and the list of rules without a test disagree.
 * @param {{
 *   rules: readonly string[],
 *   claims: readonly { id: string, title: string, file: string }[],
 *   notYetDue: Readonly<Record<string, string>>,
 *   notYetDueBefore: readonly (readonly string[])[],
 * }} found `notYetDueBefore` holds the ids of each earlier version of the list; none when there is no history
 */
export const problemsOf = ({ rules, claims, notYetDue, notYetDueBefore }) => {
  const shown = new Set(claims.map(({ id }) => id));
  const listed = Object.keys(notYetDue);
  const twice = rules.filter((id, index) => rules.indexOf(id) !== index);
  const isNew = (/** @type {string} */ id) => notYetDueBefore.some((before) => !before.includes(id));
  return [
    ...twice.map((id) => `${id} is promised twice in docs/rules`),
    ...claims
      .filter(({ id }) => !rules.includes(id))
      .map(({ id, title, file }) => `${file}: "${title}" names ${id}, which no page of docs/rules promises`),
    ...rules
      .filter((id) => !shown.has(id) && !listed.includes(id))
      .map((id) => `${id} has no test and is not in docs/rules/not-yet-due.json`),
    ...listed
      .filter((id) => !rules.includes(id))
      .map((id) => `${id} is not yet due, but no page of docs/rules promises it`),
    ...listed
      .filter((id) => shown.has(id))
      .map((id) => `${id} has a test now: take it out of docs/rules/not-yet-due.json`),
    ...listed
      .filter((id) => notYetDue[id]?.trim() === '')
      .map((id) => `${id} is not yet due, without a reason`),
    ...listed
      .filter((id) => rules.includes(id) && isNew(id) && !notYetDue[id]?.startsWith(BACK))
      .map(
        (id) =>
          `${id} was put into docs/rules/not-yet-due.json, which may only shrink: a rule that had a test needs a reason that begins with "${BACK}"`,
      ),
  ];
};

/** @param {readonly string[]} rules @param {readonly { id: string }[]} claims */
export const summaryOf = (rules, claims) => {
  const shown = new Set(claims.map(({ id }) => id));
  return `rules with tests: ${rules.filter((id) => shown.has(id)).length} of ${rules.length}`;
};
