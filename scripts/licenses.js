const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** How packages call the file of their license. */
const FILE = /^(licen[sc]e|copying)(\.(md|txt))?$/i;

/** The folder of the package that a bundled file is of; none for our own sources. */
function packageOf(root, input) {
  if (!input.includes('node_modules/')) return undefined;
  let folder = dirname(join(root, input));
  while (!existsSync(join(folder, 'package.json')) || manifestOf(folder).name === undefined) {
    folder = dirname(folder);
  }
  return folder;
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * The licenses of all packages in the bundles: most ask for their text wherever their code goes, and
 * the Mozilla Public License (cdktf) for where the source is.
 *
 * @param root folder of the project
 * @param inputs paths of the bundled files, from there
 */
function licensesText(root, inputs) {
  const folders = new Set(inputs.map((input) => packageOf(root, input)).filter(Boolean));
  const parts = [...folders].map((folder) => {
    const { name, version, license, repository } = manifestOf(folder);
    const file = readdirSync(folder).find((each) => FILE.test(each));
    const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\nSource: ${repository?.url ?? repository}\n${text}`;
  });
  return `dist/watchbill.js and dist/synthesis.js contain these packages.\n\n${parts.sort().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

module.exports = { licensesText };
