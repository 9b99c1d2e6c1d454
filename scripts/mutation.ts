import { folderMutants } from './mutation/folder';
import { ledgerMutants } from './mutation/ledger/ledgerMutants';
import { reportText, score } from './mutation/report';

/** How many mutants of a hundred the tests of each folder have to notice. */
const BOUNDS: Readonly<Record<string, number>> = {
  roster: 97,
  alerts: 92,
  constructs: 92,
  deployment: 92,
  rehearsal: 92,
  ledger: 92,
};

/** Changes the code in small ways, and says which changes no test notices. */
function mutate(path: string): void {
  const bound = BOUNDS[path.split('/')[0] ?? ''];
  if (bound === undefined) {
    console.error(`${path}: give a folder (${Object.keys(BOUNDS).join(', ')}) or one of its files`);
    process.exitCode = 2;
    return;
  }
  const mutants = path === 'ledger' ? ledgerMutants() : folderMutants(path);
  console.log(reportText(path, mutants));
  if (score(mutants) >= bound) return;
  console.error(`${path} is below its bound of ${bound} %`);
  process.exitCode = 1;
}

const named = process.argv.slice(2);
for (const path of named.length > 0 ? named : Object.keys(BOUNDS)) mutate(path);
