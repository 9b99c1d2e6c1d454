import { shellWord } from '../../../text/shellWord';
import type { Move } from './moves';

/**
 * A shell script that moves objects from the state of one stack to another's, for every kind of
 * backend: the states are copied into a private folder, changed there, and written back, those that
 * gain objects first, so that each object is always in at least one. To be run in the folder that
 * contains `cdktf.out`.
 * @param program Terraform or OpenTofu, as it is run
 * @see https://developer.hashicorp.com/terraform/cli/commands/state/mv
 */
export function moveScript(moves: readonly Move[], program: string): string {
  const run = shellWord(program);
  const [from, to] = [
    moves.map((each) => each.from),
    moves.filter((each) => !each.isThere).map(({ to }) => to),
  ];
  const [gaining, losing] = [[...new Set(to)], [...new Set(from)]];
  const stacks = [...new Set([...gaining, ...losing])];
  const inStack = (stack: string) => `${run} -chdir=cdktf.out/stacks/${stack}`;
  const steps = moves.map(({ address, from, to, isThere }) =>
    isThere
      ? `${run} -chdir="$folder" state rm -backup=before -state=${from}.tfstate ${shellWord(address)}`
      : `${run} -chdir="$folder" state mv -backup=before -backup-out=before -state=${from}.tfstate -state-out=${to}.tfstate ${shellWord(address)} ${shellWord(address)}`,
  );
  return [
    '#!/bin/sh',
    '# Moves objects between the states of stacks; the accounts are not touched.',
    '# If it stops, nothing is lost: the copies are in the folder that it names.',
    'set -eu',
    'umask 077',
    // Its warning would end up in the copies.
    '[ -e "${TF_CLI_CONFIG_FILE-/}" ] || unset TF_CLI_CONFIG_FILE',
    'folder=$(mktemp -d)',
    'echo "copies of the states: $folder"',
    ...stacks.map((stack) => `${inStack(stack)} state pull > "$folder/${stack}.tfstate"`),
    ...steps,
    ...stacks.map((stack) => `${inStack(stack)} state push "$folder/${stack}.tfstate"`),
    'rm -r "$folder"',
    '',
  ].join('\n');
}
