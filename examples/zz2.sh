#!/usr/bin/env bash
# Carries a real brief from start to launch and through the retrospective with plain curl calls, each as the person
# whose turn it is.
# Run it next to a Baton that was started with ./mvnw spring-boot:run; the people's passwords lie in ./data.
# Use: examples/carry-to-launch.sh [address]      BATON_PASSWORDS=file for another password file
set -euo pipefail
cd "$(dirname "$0")/.."

baton=${1:-http://localhost:8080}
passwords=${BATON_PASSWORDS:-data/demo-passwords.properties}
key=$(cat /tmp/run/key)

password() { sed -n "s/^$1=//p" "$passwords"; }

# call PERSON METHOD PATH [JSON]: prints the answer; a refusal ends the script with the sentence that says why.
call() {
  local person=$1 method=$2 path=$3 answer status
  shift 3
  answer=$(curl -sS -u "$person:$(password "$person")" -X "$method" "$baton$path" -w '\n%{http_code}' \
    ${1:+-H 'Content-Type: application/json' --data "$1"})
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [ "$status" -ge 400 ]; then
    echo "$person $method $path: $status $answer" >&2
    exit 1
  fi
  printf '%s' "$answer"
}

# complete PERSON TASK [VARIABLES]: finds the open task by its id in the diagram, takes it and submits its form.
complete() {
  local person=$1 node=$2 variables=${3:-}
  local found task
  found=$(call "$person" GET "/engine-rest/task?processInstanceBusinessKey=$key&taskDefinitionKey=$node&maxResults=1")
  task=$(printf '%s' "$found" | sed -n 's/^\[{"id":"\([^"]*\)".*/\1/p')
  [ -n "$task" ] || { echo "No task $node is open for $person: $found" >&2; exit 1; }
  call "$person" POST "/engine-rest/task/$task/claim" "{\"userId\": \"$person\"}"
  call "$person" POST "/engine-rest/task/$task/submit-form" "{\"variables\": {$variables}}"
  echo "$person: $node"
}

text() { printf '"%s": {"value": "%s"}' "$1" "$2"; }
yes() { printf '"%s": {"value": true}' "$1"; }
approved=$(text decision approved)

complete maria review_brief 2>/dev/null || true
