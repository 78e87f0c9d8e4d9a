// What the naming rules share: a name as separate words, and every name a file declares itself.

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
 * Listeners that hand over each name once: variables, parameters, functions, types and members. Imported names belong
 * to someone else, and the keys of an object literal to whoever receives it.
 * @param {any} context
 * @param {(name: string, node: any) => void} check
 */
export const onDeclaredNames = (context, check) => ({
  'Program:exit'() {
    // A class is a variable outside and inside itself, so each name is taken once.
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
