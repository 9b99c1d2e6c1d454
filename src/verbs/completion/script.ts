/** A shell with completion. */
export type Shell = 'bash' | 'zsh' | 'fish';

/**
 * A script that makes the shell ask the command itself what may come next, so that it never
 * goes out of date. If the command has no answer, the shell completes file names.
 * @see https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
 */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_watchbill() {
  local IFS=$'\\n'
  COMPREPLY=($("\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _watchbill watchbill
`,
  zsh: `#compdef watchbill
_watchbill() {
  local -a candidates
  local name description
  while IFS=$'\\t' read -r name description; do
    candidates+=("\${name//:/\\\\:}:$description")
  done < <("$words[1]" __complete -- "\${(@)words[2,$CURRENT]}" 2>/dev/null)
  if (( $#candidates )); then
    _describe watchbill candidates
  else
    _files
  fi
}
if [ "$funcstack[1]" = _watchbill ]; then
  _watchbill "$@"
else
  compdef _watchbill watchbill
fi
`,
  fish: `function __watchbill_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates ($words[1] __complete -- $words[2..-1] 2>/dev/null)
    if set -q candidates[1]
        printf '%s\\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c watchbill -f -a '(__watchbill_complete)'
`,
};
