// Finds files that import each other in a circle. Types alone make no circle: they are gone when the code runs.
import ts from 'typescript';

/** @typedef {ReadonlyMap<string, readonly string[]>} ImportGraph which files a file imports */

/** @param {ts.ImportDeclaration | ts.ExportDeclaration} statement */
function isTypeOnly(statement) {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** @param {ts.SourceFile} file @returns {ts.Expression[]} what follows `from` and is in `import()` */
function specifiersOf(file) {
  /** @type {ts.Expression[]} */
  const found = [];
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    if (statement.moduleSpecifier && !isTypeOnly(statement)) found.push(statement.moduleSpecifier);
  }
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push(...node.arguments.slice(0, 1));
    }
    ts.forEachChild(node, visit);
  };
  if (file.text.includes('import(')) visit(file);
  return found;
}

/**
 * @param {ts.Program} program
 * @param {readonly ts.SourceFile[]} files
 * @returns {ImportGraph}
 */
export function importGraph(program, files) {
  const checker = program.getTypeChecker();
  const own = new Set(files.map(({ fileName }) => fileName));
  const target = (/** @type {ts.Expression} */ specifier) =>
    checker.getSymbolAtLocation(specifier)?.valueDeclaration?.getSourceFile().fileName ?? '';
  return new Map(
    files.map((file) => [
      file.fileName,
      specifiersOf(file)
        .map(target)
        .filter((name) => own.has(name)),
    ]),
  );
}

/**
 * Tarjan's algorithm: the strongly connected components with more than one file, and files that import themselves.
 *
 * @param {ImportGraph} graph
 * @returns {string[][]}
 */
export function cyclesIn(graph) {
  const components = new Components(graph);
  for (const file of graph.keys()) components.visit(file);
  return components.found.filter(
    ([file = '', ...others]) => others.length > 0 || graph.get(file)?.includes(file),
  );
}

class Components {
  /** @type {string[][]} */
  found = [];
  #graph;
  /** @type {Map<string, number>} the order in which files were first seen */
  #index = new Map();
  /** @type {string[]} seen, and not yet in a component */
  #stack = [];

  /** @param {ImportGraph} graph */
  constructor(graph) {
    this.#graph = graph;
  }

  /** @param {string} file @returns {number} the lowest index that can be reached from it without a finished component */
  visit(file) {
    const seen = this.#index.get(file);
    if (seen !== undefined) return this.#stack.includes(file) ? seen : Infinity;
    const index = this.#index.size;
    this.#index.set(file, index);
    this.#stack.push(file);
    const imported = this.#graph.get(file) ?? [];
    const lowest = Math.min(index, ...imported.map((target) => this.visit(target)));
    if (lowest === index) this.found.push(this.#stack.splice(this.#stack.indexOf(file)));
    return lowest;
  }
}
