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

/**
 * Listeners that hand over each name once: variables, parameters, functions, types and members. Imported names belong
 * to someone else, and the keys of an object literal to whoever receives it.
 * @param {any} context
 * @param {(name: string, node: any) => void} check
 */
export const onDeclaredNames = (context, check) => ({
  'Program:exit'() {
    for (const scope of context.sourceCode.scopeManager.scopes)
      for (const { name, defs } of scope.variables)
        if (defs[0] && defs[0].type !== 'ImportBinding') check(name, defs[0].name);
  },
  /** @param {any} node */
  [MEMBERS.join(', ')](node) {
    const name = node.computed ? undefined : keyName(node.key);
    if (name !== undefined) check(name, node.key);
  },
});
