import type { Manifest } from '../../../cli/ownPackage';
import { plainWords } from '../ids';
import type { Files } from './dataFiles';

/** What a new project is made of, beside its data. */
export interface ProjectFacts {
  /** Display name of the company or team. */
  readonly name: string;
  /** Watchbill's own manifest. */
  readonly manifest: Manifest;
  /**
   * What npm is asked for.
   * @default - this version, and what is compatible with it
   */
  readonly package?: string;
}

/** What a workflow runs, one npm script a step, so that it runs on a laptop, too. */
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

/** A name that npm takes. */
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
