// What a commit subject must look like: CONTRIBUTING.md says it for people. No I/O.

const TYPES = ['feat', 'fix', 'refactor', 'perf', 'test', 'docs', 'build', 'ci', 'chore', 'style', 'revert'];
const LONGEST = 72;
const SUBJECT = new RegExp(`^(?:${TYPES.join('|')})(?:\\([a-z0-9-]+\\))?!?: \\S.*$`);

/** Why a subject is refused, or null. @param {string} subject */
export const flawOf = (subject) => {
  if (subject.length > LONGEST) return `has ${subject.length} characters; at most ${LONGEST}`;
  if (!SUBJECT.test(subject)) return 'is not "type(scope): summary"';
  if (subject.endsWith('.')) return 'ends with a full stop';
  const [, summary = ''] = subject.split(/: (.*)/);
  return /^[A-Z][a-z]/.test(summary) ? 'starts its summary with a capital letter' : null;
};
