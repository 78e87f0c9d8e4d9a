// For the naming rules: a name as separate words, and every name that a file declares.

/** `sessionInfo`, `SESSION_INFO` and `session-info` are all "session info". @param {string} name */
export const asWords = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_$-]+/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase();

const MEMBERS = ['PropertyDefinition', 'MethodDefinition', 'TSPropertySignature', 'TSMethodSignature'];

/** @param {any} key */
const keyName = (key) =>
  key.type === 'Identifier' || key.type === 'PrivateIdentifier' ? key.name : undefined;

const variablesOf = (/** @type {any} */ scope) => scope.variables;

/**
 * Calls `check` once for each name that a file declares: variables, parameters, functions, types and members.
 * Imported names and the keys of object literals belong to other files.
 * @param {any} context
 * @param {(name: string, node: any) => void} check
 */
export const onDeclaredNames = (context, check) => ({
  'Program:exit'() {
    // A class is a variable both outside and inside itself.
    const seen = new Set();
    for (const { name, defs } of context.sourceCode.scopeManager.scopes.flatMap(variablesOf)) {
      const [definition] = defs;
      if (definition === undefined || definition.type === 'ImportBinding' || seen.has(definition.name))
        continue;
      seen.add(definition.name);
      check(name, definition.name);
    }
  },
  /** @param {any} node */
  [MEMBERS.join(', ')](node) {
    const name = node.computed ? undefined : keyName(node.key);
    if (name !== undefined) check(name, node.key);
  },
});
