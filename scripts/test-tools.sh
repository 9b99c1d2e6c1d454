#!/usr/bin/env bash
# Installs what single suites need beside Node and Terraform, into .tools/ where it can.
# It never fails: a suite whose tool is missing is reported as skipped, with the reason.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 0
export GOBIN="$PWD/.tools/bin" DEBIAN_FRONTEND=noninteractive
# Whatever wants to ask, or hangs, is given up.
LIMIT=480

# tool NAME WHERE INSTALL...: what is there already is left as it is.
tool() {
  local name=$1 where=$2 log
  shift 2
  if compgen -G "$where" >/dev/null; then
    printf '%s is there\n' "$name"
    return
  fi
  log=$(mktemp)
  if timeout "$LIMIT" "$@" >"$log" 2>&1 </dev/null && compgen -G "$where" >/dev/null; then
    printf '%s is installed\n' "$name"
  else
    printf '%s could not be installed, its suites will be skipped: %s\n' "$name" "$(tail -n 1 "$log")"
  fi
  rm -f "$log"
}

debian_package() {
  local package=$1
  # Only root installs packages; a package list may be none, or an old one.
  tool "$package" "$2" bash -c 'apt-get update -q && apt-get install -yq --no-install-recommends "$1"' - "$package"
}

go_program() {
  tool "$1" ".tools/bin/$1" go install "$2"
}

# python_packages NAME PACKAGE: the requirements of test/NAME, of which PACKAGE is one, in an environment of their own.
python_packages() {
  tool "$2" ".tools/$1/lib/python3*/site-packages/$2" bash -c '
    python3 -m venv --clear "$1" || { apt-get update -q && apt-get install -yq python3-venv && python3 -m venv --clear "$1"; } || exit
    "$1/bin/pip" install --no-deps --disable-pip-version-check --requirement "$2"
  ' - ".tools/$1" "test/$1/requirements.txt"
}

# The server of test/deploy/pgBackend.deploy.test.ts and of test/telemetry/agent.ledger.test.ts.
debian_package postgresql '/usr/lib/postgresql/*/bin/initdb'
# The shells of test/verbs/completion/shells.system.test.ts; bash runs this.
debian_package zsh '/usr/bin/zsh'
debian_package fish '/usr/bin/fish'
# The browser of test/verbs/site/pages.system.test.ts.
debian_package chromium '/usr/bin/chromium'
# promtool plays the stories of rules beside us in bench:rehearse.
debian_package prometheus '/usr/bin/promtool'
# The server of test/deploy/s3Backend.test.ts.
go_program versitygw github.com/versity/versitygw/cmd/versitygw@v1.8.0
# The code of Datadog that test/telemetry/agent.ledger.test.ts runs.
python_packages telemetry datadog_checks
