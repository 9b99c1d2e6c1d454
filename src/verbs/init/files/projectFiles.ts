import type { Manifest } from '../../../cli/ownPackage';
import { plainWords } from '../ids';
import type { Files } from './dataFiles';

/** The facts that a new project is made from, besides its data. */
export interface ProjectFacts {
  /** Display name of the company or team. */
  readonly name: string;
  /** Watchbill's own manifest. */
  readonly manifest: Manifest;
  /** The version range in `package.json`. @default - this version, and compatible ones */
  readonly package?: string;
}

/** The steps of the workflows, each an npm script, so that they also run on a laptop. */
const CI_SCRIPTS = ['check', 'diff', 'plan', 'comment', 'approved', 'deploy', 'nightly', 'issue', 'site'];

/** The files of a project that list its dependencies and what git ignores. */
export function projectFiles(facts: ProjectFacts): Files {
  return new Map([
    ['package.json', json(manifestOf(facts))],
    ['cdktf.json', json(cdktf(facts))],
    ['.gitignore', IGNORED],
    ['.gitattributes', ATTRIBUTES],
  ]);
}

function manifestOf({ name, manifest, package: spec }: ProjectFacts): object {
  const { version = '', peerDependencies = {}, engines = {} } = manifest;
  return {
    name: projectName(name),
    private: true,
    engines,
    scripts: {
      start: 'watchbill start',
      check: 'watchbill check',
      synth: 'watchbill synth',
      deploy: 'watchbill deploy',
      ...Object.fromEntries(CI_SCRIPTS.map((script) => [`ci:${script}`, `watchbill-ci ${script}`])),
    },
    dependencies: { ...peerDependencies, watchbill: spec ?? `^${version}` },
  };
}

function cdktf({ name }: ProjectFacts): object {
  return {
    language: 'typescript',
    app: 'watchbill app',
    projectId: projectName(name),
    sendCrashReports: 'false',
  };
}

/** A name that npm accepts. */
function projectName(name: string): string {
  const words = plainWords(name) || 'data';
  return words.endsWith('on-call') ? words : `${words}-on-call`;
}

const IGNORED = `node_modules/
cdktf.out/
ci.out/
terraform.*.tfstate*
.terraform/
cdktf.log
imports.sandbox.json
`;

const ATTRIBUTES = `# The same bytes for everybody, whatever an editor or git's core.autocrlf does.
* text=auto eol=lf
*.png binary
*.gif binary
*.jpg binary
*.webp binary
`;

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
