// An Nx plugin: every folder in apps/ and libs/ is a project, and what Nx must know follows from its place and its files.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Libraries of a layer with several; every other library is a layer by itself. */
const LAYERS = {
  noun: [
    'audit',
    'calendar',
    'conversation',
    'figures',
    'handover',
    'help',
    'identity',
    'opening',
    'practice',
    'quality',
    'routing',
    'setup',
    'simulation',
    'waiting-time',
    'wellbeing',
  ],
  technology: ['audit-log', 'postgres', 'redis', 'sealing'],
};

/**
 * What tools/eslint/boundaries.mjs goes by.
 *
 * @param {string} folder such as libs/kernel
 */
export function tagsOf(folder) {
  const name = path.basename(folder);
  if (folder.startsWith('apps/')) return ['layer:app', `app:${name}`];
  const [layer] = Object.entries(LAYERS).find(([, libraries]) => libraries.includes(name)) ?? [];
  return layer === undefined ? [`layer:${name}`] : [`layer:${layer}`, `${layer}:${name}`];
}

/** @param {string} root of the workspace */
export const projectFolders = (root) =>
  ['apps', 'libs'].flatMap((parent) =>
    readdirSync(path.join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${parent}/${name}`),
  );

/** @param {string} root @param {string} folder @returns {import('@nx/devkit').ProjectConfiguration} */
function projectOf(root, folder) {
  const name = path.basename(folder);
  const config = `${folder}/vite.config.ts`;
  const build = { command: `vite build -c ${config}` };
  return {
    name,
    root: folder,
    projectType: folder.startsWith('apps/') ? 'application' : 'library',
    tags: tagsOf(folder),
    targets: { test: {}, ...(existsSync(path.join(root, config)) && { build }) },
  };
}

/** @type {import('@nx/devkit').CreateNodesV2} */
export const createNodesV2 = [
  'nx.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => [
      file,
      {
        projects: Object.fromEntries(
          projectFolders(workspaceRoot).map((folder) => [folder, projectOf(workspaceRoot, folder)]),
        ),
      },
    ]),
];
