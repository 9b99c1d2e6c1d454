import { shellWord } from '../../text/shellWord';

/**
 * What to do in a new repository, in three steps.
 * @param adopt the command that takes over what already exists @default - there is nothing
 */
export function nextSteps(folder: string, adopt?: string): string {
  const enter = folder === '.' ? '' : `cd ${shellWord(folder)} && `;
  return `
Next
  1. ${enter}npm install && npm start
     checks the data and rehearses a night; needs no account
  2. edit data/ where it says "Edit this", and the runbooks;
     then npx watchbill check
  3. git init, commit all of it with package-lock.json, and push it;
     to deploy, read node_modules/watchbill/docs/deploy.md and ci.md
${adopt === undefined ? '' : `  4. before the first deploy, take over what is there, and read what will change:\n${adopt}`}`;
}
